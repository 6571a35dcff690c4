"""Pastes made by program of articles whose paragraphs and roles are known, and what the importer makes of them."""
