"""Checks: what differs between an original and its translation that should not."""
