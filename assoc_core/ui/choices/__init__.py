"""What a learner chose, as values, and its way to the URL and back. Enters: the core."""
