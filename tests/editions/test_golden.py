"""The whole site of the harbor article, file by file, as it was when somebody last looked at it.

Look at the difference, and in a browser at the pages; then save it anew: TAIYAKU_SAVE_GOLDEN=1 pytest tests/editions
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from tests.editions.harbor import ARTICLE, FILES, TRANSLATIONS
from tests.editions.site import SETTINGS, site_of, write

if TYPE_CHECKING:
    from tests.editions.site import Site

GOLDEN = Path(__file__).parents[1] / "golden" / "harbor"


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder; the stylesheet is left out, since only eyes can judge it."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {place: path.read_bytes() for place, path in sorted(files.items()) if path.suffix != ".css"}


def test_the_site_is_as_it_was(harbor: Site) -> None:
    """To the byte."""
    built = tree(harbor.root / "build")
    if os.environ.get("TAIYAKU_SAVE_GOLDEN"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for place, content in built.items():
            write(GOLDEN, {place: content})
    golden = tree(GOLDEN)
    assert list(built) == list(golden)
    for place, content in built.items():
        assert content.decode() == golden[place].decode(), place


def test_a_second_build_is_the_same(harbor: Site, tmp_path: Path) -> None:
    """In another folder, too: nothing of a page depends on where or when it was made."""
    write(tmp_path, FILES)
    again = site_of(tmp_path, {"harbor.md": ARTICLE}, TRANSLATIONS, f'base_url = "https://example.org/"\n{SETTINGS}')
    assert tree(again.root / "build") == tree(harbor.root / "build")
