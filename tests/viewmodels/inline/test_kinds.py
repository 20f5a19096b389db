"""How values are typed and checked."""

from __future__ import annotations

from datetime import date

import pytest

from app.viewmodels.inline.kinds import FieldKind
from tests.support.sample_fields import SPECS, VALUES

KINDS: dict[str, FieldKind] = {spec.id: spec.kind for spec in SPECS}


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("name", " O'Brien ", "O'Brien"),
        ("born", "3/4/85", date(1985, 3, 4)),
        ("born", "03041985", date(1985, 3, 4)),
        ("born", "March 4 1985", date(1985, 3, 4)),
        ("born", "", None),
        ("phone", "503 555 0199", "(503)555-0199"),
        ("phone", "no phone", "no phone"),
        ("phone", "", ""),
        ("contact", "2", "text"),
        ("ssn", "987-65-4321", "987654321"),
        ("ssn", "", ""),
    ],
)
def test_typed_text_becomes_a_value(field: str, text: str, value: object) -> None:
    """Values are read as people type them, and stored as Open Dental does."""
    parsed = KINDS[field].parse(text)
    assert (parsed.value, parsed.problem) == (value, "")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", " "),
        ("name", "x" * 21),
        ("born", "13/13/1985"),
        ("born", "3/4/2027"),
        ("born", "born 3/4/85"),
        ("phone", "555 01"),
        ("phone", "503 555 0199 88"),
        ("ssn", "12345678"),
    ],
)
def test_what_is_no_value_is_named(field: str, text: str) -> None:
    """A typing error is explained and gives no value."""
    parsed = KINDS[field].parse(text)
    assert str(parsed.problem).endswith(".")
    assert parsed.value is None


def test_a_value_is_edited_as_it_can_be_read_back() -> None:
    """The text in the editor gives the same value again, whatever the kind."""
    for field, value in VALUES.items():
        kind = KINDS[field]
        assert kind.parse(kind.text(value)).value == value, field
        assert kind.shown(value)


def test_only_the_last_four_digits_are_shown() -> None:
    """A social security number is hidden but for its end; without one nothing is hidden."""
    assert KINDS["ssn"].masked("123456789") == "•••-••-6789"
    assert KINDS["ssn"].masked("") == ""
    assert KINDS["ssn"].shown("123456789") == "123-45-6789"
