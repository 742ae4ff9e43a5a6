"""The lanes of a race: several recalls of one cue, walked through on one clock in the browser."""
