"""What the program is started with, by Open Dental's Program Link, a phone system, or a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.core.outside import PAT_NUM, PHONE, SCREEN, OutsideRequest, Trouble
from app.domain.people.dialed import dialed_number, is_link

OPTIONS = ("--patient", "--screen", "--phone")
TRAINING = "--training"
_FIELD = re.compile(r"\[\w+\]")
"""A field's name, as Open Dental passes it while no patient is selected: "[PatNum]"."""
_PART_OF_NUMBER = re.compile(r"[\d\s().+\-/#;=x]+", re.IGNORECASE)


class Unknown(Exception):
    """An argument that the program doesn't have, or one that is given twice."""


@dataclass(frozen=True, slots=True)
class Start:
    """How to start, and what to show then; None: nothing in particular."""

    training: bool = False
    request: OutsideRequest | None = None


def parse(arguments: list[str]) -> Start:
    """Parse a start's arguments. Raises Unknown.

    Values are checked here and go no further if they are nonsense: the request then has its `trouble`.
    """
    given: dict[str, str] = {}
    for name, value in _pairs(arguments):
        if name in given:
            raise Unknown
        given[name] = value.strip().strip("\"'").strip()
    training = given.pop(TRAINING, None) is not None
    if not given:
        return Start(training)
    return Start(training, _request(given))


def _pairs(arguments: list[str]) -> Iterator[tuple[str, str]]:
    """The options with their values; an option without one has an empty value."""
    rest = list(arguments)
    while rest:
        first = rest.pop(0)
        name, equals, value = first.partition("=")
        if first == TRAINING:
            yield first, ""
        elif is_link(first):
            yield "--phone", " ".join([first, *_taken(rest)])
        elif name in OPTIONS:
            if not equals and rest and not rest[0].startswith("--"):
                value = rest.pop(0)
            yield name, " ".join([value, *(_taken(rest) if name == "--phone" else [])])
        else:
            raise Unknown


def _taken(rest: list[str]) -> Iterator[str]:
    """The other parts of a number that was not in quotes: 503 555 1234."""
    while rest and _PART_OF_NUMBER.fullmatch(rest[0]):
        yield rest.pop(0)


def _request(given: dict[str, str]) -> OutsideRequest:
    request = OutsideRequest()
    if (screen := given.get("--screen")) is not None:
        if SCREEN.fullmatch(screen.lower()) is None:
            return OutsideRequest(trouble=Trouble.SCREEN)
        request = replace(request, screen=screen.lower())
    if (patient := given.get("--patient")) is not None:
        if not patient or patient == "0" or _FIELD.fullmatch(patient):
            return OutsideRequest(trouble=Trouble.NO_PATIENT)
        if PAT_NUM.fullmatch(patient) is None:
            return OutsideRequest(trouble=Trouble.PATIENT)
        return replace(request, pat_num=int(patient))
    if (phone := given.get("--phone")) is not None:
        number = dialed_number(phone)
        if PHONE.fullmatch(number) is None:
            return OutsideRequest(trouble=Trouble.PHONE)
        request = replace(request, phone=number)
    return request
