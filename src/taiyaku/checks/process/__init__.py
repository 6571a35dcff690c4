"""Process: what concerns the work itself, not a text."""
