"""The Streamlit interface: a leaf, nothing of the core imports it."""
