"""English words and sayings with numbers that no translator translates as numbers."""

from __future__ import annotations

IDIOMS = frozenset(
    """one another, no one, one by one, one-on-one, one-sided, one day, for one thing, on the one hand, number one,
one-time, first of all, at first, first lady, first ladies, first name, first and foremost, in the first place,
first-hand, firsthand, at first glance, second to none, on second thought, second-hand, secondhand,
split second, third party, third parties, third-party, third world, at sixes and sevens, cloud nine,
square one, catch-22, high five, high-five, seven seas, fourth estate, nine-to-five, ten-gallon, five-star,
all fours, twenty questions, seven-eleven, 7-eleven, five eyes, big three, big four, big five,
three-dimensional, first aid, two-faced, zero-sum, zero-day, zero trust, sunday times, sunday telegraph,
mail on sunday, sunday mirror, sunday express, black friday, good friday, super tuesday, easter sunday,
easter monday, cyber monday, palm sunday, friday the 13th, casual friday, at the eleventh hour, nine lives,
forty winks, a thousand times, thousand island, nine times out of ten, nine times out of 10,
nine out of ten times, a stitch in time saves nine, two heads are better than one, two heads better than one,
six of one and half a dozen of the other, six of one, half a dozen of the other, once in a blue moon,
zero in on, zeroed in on, zeroing in on, zeroes in on, in seventh heaven, seventh heaven, on cloud nine,
the eleventh hour, eleventh-hour, a thousand words, a picture is worth a thousand words,
two sides of the same coin, kill two birds with one stone, killing two birds with one stone,
killed two birds with one stone, two birds with one stone, put two and two together,
putting two and two together, two's company, two’s company, three's a crowd, three’s a crowd,
third time's the charm, third time’s the charm, third time lucky, it takes two to tango, takes two to tango,
on second thoughts, second nature, second wind, second fiddle, third wheel, fifth wheel, sixth sense,
third degree, forty-niners, dressed to the nines, the whole nine yards, whole nine yards,
behind the eight ball, deep-six, a million to one, one in a million, million-dollar question, thanks a million,
a cat has nine lives, ten to one, hang ten, back to square one, one step forward two steps back,
one step forward and two steps back, two steps forward and one step back, the lesser of two evils,
lesser of two evils, of two minds, in two minds, once bitten twice shy, think twice, thought twice,
seven-year itch, the fourth wall, fourth wall, a journey of a thousand miles, journey of a thousand miles,
one for the books, in one fell swoop, one fell swoop, the one and only, two wrongs don't make a right,
two wrongs don’t make a right, fall seven times, five o'clock shadow, five o’clock shadow, one-hit wonder,
ten a penny, two a penny, a dime a dozen, dime a dozen, baker's dozen, baker’s dozen, the ten commandments,
one foot in the grave, two peas in a pod, two cents' worth, my two cents, three strikes and you're out,
three sheets to the wind, a nine days' wonder, at the drop of a dime, sixty-four-thousand-dollar question,
a thousand and one,
one-way street, two-way street, one-trick pony, second guess, second-guess""".replace("\n", " ").split(", ")
)
"""In lower case; a blank may be a hyphen."""
