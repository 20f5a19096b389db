"""The priorities of tasks."""

from __future__ import annotations

from app.services.tasks.priorities import Grade, TaskPriorities, graded
from app.wire.resources.definitions import Definition
from tests.support.bench_office import Bench


def definitions(*names: str) -> tuple[Definition, ...]:
    """Definitions numbered from 1; a star marks the default one, brackets a hidden one."""
    return tuple(
        Definition(
            DefNum=at,
            ItemName=name.strip("*[]"),
            ItemValue="D" if name.startswith("*") else "",
            isHidden=name.startswith("["),
        )
        for at, name in enumerate(names, 1)
    )


def names(*given: str) -> list[str]:
    """The names in the order of urgency."""
    return [each.name for each in graded(definitions(*given))]


def test_what_their_names_say() -> None:
    """Urgent ones are first and low ones last, in whichever direction the office lists them."""
    assert names("Low", "*Normal", "Urgent") == ["Urgent", "Normal", "Low"]
    assert names("High priority", "Medium", "LOW") == ["High priority", "Medium", "LOW"]
    assert names("Call back", "Insurance", "E-mail") == ["Call back", "Insurance", "E-mail"]
    assert names("Low", "Quiet", "Busy", "URGENT!") == ["URGENT!", "Busy", "Quiet", "Low"]
    assert [each.grade for each in graded(definitions("Red flag", "Stat!"))] == [Grade.URGENT] * 2
    assert {each.grade for each in graded(definitions("Redo", "Statement", "Lower arch"))} == {Grade.NORMAL}
    assert names() == []


async def test_ranks(bench: Bench) -> None:
    """A task without a priority comes after normal ones and before low ones; hidden priorities can't be chosen."""
    known = TaskPriorities(bench.client)
    assert known.rank(3) == known.rank(0)
    known.take(definitions("Low", "*Normal", "[Old]", "Urgent"))
    assert known.rank(4) < known.rank(2) < known.rank(0) < known.rank(1)
    assert known.rank(0) == known.rank(77)
    assert [each.name for each in known.choices] == ["Urgent", "Normal", "Low"]
    assert known.default is not None
    assert known.default.name == "Normal"
    assert known.get(3) is not None
    assert known.get(77) is None


async def test_they_are_read_once(bench: Bench) -> None:
    """One request, whoever needs them; whoever watches learns that they are known."""
    known, told = TaskPriorities(bench.client), list[None]()
    known.watch(told.append)
    await known.read()
    await known.read()
    assert len([each for each in bench.wire.take() if "Category=33" in each]) == 1
    assert len(told) == 1
