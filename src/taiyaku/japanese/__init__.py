"""What Japanese needs to be read: tokens, readings, numerals, names in other scripts."""
