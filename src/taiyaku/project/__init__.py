"""A project on disk: its settings, and which file is where."""
