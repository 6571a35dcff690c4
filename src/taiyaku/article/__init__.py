"""What the author wrote: a document, its segments, the directives in it, and splicing."""
