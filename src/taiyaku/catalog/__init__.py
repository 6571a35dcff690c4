"""Gettext catalogs: what a translator edits, and must never lose a word of."""
