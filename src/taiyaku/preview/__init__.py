"""The editions as a desk sees them while it works: served on this machine only, made anew when a file is saved."""
