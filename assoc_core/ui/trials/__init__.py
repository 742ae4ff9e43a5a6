"""What computes for long: tasks as values, the processes that run them. Enters: model."""
