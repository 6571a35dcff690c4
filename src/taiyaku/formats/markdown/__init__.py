"""Markdown articles: CommonMark and GitHub's tables, footnotes, alerts, task lists, with definition lists."""
