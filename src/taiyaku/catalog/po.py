"""The only door to PO files: reading, writing, saving.

file = read(path)                       strict; every complaint has its place
data = updated(file, catalog)           the bytes of the changed file; unchanged entries keep theirs
save(path, catalog, file)               the same onto the disk, verified first
save(path, catalog, None)               a new file
"""

from __future__ import annotations

from taiyaku.catalog.po_file import PoFile
from taiyaku.catalog.po_reader import parse, read
from taiyaku.catalog.po_save import save, vanished
from taiyaku.catalog.po_splice import updated
from taiyaku.catalog.po_writer import dump

__all__ = ["PoFile", "dump", "parse", "read", "save", "updated", "vanished"]
