"""The public names."""

from __future__ import annotations

import re
from pathlib import Path

import taiyaku


def test_every_public_name_can_be_had() -> None:
    """Imported when it is first used."""
    for name in taiyaku._PUBLIC:
        assert getattr(taiyaku, name).__name__ == taiyaku._ORIGINAL_NAMES.get(name, name)
        assert name in dir(taiyaku)


def test_type_checkers_see_the_same_names() -> None:
    """The imports under TYPE_CHECKING are those of the table."""
    source = Path(taiyaku.__file__).read_text(encoding="utf-8")
    assert set(re.findall(r"\bas (\w+)", source)) == set(taiyaku._PUBLIC)
