"""Amounts as they are typed are read exactly, or refused."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.money.typed_amount import MOST, read_amount

SHAPE = "Type this amount as 1234.56."
NONSENSE = "This is not an amount."


def test_what_is_an_amount() -> None:
    """Digits with or without thousands, cents and the dollar sign; spaces don't matter."""
    for text, value in {
        "12.50": "12.50", "12.5": "12.50", "12.": "12.00", "12": "12.00", ".5": "0.50", "0.01": "0.01",
        "$12.50": "12.50", " 12.50 ": "12.50", "12.50 $": "12.50", "1,234.56": "1234.56", "1 234.56": "1234.56",
        "999,999.99": "999999.99", "0012": "12.00",
    }.items():  # fmt: skip
        assert read_amount(text).value == Decimal(value), text


def test_what_is_none() -> None:
    """Nonsense, another country's separators, zero, negative and huge amounts are refused with the reason."""
    texts = {
        SHAPE: ("12,50", "1.234,56", "1,23,456", "12,345,6", "1.2.3", "1,2345", ".", ","),
        NONSENSE: (
            "1e3",
            "twelve",
            "1/2",
            "\u0661\u0662",
            "\uff11",
            "+5",
            "NaN",
            "inf",
            "0x10",
            "1_000",
            "5$5",
        ),
        "An amount has two decimals at most.": ("12.505", ".005"),
        "The amount can't be negative.": ("-5", "\u22125", "(5)", "-0"),
        "The amount must be more than 0.": ("0", "0.00", "$0"),
        "This amount is too large. The most is $999,999.99.": ("1000000", "9" * 400, "9" * 40 + ".99"),
    }
    for problem, wrong in texts.items():
        for text in wrong:
            found = read_amount(text)
            assert (found.value, str(found.problem)) == (None, problem), text
    for nothing in ("", "  ", "$"):
        found = read_amount(nothing)
        assert (found.value, bool(found.problem)) == (None, False)


def test_another_countrys_separators() -> None:
    """Where cents follow a comma, thousands may follow a period, and an American amount is not guessed at."""
    german = {"point": ",", "group": "."}
    assert read_amount("1.234,56", **german).value == Decimal("1234.56")
    assert read_amount("12,5", **german).value == Decimal("12.50")
    assert str(read_amount("12.50", **german).problem) == "Type this amount as 1234,56."
    french = {"point": ",", "group": "\u202f"}
    assert read_amount("1\u202f234,56", **french).value == Decimal("1234.56")
    assert str(read_amount("1,234.56", **french).problem) == "Type this amount as 1234,56."


@given(st.decimals(min_value=Decimal("0.01"), max_value=MOST, places=2))
def test_every_amount_survives(amount: Decimal) -> None:
    """An amount in either way of writing it is read as itself."""
    assert read_amount(f"{amount:.2f}").value == amount
    assert read_amount(f"${amount:,.2f}").value == amount


@given(st.text(alphabet="0123456789.,-+eE $()", max_size=12))
def test_no_text_is_misread(text: str) -> None:
    """What is read has the digits that were typed, and is between a cent and the most."""
    found = read_amount(text)
    if found.value is not None:
        assert Decimal("0.01") <= found.value <= MOST
        assert Decimal("".join(text.split()).replace(",", "").strip("$")) == found.value
        assert not found.problem
