"""The page script: Streamlit runs it for every session, again after everything one does.

The processes that compute experiments import it, too, as `__mp_main__`: then it does nothing, and
loads no Streamlit.
"""

if __name__ == "__main__":
    from assoc_core.ui.app import frame

    frame.show()
