"""The weights as many small pictures on one: a Streamlit element, and the data it needs."""
