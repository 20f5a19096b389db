"""The list of staff."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from app.domain.people.right_words import TITLES, what_it_is
from app.domain.people.rights import Demand, Right
from app.domain.people.roles import MANAGER, Grant, Role, usual_roles
from app.domain.people.staff import Member, StaffBook, first_book, initials_of


def test_initials_differ() -> None:
    """They come from the capitals or the first letters, and two people never share them."""
    assert [initials_of(name) for name in ("DrMarrow", "ana", "Ben", "mary ann lee", "J", "?!")] == [
        "DM", "AN", "BE", "MAL", "J", "?",
    ]  # fmt: skip
    taken: list[str] = []
    for _ in range(30):
        taken.append(initials_of("Ana", taken))
    assert len(set(taken)) == 30
    assert all(len(each) <= 3 for each in taken)


def test_the_list_survives_being_written() -> None:
    """Roles keep their names, limits and amounts to the cent."""
    book = first_book(Member(1, "Ana", "")).with_member(Member(2, "Ben", "lead"))
    book = book.with_role(Role("own", "Own role", (Grant(Right.REFUND, Decimal("10.10"), (7,), 3),)))
    assert msgspec.json.decode(msgspec.json.encode(book), type=StaffBook) == book
    assert [role.id for role in book.roles] == ["front desk", "lead", "own", "manager"]
    assert book.role_of(Member(3, "Cal", "no such role")).grants == ()


def test_a_limit_to_types() -> None:
    """A grant for some adjustment types covers no other; a second grant adds to it."""
    role = Role(
        "r", "r", (Grant(Right.ADJUSTMENT, Decimal(100), (7, 8)), Grant(Right.ADJUSTMENT, Decimal(10)))
    )
    allowed = [
        role.allows(Demand(Right.ADJUSTMENT, Decimal(amount), adj_type))
        for amount, adj_type in ((100, 7), (101, 7), (10, 9), (11, 9))
    ]
    assert allowed == [True, False, True, False]


def test_the_manager_has_every_right_and_every_right_has_words() -> None:
    """Nothing is left out of the usual roles or of what people read."""
    front_desk, lead, manager = usual_roles()
    assert {each.right for each in manager.grants} == set(Right) == set(TITLES)
    assert len(front_desk.grants) < len(lead.grants) < len(manager.grants)
    for right in Right:
        assert str(what_it_is(Demand(right)))
    assert str(what_it_is(Demand(Right.BACK_DATE, days_back=1))) == "a date in the past (1 day)"


def test_a_manager_has_rights_that_came_later() -> None:
    """A book stored before a right was added lets its managers use it, and nobody else."""
    stored = Role(MANAGER, "Manager", (Grant(Right.PAYMENT),))
    book = StaffBook((Member(1, "Ana", MANAGER), Member(2, "Ben", "lead")), (Role("lead", "Lead"), stored))
    demand = Demand(Right.SCHEDULE_RULES)
    assert [book.allows(number, demand) for number in (1, 2)] == [True, False]
    assert stored.grant(Right.SCHEDULE_RULES) == Grant(Right.SCHEDULE_RULES)
