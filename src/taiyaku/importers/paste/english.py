"""How English newsrooms mark what is not running text."""

from __future__ import annotations

from taiyaku.text.lazy_pattern import lazy_pattern

_NAME = r"(?:[A-Z][\w.’'ʻ-]*|de|da|del|della|di|van|von|der|den|la|le|bin|al|y)"
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{0,5}}"
_LIST = rf"{_NAMES}(?:\s*(?:,\s*(?:and\s+)?|&|\band\b|\bAND\b|\bwith\b|/)\s*{_NAMES}){{0,6}}"
_HEADS = (
    r"(?:(?:[Ss]tory|[Tt]ext|[Ww]ords|[Rr]eported|[Ww]ritten|[Cc]ompiled|[Ii]nterview(?:ed)?|[Pp]hotos?|STORY|TEXT|WORDS|PHOTOS?)"
    r"(?:\s+(?:and|AND|&)\s+(?:[Pp]hotos?|[Pp]hotographs|[Ii]mages|PHOTOS?))?\s+)?"
)
_AFFILIATION = (
    r"(?:\s*[,|/·•—–-]\s*(?:(?:[A-Z][\w.’'&-]*|of|the|for|and|to|in|at|by|staff|special|contributing|senior|freelance|news"
    r"|writers?|reporters?|editors?|correspondents?|photographers?|columnists?)[,|/\s]*){1,9})?"
)

BYLINE = lazy_pattern(
    rf"{_HEADS}(?:[Bb]y|BY)[:\s]\s*"
    rf"(?P<names>{_LIST}|(?:the|THE)\s+[\w.’'& -]{{2,30}}\s+(?:desk|staff|DESK|STAFF)){_AFFILIATION}"
)
"""By A and B, Staff Writers."""

_WORKER = (
    r"(?:writers?|reporters?|correspondents?|editors?|photographers?|columnists?|interns?|contributors?|journalists?)"
)
STAFF = lazy_pattern(
    rf"""(?xi)
    (?:[\w.&’'-]+\s+){{0,4}} (?:staff|special|contributing|senior|associate|assistant|managing|city|sports|news|chief|
        political|business|foreign|guest|freelance|executive|features?|community|arts|food|photo) \s+ {_WORKER}
    | (?:[\w.&’'-]+\s+){{1,4}} (?:correspondents?|bureau|news\s+service|wire\s+(?:services?|reports?))
    | (?:[\w.&’'-]+\s+){{0,4}} staff\s+(?:and\s+wire\s+)?reports?
    | from\s+(?:staff|wire|news)(?:\s+and\s+\w+)?\s+(?:reports?|services?)
    | (?:special\s+to|(?-i:For|FOR))\s+(?-i:The|THE|the)\s+(?-i:(?=[A-Z]))(?:[\w.&’'-]+\s*){{1,4}}
    | the\s+associated\s+press | associated\s+press | kyodo\s+news | jiji\s+press | reuters | agence\s+france-presse
    """
)
"""XY STAFF WRITERS, Special to The Post, The Associated Press: a line under the byline."""

NAME_ALONE = lazy_pattern(
    r"[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]*){1,3}(?:\s+(?:and|&)\s+[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]*){1,3})?"
)

CREDIT = lazy_pattern(
    r"""(?x)
    [(\[]? \s* (?:
        (?i:(?:file\s+)?(?:photos?|photographs?|photography|pictures?|images?|illustrations?|graphics?|artwork|art|video|map)
            \s+ (?:by|courtesy(?:\s+of)?|from|provided\s+by|via) \b:?) .{2,80}
      | (?i:courtesy|contributed|submitted|provided|file|handout) \s+
        (?i:of\s+.{2,60}|photos?(?:\s+(?:by|from)\s+.{2,60})?|images?)
      | (?i:(?:photo\s+)?credits?|photographer|photos?\s+credit|image\s+credit|courtesy)\s*:\s*.{2,80}
      | (?i:photos?|images?)\s*[:/]\s*(?:[A-Z][\w.’'&-]*[,/]?\s*){1,7}
      | (?:[A-Z][A-Z.’'-]+\s+){1,3}[A-Z][A-Z.’'-]+\s*/\s*(?:[A-Z][\w.’'&-]*\s*){1,5}
      | [A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,2}\s*/\s*
        (?:Getty(?:\s+Images)?|AP|AFP|Reuters|Kyodo(?:\s+News)?|AP\s+Photo|Unsplash|Staff)
      | (?:Getty\s+Images|AP\s+Photo|AFP|Kyodo\s+News|Shutterstock|iStock)(?:\s*/\s*.{2,40})?
      | ©\s*.{2,60}
    ) \s* [)\]]? \.?
    """
)
CREDIT_AT_END = lazy_pattern(
    r"""(?x) (?: [(\[]\s*(?:
            (?i:photos?|photographs?|courtesy|images?|illustrations?|graphics?|submitted|file\s+photo|contributed|credit)\b[^()\[\]]{0,80}
            | (?:[A-Z][\w.’'-]+\s+){1,3}[A-Z]?[\w.’'-]*\s*/\s*[^()\[\]]{2,40}
            | AP\s+Photo[^()]{0,60} | Getty\s+Images )[)\]]
        | (?:\.|—|–|\|)\s*
          (?i:(?:file\s+)?photo(?:graph)?s?(?:\s+(?:by|courtesy(?:\s+of)?)|:)|photo\s+credit:)\s+[^.]{2,60}\.?
    ) $ """
)
"""A caption's last words: (Photo by A), (JANE DOE/The Post), — Photo: A."""

CAPTION_LABEL = lazy_pattern(
    r"(?i)(?:(?:photo|picture|image|fig(?:ure|\.)?|above|below|top|bottom|left|right|pictured|clockwise|on the cover"
    r"|main photo|inset)(?:\s+\d{1,2}|\s+(?:left|right|from\s+(?:top|left)[\w\s]{0,10}))?\s*[:.,—–]\s+"
    r"|from left(?:\s+to\s+right)?\s*[:,]\s)\S.*"
)

NOTE = lazy_pattern(
    r"""(?xi) [\[(*_—–-]{0,3}\s* (?:
        (?:editor[’']?s|editors[’']?|author[’']?s|publisher[’']?s)\s+note\b
      | (?:correction|clarification|note\s+to\s+(?:readers|editors?))\s*(?:[:：—–]|\(|\b(?=appended))
      | (?:this|the)\s+(?:interview|conversation)\s+(?:has\s+been|was)\s+(?:lightly\s+)?(?:edited|condensed)
      | (?:this|the)\s+(?:article|story|report|post|column|version)\s+
        (?:has\s+been|was|is|originally|first|appeared|also)\s+(?:\w+\s+)?
        (?:updated|corrected|amended|revised|published|appeared|posted|produced|translated|edited|reprinted)
      | (?:an|a\s+previous)\s+(?:earlier|version)\s+(?:version\s+)?of\s+this\s+(?:article|story|report)
      | (?:[\w.,’'-]+\s+){1,6}can\s+be\s+(?:reached|contacted|e-?mailed)\s+(?:at|by|on|via)\b
      | (?:[\w.,’'-]+\s+){1,9}
        (?:contributed\s+(?:reporting\s+)?to\s+(?:this|the)\s+(?:report|story|article)|(?:reported|contributed)\s+from)\b.{0,40}$
    ) .* """
)

CONTACT = lazy_pattern(r"(?i)(?:(?:media|press|news)\s+)?(?:contacts?|inquiries)(?:\s+for\s+[\w\s]{2,30})?\s*:.{0,200}")
"""Contact: A, 310-555-0142: whom newsrooms may ask, above the headline of a press release."""

DATELINE = lazy_pattern(
    r"""(?x) (?P<place> [A-Z][A-Z’'.\ -]*[A-Z.]
        (?:,\ (?:[A-Z][A-Za-z.]*\ ?){1,3})? )
      (?:,\ (?P<date>[A-Z][a-z]{2,8}\.?\ \d{1,2}(?:,\ \d{4})?))?
      (?:\ \((?P<agency>[^)]{2,40})\))? \s*(?:—|–|--|\ -)\s+(?=\S)"""
)
"""TORRANCE, Calif. (AP) — The cities ..."""

CROSSHEAD_SIGN = lazy_pattern(r"(?P<sign>\#{1,6}\s+|[■◆▼●▲□◇★☆▪]\s*|\*{2}(?=\S.*\S\*{2}$))(?P<text>.+?)(?:\*{2})?")

PHOTO_VERBS = lazy_pattern(
    r"""(?xi)(?<!\bto\s)(?<!\bcan\s)(?<!\bwill\s)(?<!\bthe\s)(?<!\ba\s)(?<!\bof\s)(?<!\bmay\s)(?<!\bwould\s)(?<!\bcould\s)(?<!\btheir\s)
    (?<!\bhis\s)(?<!\bher\s)(?<!\bits\s)(?<!\bfor\s)(?<!\bin\s)(?<!\ban\s)(?<!\bshould\s)
    \b(?:poses?|shakes?|gathers?|smiles?|holds?|stands?|sits?|speaks?|waves?|cuts?|cheers?|celebrates?|presents?|signs?|walks?
    |performs?|plays?|watch(?:es)?|listens?|greets?|receives?|accepts?|joins?|shows?|enjoys?|displays?|looks?|pounds?|dances?
    |lines?\sup|marches|march|bows?|claps?|applauds?|chats?|talks?|leads?|raises?|lifts?|carries|carry|throws?|pitches|swings?
    |runs?|rides?|climbs?|lights?|prepares?|serves?|cooks?|paints?|works?|helps?|takes?|attends?|toasts?|unveils?|inspects?
    |examines?|points?|explains?|demonstrates?|exchanges?|hugs?|embraces?|kneels?|prays?|sings?|reads?|writes?|wears?|lies?|lay
    |rises?|sets?|hangs?|towers?|overlooks?|stretches|stretch|flies|fly|float|floats|glows?|blooms?|faces|fills?|surrounds?
    |features?|tours?|visits?|arrives?|returns?|participates?|competes?|drums?|beats?|plants?|tends?|stacks?|loads?|unloads?)\b"""
)
"""What people and things do in captions: the present tense of a picture."""

POSES = lazy_pattern(
    r"""(?xi)(?<!\bto\s)(?<!\bcan\s)(?<!\bwill\s)(?<!\bthe\s)(?<!\ba\s)(?<!\bof\s)
    \b(?:poses?|shakes?\shands|gathers?|smiles?|waves?|cheers?|applauds?|claps?|watch(?:es)?|listens?|stands?|sits?|holds?|looks?\son
    |cuts?|inspects?|walks?|dances?|performs?|march(?:es)?|pounds?|stacks?|bows?|hugs?|embraces?|kneels?|prays?|raises?|lifts?
    |carry|carries|lines?\sup|toasts?|unveils?|examines?|points?|speaks?|explains?|demonstrates?|pours?|lights?|plants?|rides?|climbs?)\b"""
)
"""Of these, what people do for a camera, and seldom in an article’s present tense."""

PRONOUNS = frozenset(
    [
        "He",
        "She",
        "It",
        "We",
        "I",
        "You",
        "They",
        "There",
        "This",
        "That",
        "These",
        "Those",
        "If",
        "When",
        "What",
        "Who",
        "How",
    ]
)

POSITIONS = lazy_pattern(
    r"""(?xi)\bfrom\s+left\b
    | ,\s(?:far\s|at\s|second\sfrom\s(?:the\s)?)?
        (?:left|right|center|centre|top|bottom|foreground|background)\b(?=[,.;\s)]|$)
    | \((?:from\s)?(?:far\s)?(?:left|right|l|r|center|above|below|top|back|front)\b[^)]{0,30}\)
    | \b(?:front|back|middle|top|bottom)\s+row\b | \bpictured\s+(?:above|here|below|left|right|at|with|in|on)\b
    | \b(?:is|are)\s+(?:seen|shown|pictured)\s+(?:from|at|in|on|with|here|during)\b
    | ^(?:the\s|an?\s)?(?:file|undated|handout|archive|aerial)\s+(?:photo|image|view|picture)\b
    | \bin\sthis\s(?:\w+\s)?(?:photo|image|picture)\b"""
)
PAST = lazy_pattern(
    r"(?i)\b(?:said|was|were|had|did|told|began|went|came|made|took|held|met|gave|saw|became|won|led|\w{3,}ed)\b"
)
OPEN_END = lazy_pattern(
    r"""(?xi)(?:,|-|—|–|&|\b(?:the|a|an|of|and|or|but|nor|to|in|on|at|by|for|from|with|as|that|which|who|whose|when|where|while
    |because|if|than|into|onto|over|under|between|through|during|its|their|his|her|our|your|my|this|these|those|is|are|was
    |were|be|been|being|has|have|had|will|would|can|could|should|may|might|must|not|very|more|most|such|so|also|both|either
    |about|after|before|until|since|against|among|without|within|near|per|via|including|said|mr\.|ms\.|mrs\.|dr\.|prof\.
    |sen\.|rep\.|gov\.|jan\.|feb\.|aug\.|sept\.|oct\.|nov\.|dec\.))$"""
)
"""A text that ends so goes on."""
