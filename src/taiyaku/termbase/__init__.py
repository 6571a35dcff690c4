"""Names and terms: what they are called in both languages, and where a text has them."""
