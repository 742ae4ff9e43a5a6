"""Pieces of Streamlit that pages share. Enters: everything but pages."""
