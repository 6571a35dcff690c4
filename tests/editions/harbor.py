"""One article with all that an edition can show, and a translation in all states that a passage can have."""

ARTICLE = """\
---
title: Harbor opens
deck: Two towns meet
byline: By the desk
description: Two harbor towns sign.
date: 2026-04-01
---

The *harbor* opened[^a] on Wednesday[^b], and again[^a].

## What comes next

A paragraph to leave out.

A paragraph before a joined one.

A joined paragraph.

A paragraph that will be split.

<!-- taiyaku: note: for the translator only -->

1. First item
   1. Nested one
   2. Nested two

      More on nested two
2. Second item

   - Bullet inside
3. Third item

- [x] Done task

> [!NOTE]
> Mind the tide.

```python
tide = 3
```

---

| Ship | Tons |
|:-----|-----:|
| Maru | 1,200 |

![A crane](images/crane.svg "The crane")

![A boat](images/boat.svg "The boat")

[^a]: Built in 1904.
[^b]: April 1.
"""

TRANSLATIONS = {
    "Harbor opens": "港が開く",
    "Two towns meet": "~二つの町が会う",
    "By the desk": "編集部",
    "Two harbor towns sign.": "二つの港町が調印。",
    "The *harbor* opened[^a] on Wednesday[^b], and again[^a].": "{港|みなと}は*水曜日*[^b]に開いた[^a]。再び[^a]。",
    "What comes next": "次は",
    "A paragraph to leave out.": "<!-- taiyaku: omit: 読者には不要 -->",
    "A paragraph before a joined one.": "つないだ段落の前の段落。",
    "A joined paragraph.": "<!-- taiyaku: joined -->",
    "A paragraph that will be split.": "分けた段落。\n\nその続き。",
    "First item": "第一",
    "Nested one": "入れ子の一",
    "More on nested two": "入れ子の二の続き\n\n分けた続き",
    "Second item": "~第二",
    "Bullet inside": "中の項目",
    "Third item": "第三",
    "Done task": "済んだ仕事",
    "Mind the tide.": "潮に注意。",
    "Ship": "船",
    "Maru": "丸",
    "A crane": "クレーン",
    "The crane": "港のクレーン",
    "A boat": "船",
    "Built in 1904.": "1904年完成。",
    "April 1.": "4月1日。",
}
"""`~`: outdated. Not there: `Nested two`, `Tons`, `1,200` and the caption `The boat` are not translated."""

FILES = {
    "source_text/images/crane.svg": '<svg xmlns="http://www.w3.org/2000/svg"><title>crane</title></svg>',
    "source_text/images/boat.svg": '<svg xmlns="http://www.w3.org/2000/svg"><title>boat</title></svg>',
}
