"""Typography: punctuation, widths, spaces, brackets and quotation marks."""
