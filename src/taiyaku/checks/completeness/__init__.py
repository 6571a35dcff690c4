"""Completeness: what was not translated, or not all of it."""
