"""How a translation is published: pages, Markdown, plain text, the bilingual edition, the index."""
