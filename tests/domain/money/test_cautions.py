"""What speaks against posting: refusals can't be answered, questions can, and the words are for the desk."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.money.cautions import (
    MOST,
    Around,
    Caution,
    Equal,
    locked_through,
    of_adjustment,
    of_family,
    of_payment,
    of_refund,
    unanswered,
)
from app.domain.money.doubts import Doubt

TODAY = date(2026, 11, 23)
AROUND = Around(today=TODAY)
FIFTY = Decimal("50.00")
AMOUNTS = st.decimals(allow_nan=True, allow_infinity=True)


def doubts(cautions: list[Caution]) -> list[Doubt]:
    """What they are about."""
    return [each.doubt for each in cautions]


def paying(amount: str | Decimal = FIFTY, around: Around = AROUND, day: date = TODAY) -> list[Caution]:
    """Cautions about a plain payment."""
    return of_payment(Decimal(amount), day, (), around)


@given(AMOUNTS)
def test_only_an_amount_in_cents_is_never_refused(amount: Decimal) -> None:
    """Whatever is typed, an amount passes exactly if it is positive, in whole cents and not absurd."""
    fine = (
        not amount.is_nan()
        and amount.is_finite()
        and 0 < amount < MOST
        and amount == amount.quantize(Decimal("0.01"))
    )
    assert (paying(amount) == []) is fine
    assert all(each.refuses for each in paying(amount))


def test_each_wrong_amount_has_its_words() -> None:
    """Zero, negative and three decimals are told apart."""
    found = {text: doubts(paying(text)) for text in ("0", "-5", "5.001", "10000000", "0.01")}
    assert found == {
        "0": [Doubt.NOTHING],
        "-5": [Doubt.NEGATIVE],
        "5.001": [Doubt.CENTS],
        "10000000": [Doubt.HUGE],
        "0.01": [],
    }


def test_a_limit_is_a_question() -> None:
    """The limit itself passes; a cent more is asked."""
    around = Around(today=TODAY, limit=FIFTY)
    assert paying("50.00", around) == []
    (asked,) = paying("50.01", around)
    assert (asked.doubt, asked.refuses) == (Doubt.LIMIT, False)
    assert str(asked.words) == "$50.01 is more than $50.00. Check the amount."


def test_dates() -> None:
    """The future is refused unless the office allows it; locked and closed days are asked about."""
    tomorrow, yesterday = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
    (refused,) = paying(day=tomorrow)
    assert (refused.doubt, refused.refuses) == (Doubt.FUTURE, True)
    (asked,) = paying(around=Around(today=TODAY, future_allowed=True), day=tomorrow)
    assert (asked.doubt, asked.refuses) == (Doubt.FUTURE, False)
    assert doubts(paying(around=Around(today=TODAY, locked_through=yesterday), day=yesterday)) == [
        Doubt.LOCKED
    ]
    assert paying(around=Around(today=TODAY, locked_through=yesterday)) == []
    assert doubts(paying(around=Around(today=TODAY, closed_through=TODAY))) == [Doubt.CLOSED]
    assert doubts(of_adjustment(FIFTY, tomorrow, "", Around(today=TODAY, future_allowed=True), sign="-")) == [
        Doubt.FUTURE
    ]


def test_the_lock_date_is_read_from_the_preferences() -> None:
    """The fixed date and the number of days, whichever is later; nonsense locks nothing."""
    assert locked_through("2026-10-31", "", TODAY) == date(2026, 10, 31)
    assert locked_through("10/31/2026 12:00:00 AM", "0", TODAY) == date(2026, 10, 31)
    assert locked_through("0001-01-01", "7", TODAY) == date(2026, 11, 15)
    assert locked_through("2026-11-20", "7", TODAY) == date(2026, 11, 20)
    for nonsense in ("", "0001-01-01", "soon", "99/99/9999"):
        assert locked_through(nonsense, "x", TODAY) is None


@given(st.integers(1, 10**6), st.integers(-(10**6), 10**6))
def test_more_than_what_is_owed_is_asked(paid: int, owed: int) -> None:
    """To the cent, with the rest named; a credit is owed nothing, and a prepayment may be any amount."""
    amount, debt = Decimal(paid) / 100, Decimal(owed) / 100
    around = Around(today=TODAY, owed=debt)
    found = of_payment(amount, TODAY, (), around)
    assert (doubts(found) == [Doubt.OVER]) is (amount > max(debt, Decimal(0)))
    if found:
        assert f"${amount - max(debt, Decimal(0)):,.2f}" in str(found[0].words)
    assert of_payment(amount, TODAY, (), around, prepayment=True) == []


def test_the_same_amount_today_is_asked() -> None:
    """With how long ago, as far as it is known."""
    for equal, words in (
        (Equal(7, 3), "3 minutes ago"),
        (Equal(7, 1), "1 minute ago"),
        (Equal(7, 0), "just now"),
        (Equal(7), "today"),
    ):
        (asked,) = paying(around=Around(today=TODAY, equal=(equal, Equal(6, 90))))
        assert (asked.doubt, asked.refuses) == (Doubt.EQUAL, False)
        assert words in str(asked.words)


def test_a_card_number_is_refused_in_any_field_and_not_repeated() -> None:
    """The sentence doesn't contain what was typed."""
    number = "4111 1111 1111 1111"
    for texts in ((number, "", ""), ("", number, ""), ("", "", f"see {number}")):
        (refused,) = of_payment(FIFTY, TODAY, texts, AROUND)
        assert (refused.doubt, refused.refuses) == (Doubt.CARD, True)
        assert "4111" not in str(refused.words)
    assert doubts(of_refund(FIFTY, number, AROUND)) == [Doubt.CARD]
    assert doubts(of_adjustment(FIFTY, TODAY, number, AROUND, sign="-")) == [Doubt.CARD]


def test_refunds() -> None:
    """A refund needs a reason, and can't be of a refund, of one refunded already, or of a plan's payment."""
    assert of_refund(FIFTY, "Paid twice", AROUND) == []
    assert doubts(of_refund(FIFTY, " ", AROUND)) == [Doubt.REASON]
    assert doubts(of_refund(-FIFTY, "Paid twice", AROUND)) == [Doubt.REFUND]
    assert doubts(of_refund(FIFTY, "Paid twice", AROUND, refunded=True)) == [Doubt.REFUND]
    assert doubts(of_refund(FIFTY, "Paid twice", AROUND, on_plan=True)) == [Doubt.PLAN]


def test_adjustments() -> None:
    """The sign comes from the type; a discount beyond what is owed is asked about, a charge is not."""
    around = Around(today=TODAY, owed=Decimal("20.00"))
    assert doubts(of_adjustment(FIFTY, TODAY, "", around, sign="-")) == [Doubt.OVER]
    assert of_adjustment(FIFTY, TODAY, "", around, sign="+") == []
    assert doubts(of_adjustment(FIFTY, TODAY, "", AROUND, sign="dp")) == [Doubt.SIGN]
    assert doubts(of_adjustment(FIFTY, TODAY, "", AROUND, sign="-", hidden=True)) == [Doubt.HIDDEN]


def test_procedures_of_another_family_are_refused() -> None:
    """The office would ignore them silently."""
    assert of_family(0) == []
    assert [str(each.words) for each in of_family(1)] == ["1 of the procedures belongs to another family."]


def test_only_questions_can_be_answered() -> None:
    """A yes takes a question away and never a refusal; refusals come first."""
    around = Around(today=TODAY, closed_through=TODAY, owed=Decimal("10.00"))
    found = of_payment(FIFTY, TODAY + timedelta(days=1), ("4111111111111111",), around)
    assert [each.refuses for each in found] == [True, True, False]
    every = [each.value for each in Doubt]
    assert doubts(unanswered(found, every)) == [Doubt.CARD, Doubt.FUTURE]
    asked = of_payment(FIFTY, TODAY, (), around)
    assert doubts(unanswered(asked, [Doubt.OVER.value])) == [Doubt.CLOSED]
    assert unanswered(asked, every) == []
