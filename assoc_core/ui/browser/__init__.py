"""Elements of our own: JavaScript beside the Python that feeds them facts.

Enters: model and what it stands on, and words.
"""
