"""The packed form of a person: four short lines of text, joined with others into blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from app.domain.people.phones import phone_text
from app.domain.people.search import SearchKey, code_of, digits_of, key_of_name
from app.domain.schedule.visit import Person

LISTED = "Patient"
DELETED = "Deleted"

_FIELD = "\x1f"
_BLANKS = str.maketrans({"\n": " ", "\r": " ", "\t": " ", _FIELD: " "})


class KnownPatient(Struct, frozen=True):
    """A person, their clinic, the patient status as on the wire, and the chart number."""

    person: Person
    clinic_num: int = 0
    status: str = LISTED
    chart: str = ""


class Lines(Struct, frozen=True):
    """One person's four lines, or those of a block joined: one text per kind of search."""

    names: str = ""
    """A space, tails of the last name and of the given names, PatNum; a "!" after it marks an inactive patient."""
    births: str = ""
    """Birthdate and PatNum."""
    numbers: str = ""
    """Phone digits, chart number, PatNum."""
    details: str = ""
    """What is displayed."""


def search_key(known: KnownPatient) -> SearchKey:
    """The fields a person can be found by."""
    person = known.person
    last, given = key_of_name(person.last_name, person.first_name, person.preferred)
    phones = " ".join(filter(None, (digits_of(phone) for phone in person.phones or (person.phone,))))
    return SearchKey(last, given, phones, person.birthdate, person.pat_num, code_of(known.chart))


def pack(known: KnownPatient, key: SearchKey) -> Lines:
    """A person packed into lines."""
    person = known.person
    born = person.birthdate.isoformat() if person.birthdate else ""
    details = (
        str(person.pat_num),
        _clean(person.last_name),
        _clean(person.first_name),
        _clean(person.preferred),
        born,
        "\t".join(_clean(each) for each in person.phones or filter(None, (person.phone,))),
        str(known.clinic_num),
        _clean(known.status),
        _clean(known.chart),
        str(person.guarantor),
    )
    left = "" if known.status == LISTED else "!"
    return Lines(
        f" {' '.join(key.last)}, {' '.join(key.given)} #{person.pat_num}{left}",
        f"{born} #{person.pat_num}",
        f"{key.phones} ={key.chart} #{person.pat_num}",
        _FIELD.join(details),
    )


def unpack(details: str) -> KnownPatient:
    """Unpack the person from a line."""
    number, last, first, preferred, birthdate, shown, clinic, status, chart, guarantor = details.split(_FIELD)
    numbers = tuple(shown.split("\t")) if shown else ()
    born = date.fromisoformat(birthdate) if birthdate else None
    phone = phone_text(numbers[0]) if numbers else ""
    person = Person(
        int(number), last, first, preferred, born, phone, phones=numbers, guarantor=int(guarantor)
    )
    return KnownPatient(person, int(clinic), status, chart)


def unpack_name(line: str) -> tuple[tuple[str, ...], tuple[str, ...], int, bool]:
    """Unpack a line of names: tails of the last name and of the given names, PatNum, whether active."""
    names, _, number = line.rpartition(" #")
    last, _, given = names.partition(", ")
    return tuple(last.split()), tuple(given.split()), int(number.rstrip("!")), not number.endswith("!")


def number_in(line: str) -> int:
    """The PatNum of a line of births or numbers."""
    return int(line.rpartition("#")[2])


def join(lines: Iterable[Lines]) -> Lines:
    """A block: every line is enclosed in line breaks."""
    each = list(lines)
    return Lines(
        "\n".join(["", *[line.names for line in each], ""]),
        "\n".join(["", *[line.births for line in each], ""]),
        "\n".join(["", *[line.numbers for line in each], ""]),
        "\n".join(["", *[line.details for line in each], ""]),
    )


def lines_with(text: str, needle: str) -> Iterator[str]:
    """The lines of a block that contain the needle, which may begin or end with a line break."""
    at = text.find(needle)
    while at >= 0:
        start = text.rfind("\n", 0, at + 1) + 1
        end = text.find("\n", at + 1)
        yield text[start:end]
        at = text.find(needle, end)


def details_in(text: str, pat_num: int) -> str:
    """A person's details in a block."""
    return next(lines_with(text, f"\n{pat_num}{_FIELD}"))


def _clean(text: str) -> str:
    return text.translate(_BLANKS)
