"""`python -m tests.quality`: measure the checks, and print the figures."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from tests.quality.corpora import corpora
from tests.quality.desk_table import desk_tables
from tests.quality.furigana import furigana_table
from tests.quality.measure import Measured, judgements, measure
from tests.quality.page import save
from tests.quality.showing import missed, shown
from tests.quality.table import as_text
from tests.quality.tables import alarm_tables, tables


def main() -> None:
    """Measure, print, and do with the figures what was asked."""
    options = _options()
    start = time.process_time()
    if options.set is None:
        measured = measure(_say)
        found = [*tables(measured), *desk_tables(_say), furigana_table()]
    else:
        chosen = list(corpora(options.set))
        absent = [corpus.missing for corpus in chosen if corpus.missing]
        measured = Measured(absent, list(judgements(chosen, _say)))
        found = list(alarm_tables(measured)) if chosen else list(desk_tables(_say))
    _say("")
    for table in found:
        sys.stdout.write(as_text(table) + "\n")
    for missing in measured.missing:
        sys.stdout.write(f"not here, and not measured: {missing}\n")
    sys.stdout.write(f"{time.process_time() - start:.0f} s of processor time\n")
    if options.save and options.set is None:
        save(found, Path(__file__).parents[2] / "docs/quality.md")
    if options.show:
        sys.stdout.writelines(f"\n{text}" for text in shown(measured, "" if options.show == "all" else options.show))
    if options.missed:
        sys.stdout.writelines(f"\n{text}" for text in missed(measured))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.quality", description="Measure the checks on published translations."
    )
    parser.add_argument("--save", action="store_true", help="write the tables into docs/quality.md")
    parser.add_argument(
        "--set", metavar="NAME", help="judge only the sets whose name has this in it (news, technical), or the desk"
    )
    parser.add_argument(
        "--show", metavar="CHECK", help="show what a check or family (or `all`) flagged in the half that is tuned on"
    )
    parser.add_argument("--missed", action="store_true", help="show the faults of that half that were not found")
    return parser.parse_args()


def _say(what: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{what}")


if __name__ == "__main__":
    main()
