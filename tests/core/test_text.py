"""Texts made below Qt keep their values separate from the English template."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import msgspec
import pytest

from app.core.text import NO_TEXT, At, Dollars, Shape, Text, join, many, msg

THREE_FORTY = datetime(2026, 11, 24, 15, 40)


def test_a_sentence_reads_in_english() -> None:
    """Fields are filled in, and a value that looks like a field is not."""
    moved = msg("{name} moved to {time}", name="Ortiz, {time}", time=At(THREE_FORTY, Shape.BOTH))
    assert str(moved) == "Ortiz, {time} moved to Tue, Nov 24, 3:40 PM"
    assert (
        str(msg("at {a}, {b}", a=At(THREE_FORTY), b=At(THREE_FORTY, Shape.DAY))) == "at 3:40 PM, Tue, Nov 24"
    )


def test_a_counted_sentence_has_two_forms() -> None:
    """One is singular, all other numbers are plural."""
    found = [str(many("{n} of {all} lost", "{n} of {all} is lost", n, all=9)) for n in (0, 1, 2)]
    assert found == ["0 of 9 lost", "1 of 9 is lost", "2 of 9 lost"]


def test_parts_are_joined_without_the_empty_ones() -> None:
    """Missing parts leave no separator behind."""
    assert str(join([msg("Op 1"), NO_TEXT, "", "Lee"], " · ")) == "Op 1 · Lee"
    assert not join([NO_TEXT, ""])
    assert join([msg("a")])


def test_a_sentence_survives_the_journal() -> None:
    """A text with every kind of value survives a JSON round trip."""
    values = {"a": "x", "b": 2, "c": At(THREE_FORTY), "d": Dollars(Decimal("1234.50"))}
    text = join([msg("{a} {b} {c} {d}", **values), many("{n} rows", "{n} row", 1)])
    assert msgspec.json.decode(msgspec.json.encode(text), type=Text) == text
    assert hash(text)


def test_a_text_is_never_pasted_into_another() -> None:
    """An f-string with it raises, because it would make the English text permanent."""
    with pytest.raises(TypeError):
        f"{msg('Not done')}: {1}"


def test_amounts_have_their_sign() -> None:
    """An amount is written with its dollar sign, its cents and thousands; the minus comes first."""
    amounts = ("0", "5", "-12.5", "1234.50", "-1234567.89")
    assert [str(Dollars(Decimal(each))) for each in amounts] == [
        "$0.00", "$5.00", "-$12.50", "$1,234.50", "-$1,234,567.89",
    ]  # fmt: skip
