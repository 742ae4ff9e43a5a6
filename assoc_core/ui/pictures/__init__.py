"""Arrays to pictures and back. No Streamlit. Enters: the core."""
