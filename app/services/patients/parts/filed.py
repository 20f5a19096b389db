"""What is filed with a patient: notes, fields, referrals, forms, documents and popups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import ClassVar, TypeVar, Union

from msgspec import Struct
from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.need import Need
from app.domain.schedule.visit import Person
from app.services.patients.parts.filed_query import (
    BRANCHES,
    PICK_ITEMS_SINCE,
    UNOPENED,
    WITH_ITEMS,
    FieldDefRow,
    FiledFile,
    PickItem,
)
from app.services.patients.parts.union import UnionRows, union_query
from app.store.changes import Change
from app.store.office import Office
from app.store.patients.parts import Refused, Unread
from app.store.patients.readers import PartReader, Reading, arranged, read_groups
from app.store.queries import Questions
from app.store.topics import Part
from app.wire.fields import NO_DATE_TIME
from app.wire.resources.documents import DocumentOrMount
from app.wire.resources.pat_field_defs import PatFieldDef, PatFieldType
from app.wire.resources.pat_fields import PatField
from app.wire.resources.patient_notes import PatientNote
from app.wire.resources.patients import Patient
from app.wire.resources.popups import EnumPopupLevel, Popup
from app.wire.resources.ref_attaches import RefAttach
from app.wire.resources.sheet_fields import SheetField
from app.wire.resources.sheets import Sheet
from app.wire.version import Version

T = TypeVar("T")
Group = Union[T, Unread, Refused]  # noqa: UP007  # subscripted where it is used
"""Rows that are read together, or why there are none yet."""
LOADING = Unread(reading=True)
NO_FILES: Mapping[int, FiledFile] = MappingProxyType({})


class FamilyNotes(Struct, frozen=True):
    """The notes that are kept with the guarantor, for the whole family."""

    head: Person
    """The guarantor."""
    urgent: str = ""
    """The urgent financial note."""
    financial: str = ""


class FieldDef(Struct, frozen=True):
    """One of the office's own patient fields."""

    name: str
    kind: PatFieldType
    items: tuple[str, ...] = ()
    """Of a pick list; empty where they can't be read."""


class Filed(Struct, frozen=True):
    """The groups, each as it could be read."""

    notes: Group[PatientNote] = LOADING
    family: Group[FamilyNotes] = LOADING
    popups: Group[tuple[Popup, ...]] = LOADING
    """The patient's own, the family's and the super family's; snoozed ones included, archived ones not."""
    fields: Group[tuple[PatField, ...]] = LOADING
    definitions: Group[tuple[FieldDef, ...]] = LOADING
    """Of all fields that aren't hidden, in the office's order."""
    referrals: Group[tuple[RefAttach, ...]] = LOADING
    """In and out, in the office's order."""
    sheets: Group[tuple[Sheet, ...]] = LOADING
    """Newest first."""
    documents: Group[tuple[DocumentOrMount, ...]] = LOADING
    """Newest first."""
    files: Mapping[int, FiledFile] = NO_FILES
    """By DocNum; empty where it is not known, since it needs a query."""
    unsigned: frozenset[int] | None = None
    """SheetNums of forms with an empty signature box; None: not known, since it needs a query."""
    blank: frozenset[int] | None = None
    """SheetNums of forms in which nothing was filled in; None: not known."""


class FiledReader(PartReader[Filed]):
    """One query; without Queries one request a group, each shown as it comes."""

    part: ClassVar[Part] = Part.PATIENT
    also: ClassVar[frozenset[Part]] = frozenset({Part.COMMUNICATION})

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._questions = Questions(client)
        self._heads: dict[int, int] = {}
        """By patient: the guarantor, who has the family's notes."""

    def concerns(self, change: Change) -> Iterable[int]:
        """Also the family of a guarantor: a changed note is on the page of each member."""
        changed = set(super().concerns(change))
        if change.topic is None or change.topic.part is not self.part:
            return changed
        return changed | {pat_num for pat_num, head in self._heads.items() if head in changed}

    async def read(self, pat_num: int, need: Need) -> Filed:
        """Read it. A group that is refused says why; with Queries, raises the client's ApiErrors."""
        filed = await self._read(pat_num, need)
        if isinstance(filed.family, FamilyNotes):
            self._heads[pat_num] = filed.family.head.pat_num
        return filed

    async def _read(self, pat_num: int, need: Need) -> Filed:
        version = self.client.capabilities.version
        has_items = version is not None and version >= Version.parse(PICK_ITEMS_SINCE)
        branches = WITH_ITEMS if has_items else BRANCHES
        rows = await self._questions.ask("filed", union_query(branches, {"pat_num": int(pat_num)}), need)
        if rows is not None:
            return filed_of(UnionRows(branches, rows), pat_num)
        return await self._one_by_one(pat_num, need)

    async def _one_by_one(self, pat_num: int, need: Need) -> Filed:
        client = self.client.at(need)
        groups: dict[str, Reading] = {
            "popups": arranged(client.popups.list(PatNum=pat_num), lambda rows: popups_for(rows, pat_num)),
            "notes": lambda: client.patient_notes.get(pat_num),
            "family": lambda: _family_notes(client, pat_num),
            "fields": arranged(client.pat_fields.list(PatNum=pat_num), tuple),
            "definitions": arranged(client.pat_field_defs.list(), _shown_definitions),
            "referrals": arranged(client.ref_attaches.list(PatNum=pat_num), in_order),
            "sheets": arranged(client.sheets.list(PatNum=pat_num), sheets_newest_first),
            "documents": arranged(client.documents.list(PatNum=pat_num), _listed),
        }
        return await read_groups(Filed(), groups, lambda filed: self.publish(pat_num, filed))


def filed_of(rows: UnionRows, pat_num: int) -> Filed:
    """All groups from the query's rows."""
    notes, files = rows.of("note", PatientNote), {row.DocNum: row for row in rows.of("file", FiledFile)}
    documents = [
        replace(row, Note=_without_content(row.Note, files[row.DocNum].InNote if row.DocNum in files else 0))
        for row in rows.of("document", DocumentOrMount)
    ]
    return Filed(
        notes[0] if notes else PatientNote(PatNum=pat_num),
        _family_of(rows, pat_num),
        popups_for(rows.of("popup", Popup), pat_num),
        rows.of("field", PatField),
        _definitions_of(rows),
        in_order(rows.of("referral", RefAttach)),
        sheets_newest_first(rows.of("sheet", Sheet)),
        newest_first((*documents, *rows.of("mount", DocumentOrMount))),
        files,
        frozenset(row.SheetNum for row in rows.of("unsigned", SheetField)),
        frozenset(row.SheetNum for row in rows.of("blank", SheetField)),
    )


def _family_of(rows: UnionRows, pat_num: int) -> FamilyNotes:
    head = next(iter(rows.of("head", Patient)), Patient(PatNum=pat_num))
    note = next(iter(rows.of("family_note", PatientNote)), PatientNote())
    return FamilyNotes(_person(head), head.FamFinUrgNote, note.FamFinancial)


async def _family_notes(client: OpenDental, pat_num: int) -> FamilyNotes:
    own = await client.patients.get(pat_num)
    head = own if own.Guarantor in (0, pat_num) else await client.patients.get(own.Guarantor)
    return FamilyNotes(
        _person(head), head.FamFinUrgNote, (await client.patient_notes.get(head.PatNum)).FamFinancial
    )


def _person(row: Patient) -> Person:
    return Person(row.PatNum, row.LName, row.FName, row.Preferred, row.Birthdate)


def _definitions_of(rows: UnionRows) -> tuple[FieldDef, ...]:
    items = sorted(rows.of("pick_item", PickItem), key=lambda item: item.ItemOrder)
    return tuple(
        FieldDef(
            row.FieldName,
            row.FieldType,
            tuple(item.Name for item in items if item.PatFieldDefNum == row.PatFieldDefNum)
            or _listed_items(row.PickList),
        )
        for row in sorted(rows.of("field_def", FieldDefRow), key=lambda row: row.ItemOrder)
    )


def _shown_definitions(rows: Iterable[PatFieldDef]) -> tuple[FieldDef, ...]:
    return tuple(
        FieldDef(row.FieldName, row.FieldType, _listed_items(row.PickList))
        for row in rows
        if not row.IsHidden
    )


def _listed_items(pick_list: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in pick_list.splitlines() if item.strip())


def popups_for(rows: Iterable[Popup], pat_num: int) -> tuple[Popup, ...]:
    """The popups that concern a patient: an office lists relatives' own ones too, which don't."""
    return tuple(
        row
        for row in rows
        if not row.IsArchived and (row.PatNum == pat_num or row.PopupLevel is not EnumPopupLevel.PATIENT)
    )


def is_off(popup: Popup, now: datetime) -> bool:
    """Whether it is turned off at this time of the office."""
    return popup.DateTimeDisabled is not None and popup.DateTimeDisabled <= now


def in_order(rows: Iterable[RefAttach]) -> tuple[RefAttach, ...]:
    """Referrals in the office's order."""
    return tuple(sorted(rows, key=lambda row: (row.ItemOrder, row.RefAttachNum)))


def sheets_newest_first(rows: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """Forms by date, newest first."""
    return tuple(
        sorted(rows, key=lambda row: (row.DateTimeSheet or NO_DATE_TIME, row.SheetNum), reverse=True)
    )


def newest_first(rows: Iterable[DocumentOrMount]) -> tuple[DocumentOrMount, ...]:
    """Documents and mounts by date, newest first."""
    return tuple(
        sorted(
            rows,
            key=lambda row: (row.DateCreated or NO_DATE_TIME, row.DocNum, row.MountNum),
            reverse=True,
        )
    )


def _listed(rows: Iterable[DocumentOrMount]) -> tuple[DocumentOrMount, ...]:
    """The list of a key without Queries has the whole content of unopened documents in their notes."""
    return newest_first(replace(row, Note=_without_content(row.Note, len(row.Note))) for row in rows)


def _without_content(note: str, length: int) -> str:
    """A note of this whole length, without the content of a document that nobody opened yet: its extension stays.

    The extension has two to five letters and the content groups of four, so the length tells them apart.
    """
    if not note.startswith(UNOPENED):
        return note
    over = (length - len(UNOPENED) - 1) % 4
    return note[: len(UNOPENED) + 1 + (over if over > 1 else over + 4)]
