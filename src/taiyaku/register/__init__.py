"""The register: the names and terms of articles in both languages, found, counted and paired."""
