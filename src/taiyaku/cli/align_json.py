"""The results of `align` as JSON, for programs. docs/align.md says what the fields mean."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from taiyaku.cli.manifest import VERSION, problem_records
from taiyaku.cli.output import _

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.project.project import Project
    from taiyaku.workflow.align import Aligned
    from taiyaku.workflow.align_findings import Passage
    from taiyaku.workflow.articles import Outcome


def align_manifest(outcome: Outcome[Aligned], project: Project) -> str:
    """Return what was adopted as JSON."""
    data = {
        "version": VERSION,
        "translations": [_result_data(result, project) for result in outcome.results],
        "problems": problem_records(outcome.problems, project),
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _result_data(result: Aligned, project: Project) -> dict[str, Any]:
    difference = result.difference
    return {
        "slug": result.article.slug,
        "locale": result.locale,
        "locale_told_by": result.told,
        "translation": _from_root(result.translation, project),
        "catalog": _from_root(result.saved.path, project),
        "written": result.saved.written,
        "revision": result.original.revision,
        **result.counts._asdict(),
        "findings": [
            {
                "kind": finding.kind,
                "why": None if finding.why is None else finding.why.translated(_),
                "original": [_passage_data(passage, project) for passage in finding.original],
                "translation": [_passage_data(passage, project) for passage in finding.translation],
            }
            for finding in result.findings
        ],
        "rebuilt": {
            "identical": difference.exact,
            "passages": difference.passages,
            "front_matter": difference.front,
            "other": difference.other,
            "lost": difference.lost,
            "diff": list(difference.lines),
        },
    }


def _passage_data(passage: Passage, project: Project) -> dict[str, Any]:
    line, column = passage.position
    return {"path": _from_root(passage.path, project), "line": line, "column": column, "text": passage.text}


def _from_root(path: Path, project: Project) -> str:
    """A path from the root of the project; an absolute one for a file outside of it."""
    full = project.root / path
    return full.relative_to(project.root).as_posix() if full.is_relative_to(project.root) else full.as_posix()
