"""Gettext catalogs: the file, and what happens to it.

- Values: `message`, `catalog`, `header`, `template`, `progress`.
- Files: `po` is the door to PO files; `po_*` stand behind it.
- Updates: `merge` brings a catalog up to date with its template, and `changes` are what it did. `origins` finds where a
  new text comes from, `recover` and `rebuild` make its translation from `sentence_pairs` and `sentence_match`,
  `verdict` judges how much changed.
- What a correction did, for a translator: `correction`, with `passages` and `passage_past`.
- Other programs: `journal` and `journal_file` remember what was seen, `losses` and `merged_pairs` notice what is wrong.
- Merges of two versions: `three_way`, with `three_way_header`, `replay` and `conflicts`.
"""
