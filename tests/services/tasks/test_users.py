"""The names of users, with and without the office's list."""

from __future__ import annotations

from app.domain.people.staff import Member
from app.services.tasks.users import UserNames
from app.wire.permissions import Permission
from tests.support.bench_office import BenchMaker

ANA = Member(3, "Ana M.", "desk")


async def test_names_are_read_once_and_own_ones_win(open_bench: BenchMaker) -> None:
    """One request names everyone, also those who left; who signs in here is called as here."""
    bench = open_bench()
    names = UserNames(bench.client, lambda: [ANA])
    assert str(names.name(1)) == "User 1"
    assert str(names.name(0)) == "Unknown user"
    told: list[bool] = []
    names.watch(lambda: told.append(True))
    await names.load()
    await names.load()
    assert told == [True]
    first = next(row for row in await bench.client.userods.list() if row.UserNum != ANA.user_num)
    assert names.name(first.UserNum) == first.UserName
    assert names.name(ANA.user_num) == "Ana M."


async def test_a_refused_list_leaves_numbers(open_bench: BenchMaker) -> None:
    """A key that may not read users still names the people who sign in here."""
    bench = open_bench(permissions=frozenset({Permission.COMM}))
    names = UserNames(bench.client, lambda: [ANA])
    await names.load()
    assert str(names.name(12)) == "User 12"
    assert names.name(3) == "Ana M."
