"""The columns of the day's readiness."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.core.text import At, Text, msg
from app.domain.huddle.readiness import Item, Readiness, Standing
from app.domain.schedule.clashes import Names
from app.viewmodels.staff.huddle.words import UNKNOWN, item_words, missing_words
from app.viewmodels.tables.column import Column, Kind

EMPTY = msg("No appointments on this day. Go to another day with the arrows above.")
NOTHING_TO_DO = msg("Nothing found that needs to be done for this day's appointments.")
_TONES = {Item.ALERT: "alert", Item.BALANCE: "money", Item.PHONE: "alert", Item.LAB: "alert"}
"""Of items that need somebody; the others are in plain ink."""
QUIET = "ink_3"
MISSING = "missing"


def never_known(rows: Sequence[Readiness]) -> frozenset[str]:
    """Columns that would say "Unknown" in each row: what only queries tell. A line above the table names it."""
    items = {
        Item.LAB.value: (Item.LAB,),
        MISSING: (Item.FORMS, Item.PHONE),
        Item.REFERRAL.value: (Item.REFERRAL,),
    }
    return frozenset(
        column
        for column, asked in items.items()
        if not any(item in row.to_do for row in rows for item in asked)
        and all(Standing.UNKNOWN in [row.standing(item) for item in asked] for row in rows)
    )


def columns(names: Callable[[], Names]) -> tuple[Column, ...]:
    """`names` gives those of operatories and providers, as far as they are known."""

    def who(row: Readiness) -> str:
        visit = row.visit
        both = (visit.prov_hyg, visit.prov_num) if visit.is_hygiene else (visit.prov_num, visit.prov_hyg)
        return names().provider(next((each for each in both if each), 0))

    return (
        *_WHOSE,
        Column(id="provider", title=msg("Provider"), value=who, width=8, gives_way=True),
        *_items(),
    )


_WHOSE = (
    Column(
        id="time",
        title=msg("Time"),
        value=lambda row: At(row.visit.start),
        sort=lambda row: (row.visit.start, row.visit.apt_num),
        width=8,
        optional=False,
    ),
    Column(
        id="patient",
        title=msg("Patient"),
        value=lambda row: row.visit.name,
        width=22,
        optional=False,
    ),
)


def _items() -> tuple[Column, ...]:
    return (
        _item(Item.CONFIRM, msg("Status"), 12, gives_way=True),
        Column(
            id="to_do",
            title=msg("To do"),
            value=lambda row: len(row.to_do) or None,
            kind=Kind.NUMBER,
            width=6,
        ),
        Column(
            id=Item.BALANCE.value,
            title=msg("Patient portion"),
            value=lambda row: row.facts.portion,
            kind=Kind.MONEY,
            blank=UNKNOWN,
            tone=_tone(Item.BALANCE),
            width=12,
        ),
        _item(Item.ALERT, msg("Alerts"), 16, share=2),
        _item(Item.INSURANCE, msg("Insurance"), 20, share=1),
        _item(Item.RECALL, msg("Recall due"), 16, share=2),
        Column(
            id=MISSING,
            title=msg("Missing", "what a patient still has to give"),
            value=missing_words,
            kind=Kind.STATUS,
            tone=_missing_tone,
            width=13,
            share=1,
        ),
        _item(Item.LAB, msg("Lab"), 11, share=1),
        _item(Item.PHONE, msg("Phone"), 13, hidden=True),
        _item(Item.REFERRAL, msg("Referrals"), 15, hidden=True),
    )


def _tone(item: Item) -> Callable[[Readiness], str]:
    def tone(row: Readiness) -> str:
        return _TONES.get(item, "") if row.standing(item) is Standing.LOOK else QUIET

    return tone


def _missing_tone(row: Readiness) -> str:
    return _TONES[Item.PHONE] if row.standing(Item.PHONE) is Standing.LOOK else _tone(Item.FORMS)(row)


def _item(
    item: Item, title: Text, width: int, *, share: int = 0, gives_way: bool = False, hidden: bool = False
) -> Column:
    return Column(
        id=item.value,
        title=title,
        value=lambda row: item_words(row, item),
        kind=Kind.STATUS,
        tone=_tone(item),
        width=width,
        share=share,
        gives_way=gives_way,
        hidden=hidden,
    )
