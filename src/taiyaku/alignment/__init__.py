"""An article and its translation, made separately: which passage is the translation of which."""

from taiyaku.alignment.documents import Alignment, Pair, align_documents

__all__ = ["Alignment", "Pair", "align_documents"]
