"""What makes an app of the pages: the frame around them, the script that runs, the server.

Enters: everything. The script lies in a folder of its own, for Streamlit would take a folder
`pages` beside it for a menu.
"""
