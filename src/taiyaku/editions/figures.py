"""Images that are a paragraph of their own: on a bilingual page the same one need not be shown twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taiyaku.formats.markdown.events import RangedEvent
    from taiyaku.formats.markdown.units import Unit


def figure_image(unit: Unit) -> tuple[tuple[RangedEvent, ...], str, str] | None:
    """Return the events of the image that is all of a unit, its address and its title (which is not in the events).

    None where the unit is anything else, or stands in a list or a quotation.
    """
    if len(unit.events) < 4 or unit.events[0][0] != {"Start": "Paragraph"}:  # noqa: PLR2004 (two pairs)
        return None
    inner = unit.events[1:-1]
    detail = _image(inner[0])
    depth = 0
    for event, _ in inner[:-1]:
        depth += (_image((event, {})) is not None) - (event == {"End": "Image"})
        if depth == 0:
            return None
    if detail is None or inner[-1][0] != {"End": "Image"}:
        return None
    untitled: RangedEvent = ({"Start": {"Image": {**detail, "title": ""}}}, inner[0][1])
    return (untitled, *inner[1:]), detail["dest_url"], detail["title"]


def _image(event: RangedEvent) -> dict[str, str] | None:
    start = event[0].get("Start") if isinstance(event[0], dict) else None
    image = start.get("Image") if isinstance(start, dict) else None
    return image if isinstance(image, dict) else None
