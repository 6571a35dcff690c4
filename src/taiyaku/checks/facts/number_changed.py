"""A number that became another."""

from __future__ import annotations

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.facts.findings import find
from taiyaku.errors import Phrase

CHECK = Check(
    name="number-changed",
    family="facts",
    severity="error",
    summary=Phrase("A number differs."),
    find=find("number-changed"),
    examples=(
        Bad(
            "About 32,000 people live in Bizen.",
            "備前市には約32万人が暮らしている。",
            "32,000, 320,000, 10 times as much",
        ),
        Bad("Three teachers came along.", "教員四人が同行した。", "“Three” became “四”"),
        Bad("総工費は３億５０００万円。", "The total cost was 35 million yen.", "350,000,000, 35,000,000, 1/10 of it"),
        Bad("They won 3-1.", "3対2で勝った。", "“1” became “2”"),
        Bad("HER2 drives the growth of cancers.", "HER4は癌の成長を促す。", "“HER2” became “HER4”"),
        Bad("The plant employs 799 people.", "工場では779人が働く。", "“799” became “779”"),
        Good(
            "About 32,000 people live in Bizen.",
            "備前市には約３万２千人が暮らしている。",
            "千 and 万 in digits of full width",
        ),
        Good("One city helped another.", "ある市が別の市を助けた。", "one and another say no number"),
        Good("Nine out of ten agreed.", "9割が賛成した。", "a share in other words"),
        Good("It lasted 18 months.", "1年半続いた。", "a length of time in another unit"),
        Good("Book six weeks ahead.", "予約は1カ月半前までに。", "a rounded length of time"),
        Good(
            "The museum drew 380,000 visitors, up from 350,000.",
            "来館者は38万人で、3万人増えた。",
            "one follows from the others",
        ),
        Good("Rates rose by 50 basis points.", "金利は0.5ポイント上がった。", "hundredths of a point"),
        Good("He equalized in the 71st minute.", "後半26分に同点とした。", "counted from the break"),
        Good("He scored in the 52nd and 80th minutes.", "後半7分と35分に決めた。", "both counted from the break"),
        Bad("He scored in the 52nd minute.", "後半17分に決めた。", "“52nd” became “17分”"),
        Good("They came back from 3-0 down.", "3点差をはね返した。", "a score by its margin"),
        Bad("They came back from 3-0 down.", "4点差をはね返した。", "“3” became “4”"),
        Good("It sold out in 48 hours.", "2日で完売した。", "days in hours"),
        Bad("It sold out in 48 hours.", "3日間で完売した。", "“48 hours” became “3日間”"),
        Good("Add 1 3/4 cups of water.", "水を1と3/4カップ加える。", "a number with a fraction"),
        Good("The shop, founded in 1903, closed in 2023.", "創業120年の店が2023年に閉店した。", "reckoned"),
        Good("It ended a four-day losing streak.", "5日ぶりに反発した。", "counted with the day that ends it"),
        Bad("Call 03-5550-0121.", "電話は03・5550・0112。", "“03-5550-0121” became “03・5550・0112”"),
        Bad("Update to 12.0.3.", "12.1.3に更新してください。", "“12.0.3” became “12.1.3”"),
        Good("She finished in 2:51:08.", "2時間51分8秒で完走した。", "the time of a race"),
        Good("Heat the oven to 390 F.", "オーブンを200度に温める。", "Fahrenheit and Celsius"),
        Good("The room has 10 square meters.", "部屋は6畳ほど。", "measures of old"),
        Good("He belongs to the Nine Old Masters of Kutani.", "九谷の名工の一人だ。", "a number inside a name"),
        Good("The Group of Seven met in Italy.", "G7がイタリアで会合を開いた。", "a name with a number"),
    ),
)
