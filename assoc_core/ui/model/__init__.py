"""What is computed from the choices: values, kept, without any wire format or Streamlit.

Enters: pictures and choices.
"""
