"""Correct ways to write numbers, dates and times are silent, whatever check looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.quality.variants import flagged, variants

if TYPE_CHECKING:
    from tests.quality.corpora import Texts

_VARIANTS = list(variants())


def test_there_are_many() -> None:
    """The list is long, and says nothing twice."""
    assert len(_VARIANTS) >= 200
    assert len(set(_VARIANTS)) == len(_VARIANTS)


@pytest.mark.parametrize("texts", _VARIANTS, ids=[texts.target for texts in _VARIANTS])
def test_no_variant_is_flagged(texts: Texts) -> None:
    """Neither as a translation into Japanese, nor as one from it."""
    assert [str(found.finding.message) for found in flagged(texts)] == []
