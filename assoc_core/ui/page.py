"""The page script: what Streamlit runs for every session, from the top, again and again."""

if __name__ == "__main__":  # the process that computes experiments imports this file, too
    from assoc_core.ui import frame

    frame.show()
