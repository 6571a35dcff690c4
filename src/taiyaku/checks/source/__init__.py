"""The source alone: what the desk should look at before it is translated."""
