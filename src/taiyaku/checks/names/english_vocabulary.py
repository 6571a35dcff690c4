"""English words that have a capital and yet tell nothing by their sound."""

from __future__ import annotations

import re

from taiyaku.text.lazy_pattern import lazy_pattern

WORDLIKE = lazy_pattern(
    r"(?:the|a|an|in|on|at|by|of|to|for|from|with|as|if|it|its|he|she|his|her|they|their|them|we|our|you|your|i|my"
    r"|this|that|these|those|there|here|when|while|where|what|who|how|why|but|and|or|so|yet|not|no|all|some|many|most"
    r"|more|both|each|every|one|two|three|after|before|since|during|until|although|though|because|even|also|just|only"
    r"|then|now|today|such|other|another|instead|despite|according|is|are|was|were|be|been|do|does|did|has|have|had"
    r"|can|could|will|would|may|might|must|should|under|over|between|among|across|through|within|without|whether"
    r"|again|once|first|later|next|last|still|today|like|above|below|however|maybe|perhaps|whatever|whoever|about"
    r"|against"
    r"|.{1,4}|.*(?:ly|ing|ed|ers?|s|tion|ment|ness|ity|ance|ence|ist|ism|al|ic|ive|ous|ful|less|ward|ship|hood|age"
    r"|ure))",
    re.IGNORECASE,
)
"""Words that may well be no names where they open a sentence: short ones, and such endings."""

_DAYS = """
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
    saturdays sundays january february march april may june july august september october november december
    christmas easter halloween thanksgiving god lord internet bible koran quran web english japanese french
    chinese german spanish latin mr mrs ms dr sir madam north south east west northern southern eastern western
    earth moon sun
"""
_INSTITUTIONS = """
    academy act administration affairs agency air alliance ally anniversary arena army association authority
    avenue award awards bank battle bay beach bill board bridge bureau cabinet campaign capitol castle cathedral
    center central centre century chamber championship championships chapel charter chief choice church city
    civil club coalition coast college committee common commons commission commonwealth community company
    conference congress conservative constitution convention corporation corps council country county court cup
    daily day days defense defence democrat democratic democrats department desert development district division
    economic education election embassy empire energy environment exchange executive exhibition fair federal
    federation festival field finance fire first force forces foreign foundation fund games gallery game garden
    gate general government grand great green group gulf guard guide hall headquarters health high hill hills
    history holy home hospital hotel house human independence industry information institute insurance
    intelligence interior international island islands journal judiciary justice king kingdom labor labour lake
    law league learning liberal liberals library life line lords market medal medical medicine meeting memorial
    ministry minister mission mount mountain mountains movement museum national nations nature naval navy
    network new news newspaper night nobel ocean office old olympic olympics open opera order organization
    palace park parliament party pass peace peninsula people philosophy plan plaza police policy post president
    press prime prize program programme project public queen radio railway red representatives republic
    republican republicans research reserve resort resources restaurant review revolution right rights river
    road roads room royal rule school science sea season secret secretary security senate senator series service
    services shop show social society son space square stadium star state states station statistics store street
    studio summit supreme survey system team technology television temple theater theatre times tour tower town
    trade trail train transport treasury treaty tribune trust union unit united universe university valley
    village voice wall war watch water way week welfare white wild world year young zone drought weather monitor
    hurricane storm protestant catholic christian muslim islam islamic buddhist buddhism christianity jew jews
    arab arabs communist nazi nazis protestants catholics christians muslims roman empire gospel psalm genesis
    renaissance medieval gothic tory tories brexit mother father uncle aunt grandma grandpa mom dad mum
"""
TRANSLATED = frozenset([*_DAYS.split(), *_INSTITUTIONS.split()])
"""Capitalized words that Japanese says in words of its own: a name with one of them tells nothing by its sound."""
