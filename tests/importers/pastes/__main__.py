"""`python -m tests.importers.pastes [COUNT] [show]`: what comes out right; `show` prints what is wrong in one half."""

from __future__ import annotations

import sys
from collections import Counter

from tests.importers.pastes.measure import half, score


def main(count: int, *, show: bool) -> None:
    """Print how many pieces come out right, by role."""
    for held_out in (False, True):
        right: Counter[str] = Counter()
        asked: Counter[str] = Counter()
        lost = 0
        for paste in half(count, held_out=held_out):
            result = score(paste)
            asked.update(f"{piece.role} {paste.language}" for piece in paste.truth)
            wrong = Counter(f"{piece.role} {paste.language}" for piece in result.wrong)
            right.update(f"{piece.role} {paste.language}" for piece in paste.truth)
            right -= wrong
            lost += sum(result.lost.values())
            if show and not held_out and (result.wrong or result.lost):
                _say(
                    f"\n=== {paste.name} ({paste.traits}): {result.right}/{len(paste.truth)}, lost {dict(result.lost)}"
                )
                for piece in result.wrong:
                    _say(f"   want {piece.role:10} {piece.text[:150]}")
                for piece in result.instead:
                    _say(f"   got  {piece.role:10} {piece.text[:150]}")
        total = sum(asked.values())
        _say(
            f"\n{'held out' if held_out else 'tuned on'}: {sum(right.values())}/{total}"
            f" = {sum(right.values()) / total:.1%}, characters lost: {lost}"
        )
        _say("  " + ", ".join(f"{role} {right[role]}/{asked[role]}" for role in sorted(asked)))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30, show="show" in sys.argv)
