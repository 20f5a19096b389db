"""The sizes of a patient's files, where the office keeps them in its database."""

# words: columns of the database
from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from app.api.client import OpenDental
from app.api.need import Need
from app.store.office import Office
from app.store.patients.readers import PartReader
from app.store.queries import Questions
from app.store.topics import Part
from app.wire.lenient import whole_or

Sizes = Mapping[int, int]
"""Bytes by DocNum; only files that are in the database, and have been opened since they were uploaded."""
NO_SIZES: Sizes = MappingProxyType({})


class FileSizesReader(PartReader[Sizes]):
    """One query of its own, since the database has to read a file to tell its length; empty without Queries."""

    part: ClassVar[Part] = Part.PATIENT

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._questions = Questions(client)

    async def read(self, pat_num: int, need: Need) -> Sizes:
        """Read them. Raises the client's ApiErrors."""
        columns = "DocNum, LENGTH(RawBase64) AS Letters"
        command = f"SELECT {columns} FROM document WHERE PatNum = {int(pat_num)} AND RawBase64 <> ''"  # noqa: S608  # words: SQL with a number
        rows = await self._questions.ask("file sizes", command, need)
        return {
            whole_or(row.get("DocNum"), 0): whole_or(row.get("Letters"), 0) * 3 // 4 for row in rows or ()
        }
