"""Whether two names may be one: spelled alike, pronounced alike, a short form, or swapped."""

from __future__ import annotations

from functools import cache

from app.domain.people.names import words_of

FEWEST_FOR_TYPO = 4
"""Shorter names that differ by a letter are different names: Ann and Amy, Lee and Leo."""
FEWEST_FOR_SHORT = 3
"""The length from which the beginning of a name is its short form: Max for Maxwell."""

_SOUNDS = (
    ("sch", "s"), ("tch", "c"), ("dge", "j"), ("ough", "o"), ("augh", "o"), ("ph", "f"), ("gh", "g"), ("ck", "k"),
    ("wr", "r"), ("kn", "n"), ("gn", "n"), ("mb", "m"), ("ps", "s"), ("wh", "w"), ("th", "t"), ("dt", "t"),
    ("sh", "s"), ("ch", "c"), ("cz", "c"), ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("x", "ks"), ("z", "s"),
    ("q", "k"), ("ll", "l"), ("v", "w"),
)  # fmt: skip
_ONE = str.maketrans({"c": "k", "y": "i", "j": "i", "h": None})
_VOWELS = "aeiou"
SHORT_FORMS = (
    "alexander alexandra alex sandra sasha", "andrew andy drew", "anthony tony", "barbara barb babs",
    "benjamin ben benny", "catherine katherine kathryn kate katie cathy kathy kat", "charles charlie chuck",
    "christopher christine christina chris kris tina", "daniel danielle dan danny", "david dave",
    "deborah debra deb debbie",
    "donald don donny", "dorothy dot dottie", "edward ed eddie ted ned", "elizabeth liz lizzie beth betty eliza lisa",
    "eugene gene", "francis frances frank fran", "frederick fred freddy", "gerald jerry gerry", "gregory greg",
    "harold harry hal", "henry hank", "jacob jake", "james jim jimmy jamie", "jennifer jen jenny",
    "jessica jess jessie",
    "john jack johnny jon jonathan", "joseph joe joey", "joshua josh", "judith judy", "kenneth ken kenny",
    "lawrence larry", "leonard leo len lenny", "margaret maggie meg peggy marge greta", "matthew matt",
    "michael michelle mike mick mickey", "nancy nan", "nathan nathaniel nate", "nicholas nicole nick nicky",
    "pamela pam", "patricia patrick pat patty trish", "peter pete", "philip phil", "rebecca becky becca",
    "richard rick dick rich ricky", "robert bob bobby rob robbie", "ronald ron ronnie", "samuel samantha sam sammy",
    "stephen steven stephanie steve", "susan sue susie suzanne", "theodore ted teddy theo", "theresa teresa terry tess",
    "thomas tom tommy", "timothy tim", "victoria vicky tori", "vincent vince vinny", "walter walt",
    "william bill billy will willie liam", "zachary zach",
    # words: they are first names
)  # fmt: skip
"""American short forms of first names; the names of a line may be one person's."""


def sound(name: str) -> str:
    """What is heard of a name: its consonants as an American says them, and whether it begins with a vowel."""
    text = "".join(words_of(name))
    for written, heard in _SOUNDS:
        text = text.replace(written, heard)
    text = text.translate(_ONE)
    beginning = "a" if text[:1] in _VOWELS and text else text[:1]
    rest = [each for each in text[1:] if each not in _VOWELS]
    letters = [beginning, *rest]
    return "".join(each for place, each in enumerate(letters) if place == 0 or each != letters[place - 1])


def alike(one: str, other: str) -> bool:
    """Whether two first names, or two last names, may be one. An empty name is like no other."""
    a, b = "".join(words_of(one)), "".join(words_of(other))
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    if long == short or (len(short) >= FEWEST_FOR_SHORT and long.startswith(short)):
        return True
    if not _lines().get(a, set()).isdisjoint(_lines().get(b, ())):
        return True
    return sound(a) == sound(b) or (len(short) >= FEWEST_FOR_TYPO and one_typo_apart(a, b))


def last_names_alike(one: str, other: str) -> bool:
    """As `alike`; also if one is a part of the other: Garcia and Garcia Lopez, Smith and Smith-Jones."""
    if alike(one, other):
        return True
    mine, theirs = words_of(one), words_of(other)
    return any(alike(a, b) for a in mine for b in theirs if min(len(a), len(b)) > FEWEST_FOR_SHORT)


def one_typo_apart(one: str, other: str) -> bool:
    """Whether a missing, extra, wrong or swapped letter makes one of the other."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or one == other:
        return False
    at = next((place for place, each in enumerate(short) if each != long[place]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at + 1 : at + 2] + short[at : at + 1] + short[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped == long[at:]


def is_short_form(name: str) -> bool:
    """Whether it is one of the first names with short forms, or one of these."""
    return "".join(words_of(name)) in _lines()


@cache
def _lines() -> dict[str, set[int]]:
    """The lines of `SHORT_FORMS` that have a name."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(SHORT_FORMS):
        for name in line.split():
            found.setdefault(name, set()).add(number)
    return found
