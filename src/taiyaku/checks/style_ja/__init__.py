"""Style of Japanese."""
