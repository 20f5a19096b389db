# words: what users type, shown nowhere
"""Splits a typed text into words, and spells them one way: "Tues" and "tuesday" become "tue"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from msgspec import Struct

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_SPELLINGS = {
    "mon": "mon monday mondays mons",
    "tue": "tue tu tues tuesday tuesdays",
    "wed": "wed weds wednesday wednesdays wensday wendsday wednsday",
    "thu": "thu th thur thurs thursday thursdays",
    "fri": "fri friday fridays",
    "sat": "sat saturday saturdays",
    "sun": "sun sunday sundays",
    "jan": "jan january",
    "feb": "feb february",
    "mar": "mar march",
    "apr": "apr april",
    "may": "may",
    "jun": "jun june",
    "jul": "jul july",
    "aug": "aug august",
    "sep": "sep sept september",
    "oct": "oct october",
    "nov": "nov november",
    "dec": "dec december",
    "today": "today tdy tod",
    "tomorrow": "tomorrow tomorrows tmrw tmw tmr tom tomm tomo tmro 2morrow 2moro 2mrw",
    "yesterday": "yesterday",
    "day": "day days",
    "week": "week weeks wk wks",
    "weekday": "weekday weekdays",
    "weekend": "weekend weekends",
    "month": "month months mo mos mth mths",
    "year": "year years yr yrs",
    "hour": "hour hours hr hrs h",
    "min": "min mins minute minutes",
    "unit": "unit units slot slots block blocks increments",
    "half": "half",
    "am": "am morning mornings morn morns",
    "pm": "pm afternoon afternoons aft",
    "evening": "evening evenings eve eves night nights",
    "noon": "noon midday noonish",
    "lunch": "lunch lunchtime",
    "school": "school",
    "work": "work",
    "early": "early",
    "late": "late",
    "mid": "mid middle",
    "beginning": "beginning",
    "end": "end",
    "next": "next nxt",
    "following": "following",
    "this": "this",
    "coming": "coming upcoming",
    "after": "after past",
    "later": "later",
    "earlier": "earlier",
    "than": "than",
    "before": "before b4 prior",
    "by": "by",
    "until": "until til till",
    "thru": "thru through",
    "to": "to",
    "from": "from since",
    "starting": "starting start starts",
    "between": "between btwn btw b/w",
    "within": "within",
    "in": "in",
    "out": "out",
    "ago": "ago",
    "now": "now",
    "on": "on",
    "at": "at",
    "around": "around about abt approx roughly",
    "ish": "ish",
    "or": "or",
    "and": "and",
    "not": "without not no nothing never avoid avoids cant",
    "except": "except but besides",
    "with": "with w",
    "dr": "dr doctor doc drs",
    "dentist": "dentist dentists dds dmd",
    "hyg": "hyg hygiene hygienist hygienists rdh",
    "any": "any either whichever",
    "all": "all every both",
    "anyone": "anyone anybody whoever",
    "anytime": "anytime whenever flexible",
    "asap": "asap soonest earliest sooner soon",
    "available": "available avail",
    "first": "first",
    "last": "last",
    "only": "only",
    "provider": "provider providers prov",
    "clinic": "clinic clinics location locations office offices",
    "op": "op operatory room rm chair",
    "time": "time times",
    "done": "done finished finish finishes leave leaves ends over gone",
    "christmas": "christmas xmas",
    "thanksgiving": "thanksgiving",
    "newyear": "newyear newyears",
    "holidays": "holidays holiday",
    "the": "the",
    "of": "of",
    "a": "a an",
    "#2": "second",
    "#3": "third",
    "#4": "fourth",
    "1": "one",
    "2": "two couple",
    "3": "three",
    "4": "four",
    "5": "five",
    "6": "six",
    "7": "seven",
    "8": "eight",
    "9": "nine",
    "10": "ten",
    "11": "eleven",
    "12": "twelve",
}
SPELLING = {typed: word for word, all_typed in _SPELLINGS.items() for typed in all_typed.split()}
"""How words of the calendar and the words between them are typed."""
_FILLERS = """
    every each sometime this
    for the of a an on at in and or with please pls appt appointment appointments appts opening openings is are
    visit visits need needs want wants would like prefers prefer pref preferred has to be see sees get can only
    pt patient if possible available work works ok okay from by length prov me us we i he she they you them
    anything something some thanks thx , ; - / & + @ . : ( ) then time times duration
"""
FILLERS = frozenset(_FILLERS.split())
"""Words that ask for nothing by themselves."""
NOT = ("not", "except")
"""Words that exclude what follows."""

_MIXED = sorted((each for each in SPELLING if not each.isalpha()), key=len, reverse=True)
"""Words that are not of letters only: b4, 2morrow, b/w."""
_TOKEN = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(_MIXED)})(?![^\W_])"
    r"|\d{4}-\d{1,2}-\d{1,2}"
    r"|#\d{1,2}"
    r"|\d{1,2}/\d{1,2}(?:/\d{4}|/\d{2})?(?![\d/])"
    r"|\d{1,2}:\d{2}"
    r"|\d{1,2}(?:st|nd|rd|th)(?![^\W\d_])"
    r"|\d+(?:\.\d+)?"
    r"|[ap]\.\s?m\.?(?![^\W\d_])"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|[^\s\w]",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_SHORT_UNITS = {
    "a": "am",
    "p": "pm",
    "m": "min",
    "h": "hour",
    "d": "day",
    "w": "week",
    "y": "year",
    "u": "unit",
}
"""A letter right after a number."""
LEAST_MINUTES = 15
"""15m is minutes, 6m is months."""


class Token(Struct, frozen=True):
    """One word of the text, or a sign."""

    start: int
    end: int
    raw: str
    """As typed, without capitals and accents."""
    word: str
    """As SPELLING has it; an ordinal number is "#15"."""

    @property
    def is_word(self) -> bool:
        """Whether it has letters."""
        return self.raw[:1].isalpha()


def runs_of(tokens: Sequence[Token]) -> dict[int, int]:
    """Letters and digits typed together: the index after the last token of a run, by each of its tokens."""
    runs: dict[int, int] = {}
    at = 0
    while at < len(tokens):
        end = at + 1
        while end < len(tokens) and _is_typed_together(tokens[end - 1], tokens[end]):
            end += 1
        runs |= dict.fromkeys(range(at, end), end)
        at = end
    return runs


def _is_typed_together(one: Token, other: Token) -> bool:
    return one.end == other.start and one.raw[-1].isalnum() and other.raw[0].isalnum()


def folded(text: str) -> str:
    """Without capitals, accents and apostrophes."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each) and each not in "'’")


def key_of(words: Iterable[str] | str) -> str:
    """Only the letters and digits: HYG-A and hyg a are the same name."""
    return "".join(each for each in folded("".join(words)) if each.isalnum())


def split(text: str) -> list[Token]:
    """The words and signs of a text."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        raw = folded(found.group())
        if not raw or (raw == "." and tokens and tokens[-1].is_word):
            continue  # Dec. 15, Dr. Lee, an apostrophe alone
        before = tokens[-1] if tokens and tokens[-1].end == found.start() else None
        tokens.append(Token(found.start(), found.end(), raw, _spelled(raw, before)))
    return tokens


def _spelled(raw: str, before: Token | None) -> str:
    after_number = before is not None and before.raw[:1].isdigit() and not before.word.startswith("#")
    if after_number and before is not None and (unit := _SHORT_UNITS.get(raw)) is not None:
        short = unit == "min" and before.raw.isdigit() and int(before.raw) < LEAST_MINUTES
        return "month" if short else unit
    if (ordinal := _ORDINAL.fullmatch(raw)) is not None:
        return f"#{int(ordinal.group(1))}"
    if raw[:1] in "ap" and "." in raw:
        return f"{raw[0]}m"
    if raw[0] == "#":
        return f"tooth {raw[1:]}"
    return {"–": "-", "—": "-"}.get(raw, SPELLING.get(raw, raw))
