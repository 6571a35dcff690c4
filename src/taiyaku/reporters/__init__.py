"""Reports for people: pages that are read once, beside the work."""
