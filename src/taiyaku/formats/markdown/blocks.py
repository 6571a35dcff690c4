"""The old names of the tree of blocks; new code imports them from `tree`."""

from __future__ import annotations

from taiyaku.formats.markdown.tree import LEAVES
from taiyaku.formats.markdown.tree import Node as Block
from taiyaku.formats.markdown.tree import tree as block_tree

__all__ = ["LEAVES", "Block", "block_tree"]
