"""Mark-up: links, tags, placeholders and footnotes that a translation must carry over."""
