"""Terms: the words that a house has agreed on."""
