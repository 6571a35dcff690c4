"""The HTML that the parser's kinds of elements become, where one is like another."""

from __future__ import annotations

CONTAINERS = {
    "Item": ("<li>", "</li>\n"),
    "DefinitionList": ("<dl>\n", "</dl>\n"),
    "DefinitionListDefinition": ("<dd>", "</dd>\n"),
}
"""What opens and closes the containers that have neither details nor rules of their own."""

STYLES = {
    "Emphasis": "em",
    "Strong": "strong",
    "Strikethrough": "del",
    "Superscript": "sup",
    "Subscript": "sub",
}
"""The elements of styled text."""

ALT = {
    "Text": "{}",
    "Code": "{}",
    "InlineHtml": "{}",
    "InlineMath": "${}$",
    "DisplayMath": "$${}$$",
    "SoftBreak": " ",
    "HardBreak": " ",
}
"""How an inline reads in an alternative text: as pulldown-cmark has it, HTML as text, formulas with their dollars."""
