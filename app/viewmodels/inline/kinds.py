"""The kinds of values that are edited in place: how each is shown, typed and checked."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Protocol

from msgspec import Struct

from app.core.text import Words, msg
from app.domain.people.phones import TypedPhone, phone_text
from app.domain.people.typed_date import dates_in_digits, take_date
from app.viewmodels.languages import language_code, language_name
from app.viewmodels.tables.column import date_text
from app.viewmodels.translation import typed


class Parsed(Struct, frozen=True):
    """A typed text as a value, or why it isn't one."""

    value: Any = None
    problem: Words = ""


class Choice(Struct, frozen=True):
    """One of the values to choose from."""

    value: Any
    title: Words


class FieldKind(Protocol):
    """How a value is shown, typed and checked."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The values to choose from; empty: the value is typed."""
        ...

    @property
    def is_long(self) -> bool:
        """Whether it has several lines."""
        ...

    def shown(self, value: Any) -> str:
        """The value as it is read; empty if there is none."""
        ...

    def masked(self, value: Any) -> str:
        """The value with most of it hidden; empty: it is not hidden."""
        ...

    def text(self, value: Any) -> str:
        """The value as it is edited."""
        ...

    def parse(self, text: str) -> Parsed:
        """A typed text as a value."""
        ...


class TextKind(Struct, frozen=True):
    """Text, of one line or several."""

    longest: int = 0
    """The most letters that Open Dental saves; 0: no limit."""
    required: bool = False
    is_long: bool = False
    check: Callable[[str], Words] | None = None
    """What is wrong with a text; empty: nothing."""
    tidy: Callable[[str], str] | None = None
    """How what is typed is spelled in Open Dental."""
    choices: tuple[Choice, ...] = ()

    def shown(self, value: str) -> str:
        """As it is."""
        return value.strip()

    def masked(self, value: str) -> str:
        """Not hidden."""
        return ""

    def text(self, value: str) -> str:
        """As it is."""
        return value

    def parse(self, text: str) -> Parsed:
        """Without spaces around it."""
        value = self.tidy(text.strip()) if self.tidy is not None else text.strip()
        if self.required and not value:
            return Parsed(problem=msg("This can't be empty."))
        if self.longest and len(value) > self.longest:
            return Parsed(problem=msg("At most {n} letters.", n=self.longest))
        if value and self.check is not None and (problem := self.check(value)):
            return Parsed(problem=problem)
        return Parsed(value)


class LanguageKind(Struct, frozen=True):
    """A language by its name; what isn't the name of one stays as it was typed."""

    choices: tuple[Choice, ...] = ()
    is_long: bool = False

    def shown(self, value: str) -> str:
        """Its name."""
        return language_name(value)

    def masked(self, value: str) -> str:
        """Not hidden."""
        return ""

    def text(self, value: str) -> str:
        """Its name."""
        return language_name(value)

    def parse(self, text: str) -> Parsed:
        """Open Dental's code."""
        return Parsed(language_code(text))


class DateKind(Struct, frozen=True):
    """A date in any common notation; None if empty."""

    latest: date
    """The last possible date: today for a birthdate."""
    required: bool = False
    is_long: bool = False
    choices: tuple[Choice, ...] = ()

    def shown(self, value: date | None) -> str:
        """As the PC's locale writes it."""
        return date_text(value) if value is not None else ""

    def masked(self, value: date | None) -> str:
        """Not hidden."""
        return ""

    def text(self, value: date | None) -> str:
        """As it can be read back: 3/14/1985."""
        return f"{value.month}/{value.day}/{value.year}" if value is not None else ""

    def parse(self, text: str) -> Parsed:
        """3/14/85, 03141985, March 14 1985 and the like; the month comes before the day."""
        if not text.strip():
            return Parsed(problem=msg("This can't be empty.")) if self.required else Parsed()
        rest, dates = take_date(text, self.latest)
        if text.strip().isdecimal():
            rest, dates = "", dates_in_digits(text.strip(), self.latest)
        if not dates or rest.strip():
            return Parsed(problem=msg("Not a date. Type it like 3/14/1985."))
        return Parsed(dates[0])


class PhoneKind(Struct, frozen=True):
    """A phone number as people type it; other words are saved as typed."""

    read: Callable[[str], TypedPhone]
    is_long: bool = False
    choices: tuple[Choice, ...] = ()

    def shown(self, value: str) -> str:
        """(503) 555-1234."""
        return phone_text(value)

    def masked(self, value: str) -> str:
        """Not hidden."""
        return ""

    def text(self, value: str) -> str:
        """As it is read."""
        return phone_text(value)

    def parse(self, text: str) -> Parsed:
        """In Open Dental's form. A number with too few or too many digits is a typing error."""
        if not text.strip():
            return Parsed("")
        phone = self.read(text)
        if phone.digits and not phone.complete:
            digits = len(phone.digits)
            problem = msg("This number has too many digits ({n}).", n=digits)
            if not phone.too_long:
                problem = msg("This number has too few digits ({n}).", n=digits)
            return Parsed(problem=problem)
        return Parsed(phone.stored)


class ChoiceKind(Struct, frozen=True):
    """One of several values."""

    choices: tuple[Choice, ...]
    is_long: bool = False

    def shown(self, value: Any) -> str:
        """Its title; a value that is not among them is shown as text."""
        title = next((each.title for each in self.choices if each.value == value), None)
        return typed(title if title is not None else str(value or ""))

    def masked(self, value: Any) -> str:
        """Not hidden."""
        return ""

    def text(self, value: Any) -> str:
        """Its place among the choices; empty: it is none of them."""
        return next((str(at) for at, each in enumerate(self.choices) if each.value == value), "")

    def parse(self, text: str) -> Parsed:
        """The choice at this place."""
        return Parsed(self.choices[int(text)].value)


class SocialSecurityKind(Struct, frozen=True):
    """A social security number: nine digits, saved without dashes, hidden but for the last four."""

    is_long: bool = False
    choices: tuple[Choice, ...] = ()

    def shown(self, value: str) -> str:
        """123-45-6789; numbers of other countries as they are."""
        return f"{value[:3]}-{value[3:5]}-{value[5:]}" if re.fullmatch(r"\d{9}", value) else value

    def masked(self, value: str) -> str:
        """•••-••-6789."""
        return f"•••-••-{value.strip()[-4:]}" if value.strip() else ""

    def text(self, value: str) -> str:
        """As it is read."""
        return self.shown(value)

    def parse(self, text: str) -> Parsed:
        """Nine digits, with or without dashes and spaces."""
        digits = re.sub(r"[\s-]", "", text)
        if digits and not re.fullmatch(r"\d{9}", digits):
            return Parsed(problem=msg("A social security number has nine digits."))
        return Parsed(digits)
