"""What English needs to be read: numerals, names, word forms."""
