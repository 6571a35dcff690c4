"""What `--since` means: a time, or a revision that git knows."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import Phrase, UsageError
from taiyaku.git import find_repository

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.git import Repository

_AGO = re.compile(r"(?P<count>\d{1,6})(?P<unit>[mhdw])")
_CLOCK = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d{2})")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_UNDERSTOOD = Phrase(
    "a revision of git's, or a time: 18:00, today, yesterday, 90m, 2h, 3d, 2026-11-22, 2026-11-22T18:00"
)


class Since(NamedTuple):
    """An older state of a project: a commit of `repository`, in full, and the time that was asked for, if one was."""

    repository: Repository
    revision: str
    when: datetime | None

    @property
    def short(self) -> str:
        """The commit as people write it."""
        return self.revision[:9]


def find_since(text: str, folder: Path, now: datetime) -> Since:
    """Return the state that `text` means in the repository that `folder` lies in; `now` has a time zone.

    Raises UsageError where there is no repository, no commit, or nothing that the text could mean.
    """
    when = moment(text, now)
    repository = find_repository(folder)
    if repository is None:
        raise UsageError(
            Phrase("no git repository here, or no git: nothing is known of an older state"),
            hint=Phrase("without --since, `taiyaku changes` shows what waits for the translator"),
        )
    if repository.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}") is None:
        raise UsageError(
            Phrase("the git repository has no commit yet"), hint=Phrase("commit the articles and catalogs first")
        )
    if when is None:
        return Since(repository, _resolved(repository, text), None)
    revision = repository.revision_at(when)
    if revision is None:
        raise UsageError(
            Phrase("git has no commit from before {time}", time=when.strftime("%Y-%m-%d %H:%M")),
            hint=Phrase("give a later time, or a revision"),
        )
    return Since(repository, revision, when)


def _resolved(repository: Repository, text: str) -> str:
    try:
        return repository.resolve(text)
    except UsageError as error:
        raise UsageError(
            Phrase("neither a revision nor a time: “{text}”", text=text),
            hint=Phrase("give {understood}", understood=_UNDERSTOOD),
        ) from error


def moment(text: str, now: datetime) -> datetime | None:
    """Return the time that `text` means; None if it does not look like a time. Without a zone it is local time.

    `18:00` is the last time that the clock showed it, so that after midnight it is the evening before; a date is the
    moment at which that day began, and so are `today` and `yesterday`. Raises UsageError for an hour or a day that
    there is none, and for a time to come.
    """
    text = text.strip()
    days = {"today": 0, "yesterday": 1}
    if text in days:
        return _local(now.date() - timedelta(days[text]), time())
    try:
        if ago := _AGO.fullmatch(text):
            return now - timedelta(**{_UNITS[ago["unit"]]: int(ago["count"])})
        if clock := _CLOCK.fullmatch(text):
            clock_time = time(int(clock["hour"]), int(clock["minute"]))
            then = _local(now.date(), clock_time)
            return then if then <= now else _local(now.date() - timedelta(1), clock_time)
        if not _DATE.fullmatch(text):
            return None
        then = datetime.fromisoformat(text)
    except (ValueError, OverflowError) as error:
        raise UsageError(
            Phrase("no such time: “{text}”", text=text), hint=Phrase("give {understood}", understood=_UNDERSTOOD)
        ) from error
    then = then.astimezone()  # which takes one without a zone for local time
    if then > now:
        raise UsageError(Phrase("“{text}” is yet to come", text=text), hint=Phrase("give a time that has been"))
    return then


def _local(day: date, clock: time) -> datetime:
    """Return a local time with its offset on that very day: summer time may have begun since."""
    return datetime.combine(day, clock).astimezone()
