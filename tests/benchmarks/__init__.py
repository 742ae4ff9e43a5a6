"""How fast the memories are, next to the machine's own limit and to other implementations."""
