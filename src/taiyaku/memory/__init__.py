"""Translation memory: what other articles of the project already said."""
