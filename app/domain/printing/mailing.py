"""A patient's name and address, for mail."""

from __future__ import annotations

from msgspec import Struct

from app.core.text import Words, msg
from app.domain.people.shown_names import shown_name


class Mailing(Struct, frozen=True):
    """Name and address as entered; any field may be empty."""

    pat_num: int
    first_name: str = ""
    last_name: str = ""
    street: str = ""
    second: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""

    @property
    def name(self) -> Words:
        """First name first. Without a name, the patient's number."""
        return given_first(self.first_name, self.last_name) or msg("Patient {n}", n=self.pat_num)

    @property
    def lines(self) -> tuple[str, ...]:
        """The address, from top to bottom; empty without one."""
        street, second, postal_code = self.street.strip(), self.second.strip(), self.postal_code.strip()
        return tuple(filter(None, (street, second, place_line(self.city, self.state, postal_code))))


def given_first(first_name: str, last_name: str) -> str:
    """Maria Ortiz."""
    return shown_name(" ".join(filter(None, (first_name.strip(), last_name.strip()))))


def place_line(city: str, state: str, postal_code: str) -> str:
    """Portland, OR 97202."""
    city, state = city.strip(), state.strip()
    return " ".join(filter(None, (f"{city}," if city and state else city, state, postal_code.strip())))
