"""Every check's own examples, in whatever family: what it says of the bad ones, and its silence about the good ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.examples import example_bitext, example_findings
from taiyaku.checks.registry import all_checks
from taiyaku.checks.run import run_checks

WHERE = Path("example")
EXAMPLES = [
    pytest.param(check, example, id=f"{check.family}/{check.name}-{number}")
    for check in all_checks()
    for number, example in enumerate(check.examples, 1)
]
CHECKS = [pytest.param(check, id=f"{check.family}/{check.name}") for check in all_checks()]


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_an_example_is_what_it_says(check: Check, example: Bad | Good) -> None:
    """A bad example is found, in the words it names; a good one is not."""
    said = [str(finding.message) for finding in example_findings(check, example, WHERE)]
    if isinstance(example, Bad):
        assert any(example.says in message for message in said), said
    else:
        assert said == [], example.why


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_a_replacement_removes_its_finding(check: Check, example: Bad | Good) -> None:
    """What --fix would write is not found again, and marks lie inside of the texts."""
    from dataclasses import replace

    bitext = example_bitext(example, WHERE)
    for finding in run_checks(bitext, [check]):
        pair = bitext.pairs[finding.pair]
        for side, start, end in finding.marks:
            assert 0 <= start <= end <= len(getattr(pair, side).text)
        if finding.replacement is None:
            continue
        target = type(pair.target)(finding.replacement, pair.target.language, ())
        pairs = [replace(other, target=target) if other is pair else other for other in bitext.pairs]
        again = run_checks(replace(bitext, pairs=tuple(pairs)), [check])
        assert not [other for other in again if other.pair == finding.pair and other.evidence == finding.evidence]


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_has_examples_of_both_kinds(check: Check) -> None:
    """There is at least one fault that is found, and one near miss."""
    assert any(isinstance(example, Bad) for example in check.examples)
    assert any(isinstance(example, Good) for example in check.examples)


def test_a_check_is_named_like_its_file() -> None:
    """The name is that of the module, the family that of its folder; no two share both."""
    seen = set()
    for check in all_checks():
        folder = Path(__file__).parents[2] / "src/taiyaku/checks" / check.family.replace("-", "_")
        assert (folder / f"{check.name.replace('-', '_')}.py").is_file(), check.name
        seen.add((check.family, check.name))
    assert len(seen) == len(all_checks())
