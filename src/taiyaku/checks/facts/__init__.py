"""Facts: numbers, dates, times and amounts."""
