"""The contact sheet: digits to pick from, as thumbnails."""
