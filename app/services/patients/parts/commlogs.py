"""Communication with a patient, and with the family."""

# words: columns and tables of the database
from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import ClassVar

from msgspec import Struct

from app.api.client import OpenDental
from app.api.need import Need
from app.services.patients.note_text import marked
from app.services.patients.parts.union import Branch, UnionRows, union_query
from app.store.office import Office
from app.store.patients.readers import PartReader
from app.store.queries import Questions
from app.store.topics import Part
from app.wire.fields import NO_DATE_TIME
from app.wire.resources.commlogs import Commlog

MOST_MEMBERS = 8
"""Family members whose communication is read one by one, where the key has no Queries."""


def _branches(whose: str) -> Mapping[str, Branch]:
    columns = (
        "commlog.CommlogNum", "commlog.PatNum", "commlog.CommDateTime", "commlog.CommType",
        "definition.ItemName AS commType", f"{marked('commlog.Note')} AS Note", "commlog.Mode_",
        "commlog.SentOrReceived", "commlog.UserNum",
    )  # fmt: skip
    source = "commlog LEFT JOIN definition ON definition.DefNum = commlog.CommType WHERE commlog.PatNum "
    return MappingProxyType({"commlog": Branch(Commlog, columns, source + whose)})


NEWEST = 99
"""Entries read by one query. An answer with a full page of 100 rows would need a second request."""
OWN = _branches(f"= {{pat_num}} ORDER BY commlog.CommDateTime DESC, commlog.CommlogNum DESC LIMIT {NEWEST}")
FAMILY = _branches(
    "IN (SELECT PatNum FROM patient WHERE Guarantor = (SELECT Guarantor FROM patient WHERE PatNum = {pat_num}))"
)


class CommlogsReader(PartReader[tuple[Commlog, ...]]):
    """The patient's own, newest first; with Queries the newest have their line breaks."""

    part: ClassVar[Part] = Part.COMMUNICATION

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._questions = Questions(client)

    async def read(self, pat_num: int, need: Need) -> tuple[Commlog, ...]:
        """One request for the newest, one more for each page where there are others. Raises the client's ApiErrors."""
        found = await self._questions.ask("commlogs", union_query(OWN, {"pat_num": int(pat_num)}), need)
        newest = newest_first(UnionRows(OWN, found or ()).of("commlog", Commlog))
        if found is not None and len(found) < NEWEST:
            return newest
        if newest:
            self.publish(pat_num, newest)
        whole = {row.CommlogNum: row for row in newest}
        rows = await self.client.at(need).commlogs.list(PatNum=pat_num)
        return newest_first(whole.get(row.CommlogNum, row) for row in rows)


class FamilyCommlogs(Struct, frozen=True):
    """Communication with all members of the family, newest first."""

    rows: tuple[Commlog, ...]
    complete: bool = True
    """Whether every member's are there."""


class FamilyCommlogsReader(PartReader[FamilyCommlogs]):
    """One query; without Queries one request for the family, and one for each of its members."""

    part: ClassVar[Part] = Part.COMMUNICATION

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._questions = Questions(client)

    async def read(self, pat_num: int, need: Need) -> FamilyCommlogs:
        """Read it. Raises the client's ApiErrors."""
        command = union_query(FAMILY, {"pat_num": int(pat_num)})
        found = await self._questions.ask("family commlogs", command, need)
        if found is not None:
            return FamilyCommlogs(newest_first(UnionRows(FAMILY, found).of("commlog", Commlog)))
        client = self.client.at(need)
        head = (await client.patients.get(pat_num)).Guarantor
        family = [row.PatNum for row in await client.patients.simple(Guarantor=head)]
        asked = sorted(family, key=lambda each: each != pat_num)[:MOST_MEMBERS]
        lists = await asyncio.gather(*(client.commlogs.list(PatNum=each) for each in asked))
        return FamilyCommlogs(newest_first(row for rows in lists for row in rows), len(asked) == len(family))


def newest_first(rows: Iterable[Commlog]) -> tuple[Commlog, ...]:
    """By the time of the communication."""
    return tuple(
        sorted(rows, key=lambda row: (row.CommDateTime or NO_DATE_TIME, row.CommlogNum), reverse=True)
    )
