"""Style of English."""
