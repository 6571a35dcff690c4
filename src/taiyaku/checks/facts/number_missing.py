"""A number, date or amount of the source that the translation does not tell."""

from __future__ import annotations

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.facts.findings import find
from taiyaku.errors import Phrase

CHECK = Check(
    name="number-missing",
    family="facts",
    severity="warning",
    summary=Phrase("A number, date or amount of the source is missing."),
    find=find("number-missing"),
    examples=(
        Bad("A total of 250 students came by bus.", "生徒たちはバスで来た。", "“250” has no counterpart"),
        Bad("The museum opened in 1965 and closed in 2003.", "博物館は1965年に開館した。", "“2003” has no counterpart"),
        Bad("The festival begins on Sunday.", "祭りが始まる。", "“Sunday” has no counterpart"),
        Good("Nine times out of ten, it is the cable.", "十中八九、悪いのはケーブルだ。", "a saying"),
        Good("Her grandfather turned 77.", "祖父は喜寿を迎えた。", "an age that has a name"),
        Good("三軒茶屋に住んでいる。", "She lives in Sangenjaya.", "a name with a numeral"),
        Good("It was lower 5 on the Japanese scale of 7.", "震度5弱だった。", "every reader knows the scale"),
        Good("The sale ends on July 4.", "セールは独立記念日までだ。", "a day that has a name"),
        Bad("The sale ends on July 5.", "セールは独立記念日までだ。", "“5” has no counterpart"),
        Good("今年は8強入りを狙う。", "They aim to reach the quarterfinals this year.", "a round by its name"),
        Good("The talks open on Oct. 28.", "会談は28日に始まる。", "the month is understood"),
        Good("Both cities signed.", "両市が署名した。", "both is told by 両"),
        Good("He is one of the best.", "彼は最高の選手だ。", "one may be worded away"),
        Good("All three arguments are optional.", "引数はすべて省略できる。", "all of them, however many"),
        Good(
            "In 2018 the club had 80 members. In 2019 it had 95.",
            "2018年の会員は80人、翌2019年は95人だった。",
            "joined into one sentence",
        ),
    ),
)
