"""常用漢字表 of 2010, against what is known of it."""

from __future__ import annotations

import unicodedata

from taiyaku.checks.style_ja.joyo_table import JOYO, PERMITTED

ADDED = (
    "挨曖宛嵐畏萎椅彙茨咽淫唄鬱怨媛艶旺岡臆俺苛牙瓦楷潰諧崖蓋骸柿顎葛釜鎌韓玩伎亀毀畿臼嗅巾僅錦惧串窟熊詣憬稽隙桁拳鍵舷股虎錮"
    "勾梗喉乞傲駒頃痕沙挫采塞埼柵刹拶斬恣摯餌鹿𠮟嫉腫呪袖羞蹴憧拭尻芯腎須裾凄醒脊戚煎羨腺詮箋膳狙遡曽爽痩踪捉遜汰唾堆戴誰旦"
    "綻緻酎貼嘲捗椎爪鶴諦溺塡妬賭藤瞳栃頓貪丼那奈梨謎鍋匂虹捻罵剝箸氾汎阪斑眉膝肘阜訃蔽餅璧蔑哺蜂貌頰睦勃昧枕蜜冥麺冶弥闇喩湧"
    "妖瘍沃拉辣藍璃慄侶瞭瑠呂賂弄籠麓脇"
)
"""The characters that the revision of 2010 added."""

REMOVED = "勺錘銑脹匁"


def test_the_table_has_its_2136_characters() -> None:
    """1,945 of 1981, 196 more and 5 less."""
    assert len(JOYO) == 1945 + 196 - 5
    assert len(ADDED) == len(set(ADDED)) == 196


def test_the_revision_of_2010_is_in_it() -> None:
    """What it added is there, in the forms of the notice, and what it removed is not."""
    assert set(ADDED) <= JOYO
    assert not JOYO & set(REMOVED)


def test_it_has_no_compatibility_characters() -> None:
    """Each is a character of its own, and so is what the notice permits beside 𠮟塡剝頰."""
    assert all(unicodedata.normalize("NFKC", one) == one for one in JOYO | PERMITTED)
    assert not JOYO & PERMITTED
    assert set("𠮟塡剝頰") <= JOYO
