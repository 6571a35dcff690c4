"""HTML -> an article: of a page the article without what is around it, of a fragment all."""

from taiyaku.importers.html.article import from_html

__all__ = ["from_html"]
