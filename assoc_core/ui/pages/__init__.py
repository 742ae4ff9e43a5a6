"""The pages: each chooses, computes and shows. Enters: everything but the app around them."""
