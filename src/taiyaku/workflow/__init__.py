"""One verb of the command line per file: values in, values out; nothing is printed here."""
