"""An article that has all that a printed page must set."""

from __future__ import annotations

from tests.editions.site import SETTINGS

ARTICLE = """---
title: 港の約束　両市長が署名
deck: 学生交流12年の絆、正式な約束に
byline: 山田 桜子
authors: [山田 桜子]
date: 2026-11-16
locale: ja
---

{朝霧|あさぎり}市の両市長は11月14日、図書館で協定[^1]に署名した。本は1,860冊、iPhone 15と`code 12`。

![港](images/boat.svg "2026年の港")

## 12年の行き来

<!-- taiyaku: role: pull-quote -->

> 友好都市とは、たまたま海を隔てて暮らす12人の約束です
>
> ―朝霧市長、11月14日

| 年 | 冊 |
| --- | --- |
| 2021 | 100 |

[前の記事](other.md)と[ほかの頁](https://example.com/12)。

[^1]: 5年の協定。
"""
ENGLISH = {
    "港の約束　両市長が署名": "A promise of two harbors",
    "12年の行き来": "Twelve years",
    "友好都市とは、たまたま海を隔てて暮らす12人の約束です": "A promise of 12 who happen to live across a sea",
}
BOAT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2" fill="#9cf"/></svg>'


def settings(*formats: str, **editions: str) -> str:
    """Return settings for these editions, English and Japanese, from Japanese originals."""
    values = {"formats": list(formats), **editions}
    lines = "".join(f"{name} = {value!r}\n".replace("'", '"') for name, value in values.items())
    return f'source_locale = "ja"\nbase_url = "https://example.org/news"\n{SETTINGS}\n[editions]\n{lines}'
