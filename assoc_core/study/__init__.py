"""What is measured of memories: attractors, landscapes, theory, costs, experiments.

Enters: data and memories.
"""
