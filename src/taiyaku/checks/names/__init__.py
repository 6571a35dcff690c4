"""Names of people, places and organizations."""
