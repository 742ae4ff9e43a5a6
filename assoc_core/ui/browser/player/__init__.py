"""The recall player: one recall, computed once, walked through in the browser."""
