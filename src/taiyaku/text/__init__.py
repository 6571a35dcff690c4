"""What holds of any text, in whatever language."""
