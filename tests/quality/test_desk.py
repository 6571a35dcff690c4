"""The source desk's measure makes the slips that it says, and the desk stays quiet about published news."""

from __future__ import annotations

import random

import pytest
from tests.quality.desk_faults import SLIPS, Slip, told
from tests.quality.desk_papers import DeskPaper, desk_findings, desk_sets, of_half
from tests.quality.desk_table import findings_per_paper

ENGLISH = DeskPaper(
    "made",
    "en",
    (
        ("Mayor Takeshi Yoshimura met 250 young students on August 8.", "paragraph"),
        ("“We thank the 250 young students,” he said in the hall.", "paragraph"),
        ("Then the guests met Mayor Yoshimura again.", "paragraph"),
    ),
    "tuned",
)
JAPANESE = DeskPaper(
    "made",
    "ja",
    (
        ("ジョージ・チェイニー市長が8月8日に生徒と会った。", "paragraph"),
        ("「生徒に感謝する」と市長は語った。", "paragraph"),
        ("チェイニー市長は生徒を見送った。", "paragraph"),
    ),
    "tuned",
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_made_and_told(slip: Slip) -> None:
    """Where an article has a place for it, it changes the article, and the checks tell it; a clean one they do not."""
    for paper in (ENGLISH, JAPANESE):
        assert not [found for found in desk_findings(paper) if found.severity != "note"]
        chances = [random.Random(seed) for seed in range(5)]  # noqa: S311 (no secret)
        changed = [slip.make(paper, chance) for chance in chances]
        assert all(wrong is None or wrong.texts != paper.texts for wrong in changed)
    results = [told(slip, [paper]) for paper in (ENGLISH, JAPANESE)]
    assert sum(result.found for result in results) > 0


def test_the_desk_is_quiet_about_published_news() -> None:
    """At most one error or warning in ten documents, both languages together, in the half that nobody looked at."""
    news = next(iter(desk_sets()))
    if not news.papers:
        pytest.skip(f"{news.missing} is not here")
    findings, papers = findings_per_paper(
        [*of_half(news.papers, "held out", "en"), *of_half(news.papers, "held out", "ja")]
    )
    assert findings * 10 <= papers
