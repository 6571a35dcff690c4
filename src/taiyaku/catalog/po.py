"""The only door to PO files: reading, writing, saving.

file = read(path)                       strict; every complaint has its place
data = updated(file, catalog)           the bytes of the changed file; unchanged entries keep theirs
save(path, catalog, file)               the same onto the disk, verified first
save(path, catalog, None)               a new file
text = updated_text(file, catalog)      the same as text
text = dump(catalog)                    a whole catalog as text

Each is imported when it is first asked for: writing a template needs no reader.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taiyaku.catalog.po_file import PoFile
    from taiyaku.catalog.po_reader import parse, read
    from taiyaku.catalog.po_save import save, vanished
    from taiyaku.catalog.po_splice import updated, updated_text
    from taiyaku.catalog.po_writer import dump

__all__ = ["PoFile", "dump", "parse", "read", "save", "updated", "updated_text", "vanished"]

_HOMES = {
    "PoFile": "po_file",
    "dump": "po_writer",
    "parse": "po_reader",
    "read": "po_reader",
    "save": "po_save",
    "updated": "po_splice",
    "updated_text": "po_splice",
    "vanished": "po_save",
}


def __getattr__(name: str) -> object:
    """Import what the door leads to."""
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(f"taiyaku.catalog.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
