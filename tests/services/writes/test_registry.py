"""The registry of writes is complete, and an incomplete one is reported."""

from __future__ import annotations

import pytest

from app.core.text import NO_TEXT, msg
from app.journal.entries import Entry, Intent, Wire
from app.services.writes.change import Change
from app.services.writes.create import Create
from app.services.writes.details import every as details
from app.services.writes.money import every as money
from app.services.writes.patients import every
from app.services.writes.registry import WRITES, faults, registry
from app.services.writes.tasks import every as tasks
from app.services.writes.write import Write
from app.store.topics import Part
from app.wire.resources.adjustments import Adjustments
from app.wire.resources.appointments import Appointments

WORDS = msg("Not posted")


class Plain(Create):
    """A new row that can't be undone."""

    def undo(self, entry: Entry) -> None:
        """None."""


def test_every_write_is_complete() -> None:
    """Each write has its own kind, a refusal text, a method that writes, and existing fields."""
    later = (*details.WRITES, *every.WRITES, *money.WRITES, *tasks.WRITES)
    assert faults((*WRITES, *later)) == []
    schedule = {
        "move",
        "resize",
        "stage",
        "break",
        "attach",
        "restore",
        "note",
        "book",
        "planned booking",
        "unscheduled booking",
    }
    assert registry().keys() == schedule | {write.kind for write in later}
    assert {
        "patient",
        "new patient",
        "commlog",
        "popup",
        "payment",
        "refund",
        "adjustment",
    } <= registry().keys()


def test_an_incomplete_write_is_named() -> None:
    """A write with a missing or wrong part is reported, whichever part it is."""
    account = {"part": Part.ACCOUNT, "not_done": WORDS}
    planted = {
        "it has no kind": Plain("", Adjustments.create, key="AdjNum", **account),
        "no words for a refusal": Plain(
            "silent", Adjustments.create, key="AdjNum", part=Part.ACCOUNT, not_done=NO_TEXT
        ),
        "Adjustments.list only reads": Plain("reader", Adjustments.list, key="AdjNum", **account),
        "has the key 'AptNum'": Change("keyless", Adjustments.update, key="AptNum", **account),
        "'Memo' cannot take a mark": Plain("a", Adjustments.create, key="AdjNum", mark="Memo", **account),
        "'adjType' cannot take a mark": Plain(
            "b", Adjustments.create, key="AdjNum", mark="adjType", **account
        ),
    }
    for words, write in planted.items():
        found = faults((*WRITES, write))
        assert len(found) == 1, (words, found)
        assert words in found[0]
    assert faults((*WRITES, WRITES[0])) == ["'move' is registered 2 times"]


@pytest.mark.parametrize("part", ["check", "result", "read_back", "undo", "applies"])
def test_a_write_without_a_part_cannot_be_made(part: str) -> None:
    """A write class with a missing part can't be instantiated."""

    async def reading(self: Write, *_: object) -> None:
        """Any of the parts that read."""

    def saying(self: Write, _: Entry | Intent | Wire) -> None:
        """Any of the others."""

    parts = {"check": reading, "result": reading, "read_back": reading, "undo": saying, "applies": saying}
    del parts[part]
    incomplete = type("Incomplete", (Write,), parts)
    with pytest.raises(TypeError, match=part):
        incomplete("move", Appointments.update, not_done=WORDS)
