"""Associative memories, and what they are made of: rules, schedules, runs. Enters: data, types."""
