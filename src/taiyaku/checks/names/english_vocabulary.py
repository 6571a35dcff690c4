"""English words that have a capital and yet tell nothing by their sound."""

from __future__ import annotations

import re

from taiyaku.checks.names.tables import lines_of
from taiyaku.text.lazy_pattern import lazy_pattern

_FUNCTION_WORDS = (
    r"the|a|an|in|on|at|by|of|to|for|from|with|as|if|it|its|he|she|his|her|they|their|them|we|our|you|your|i|my"
    r"|this|that|these|those|there|here|when|while|where|what|who|how|why|but|and|or|so|yet|not|no|all|some|many|most"
    r"|more|both|each|every|one|two|three|after|before|since|during|until|although|though|because|even|also|just|only"
    r"|then|now|today|such|other|another|instead|despite|according|is|are|was|were|be|been|do|does|did|has|have|had"
    r"|can|could|will|would|may|might|must|should|under|over|between|among|across|through|within|without|whether"
    r"|again|once|first|later|next|last|still|today|like|above|below|however|maybe|perhaps|whatever|whoever|about"
    r"|against"
)

WORDLIKE = lazy_pattern(
    rf"(?:{_FUNCTION_WORDS}"
    r"|.{1,4}|.*(?:ly|ing|ed|ers?|s|tion|ment|ness|ity|ance|ence|ist|ism|al|ic|ive|ous|ful|less|ward|ship|hood|age"
    r"|ure))",
    re.IGNORECASE,
)
"""Words that may well be no names where they open a sentence: short ones, and such endings."""

NO_NAME = lazy_pattern(
    rf"(?:{_FUNCTION_WORDS}|says?|said|asked|told|met|see|meet|amid|upon|via|per|up|down|out|off|than|unlike|plus|next"
    r"|too|did|let|if|meanwhile|moreover|nor|past|outside|inside|behind|beside|besides|around|.{3,}(?:ly|ing|ed))",
    re.IGNORECASE,
)
"""Words before a name where a sentence opens that are no names themselves; short ones may well be."""

TRANSLATED = frozenset(word for line in lines_of("translated_words.txt") for word in line.split())
"""Capitalized words that Japanese says in words of its own: a name with one of them tells nothing by its sound."""
