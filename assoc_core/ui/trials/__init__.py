"""What computes for long: tasks as values, and the processes that run them. No Streamlit.

Enters: model and what it stands on.
"""
