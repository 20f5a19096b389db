"""Translatable texts made without Qt: the English template and its values are kept separate.

A sentence becomes `msg("{name} moved to {time}", name=…, time=At(…))`, a counted one `many("{n}
appointments", "{n} appointment", count)`. The viewmodel that shows it translates it with `tr`
(`app.viewmodels.translation`); `str()` gives the English text for logs, tests and the terminal. `python
dev.py strings` finds the templates, so they are string literals, never f-strings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NoReturn, Union

from msgspec import Struct

_FIELD = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


class Shape(StrEnum):
    """The format of a moment in a sentence."""

    TIME = "time"
    DAY = "day"
    BOTH = "both"
    FULL_DAY = "full day"
    """With the year, for titles."""
    DATED_DAY = "dated day"
    """With the year, for the bar over a day: Tue, Nov 24, 2026."""
    MONTH_DAY = "month and day"
    """Nov 24."""
    WEEKDAY = "weekday"
    """Over a week's column: Tue 24."""
    DATE = "date"
    """A date of any year, such as a birthdate."""


_ENGLISH = {
    Shape.DAY: "%a, %b %d",
    Shape.FULL_DAY: "%A, %B %d, %Y",
    Shape.DATED_DAY: "%a, %b %d, %Y",
    Shape.MONTH_DAY: "%b %d",
    Shape.WEEKDAY: "%a %d",
    Shape.DATE: "%b %d, %Y",
}


class At(Struct, frozen=True, tag="at"):
    """A moment in a sentence, formatted by the reader's locale."""

    moment: datetime
    shape: Shape = Shape.TIME

    def __str__(self) -> str:
        """In American English, as the locale en_US formats it."""
        at = self.moment
        if self.shape in _ENGLISH:
            return at.strftime(_ENGLISH[self.shape]).replace(" 0", " ")
        time = f"{at.hour % 12 or 12}:{at.minute:02d} {'AM' if at.hour < 12 else 'PM'}"
        return time if self.shape is Shape.TIME else f"{At(at, Shape.DAY)}, {time}"


class Span(Struct, frozen=True, tag="span"):
    """A time span in a sentence whose day is known."""

    start: datetime
    end: datetime

    def __str__(self) -> str:
        """In American English: 9:00 – 9:50 AM; 11:30 AM – 12:20 PM."""
        start, end = str(At(self.start)), str(At(self.end))
        same_half = start[-2:] == end[-2:] and self.start.date() == self.end.date()
        return f"{start[:-3] if same_half else start} – {end}"


class Dollars(Struct, frozen=True, tag="dollars"):
    """An amount of money in a sentence, formatted by the reader's locale."""

    amount: Decimal
    """In US dollars, to the cent."""

    def __str__(self) -> str:
        """In American English: $1,234.50, -$5.00."""
        return f"{'-' if self.amount < 0 else ''}${abs(self.amount):,.2f}"


class Text(Struct, frozen=True, tag="text", omit_defaults=True):
    """A translatable text. Made only by `msg`, `many` and `join`."""

    template: str
    """English with {fields}; for a counted text the plural form."""
    values: tuple[tuple[str, Value], ...] = ()
    comment: str = ""
    """Distinguishes two meanings of the same English words; for a counted text the singular form."""
    count: int | None = None
    """The number that chooses the form; None: not counted."""
    fixed: bool = False
    """The template has no words to translate: it only joins its values."""

    def __str__(self) -> str:
        return self.put_in(self.english, str)

    def __bool__(self) -> bool:
        return bool(self.template)

    def __format__(self, spec: str) -> NoReturn:
        raise TypeError("a Text in an f-string loses its translation: use msg(), or tr() in a viewmodel")

    @property
    def english(self) -> str:
        """The English template for this number."""
        return self.comment if self.count == 1 else self.template

    def put_in(self, template: str, write: Callable[[Value], str]) -> str:
        """A template in any language with its values formatted by `write`."""
        return fill(template, {name: write(value) for name, value in self.values})


Value = Union[str, int, At, Span, Dollars, Text]  # noqa: UP007  # Text is not defined yet where msgspec reads this
"""The values of a text. Typed text (names, notes) is not translated."""

NO_TEXT = Text("")
Words = Union[Text, At, Span, Dollars, str]  # noqa: UP007  # as Value
"""A text of the program, a moment, an amount, or typed text (a name, a note)."""


def when(moment: datetime, known: date) -> At:
    """A moment, with its date only if that differs from the displayed one."""
    return At(moment, Shape.TIME if moment.date() == known else Shape.BOTH)


def msg(template: str, comment: str = "", /, **values: Value) -> Text:
    """A text with {fields}. `comment` tells translators which of two meanings of the same words it has.

    Only a text without values takes a comment: lupdate takes a value after it for a count. Above any text, a comment
    line that begins with `#:` tells translators what it is for.
    """
    return Text(template, tuple(values.items()), comment)


def many(others: str, one: str, n: int, /, **values: Value) -> Text:
    """A counted text: `many("{n} appointments", "{n} appointment", 3)`; both forms may have further fields."""
    return Text(others, (("n", n), *values.items()), one, n)


def join(parts: Iterable[Value], between: str = " ") -> Text:
    """Concatenated parts; empty ones are left out."""
    kept = [part for part in parts if part]
    names = [f"p{number}" for number in range(len(kept))]
    return Text(
        between.join(f"{{{name}}}" for name in names), tuple(zip(names, kept, strict=True)), fixed=True
    )


class ExplainedError(Exception):
    """An error whose text is a sentence for the user, without patient data."""

    def __init__(self, words: Text) -> None:
        super().__init__(str(words))
        self.words = words


def fill(template: str, values: Mapping[str, str]) -> str:
    """Put values into a template's {fields}; a field without a value stays as it is."""
    return _FIELD.sub(lambda found: values.get(found[1], found[0]), template)
