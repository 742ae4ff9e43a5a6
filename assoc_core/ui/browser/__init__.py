"""Elements of our own: JavaScript beside the Python that feeds it. Enters: model, words."""
