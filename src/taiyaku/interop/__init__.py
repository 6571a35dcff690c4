"""Formats for other programs: TMX."""
