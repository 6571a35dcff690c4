"""How a waiver knows a finding again, whatever was edited elsewhere and in whatever language it is told."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from taiyaku.checks.run import marked_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.finding import Finding

LENGTH = 16
"""Hexadecimal digits: 64 bits, so that two of a million findings hardly ever share theirs."""


def fingerprints(bitext: Bitext, findings: Iterable[Finding], source_only: Collection[Finding] = ()) -> list[str]:
    """Return the fingerprint of each finding: of check, entry (msgctxt, msgid) and evidence, not of place or wording.

    Those of `source_only`, about the source alone, are the same in whatever locale it is translated into. Where an
    entry has the same fault twice, the second one is counted in.
    """
    seen: dict[str, int] = {}
    result = []
    for finding in findings:
        pair = bitext.pairs[finding.pair]
        evidence = finding.evidence or marked_texts(pair, finding)
        locale = bitext.locales[0 if finding in source_only else 1]
        content = json.dumps([finding.check, locale, pair.message.msgctxt, pair.message.msgid, evidence])
        count = seen[content] = seen.get(content, -1) + 1
        if count:
            content += str(count)
        result.append(sha256(content.encode()).hexdigest()[:LENGTH])
    return result
