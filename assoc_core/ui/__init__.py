"""The interface: a leaf of the package, and the only code that knows Streamlit and Pillow.

Enters: the core. Nothing of the core enters from here.
"""
