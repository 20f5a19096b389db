"""Reads what is known of one appointment."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import ClassVar

from app.api.client import OpenDental
from app.api.need import Need
from app.domain.chart.procedures import not_deleted
from app.domain.people.phones import phone_text
from app.services.patients.parts.filed import in_order, sheets_newest_first
from app.services.patients.parts.union import UnionRows, union_query
from app.services.visits.facts import (
    ApptFieldValue,
    LabWork,
    Papers,
    QuickAdd,
    RecallRules,
    VisitFacts,
)
from app.services.visits.facts_query import BRANCHES, ApptFieldDefRow, QuickAddRow, WaitingSheet
from app.services.visits.office_rules import OfficeRules, items_in, listed_in
from app.store.changes import Change, ChangeKind
from app.store.office import Office
from app.store.patients.readers import PartReader, Reading, arranged, read_groups
from app.store.queries import Questions
from app.store.topics import Part
from app.wire.resources.appointments import Appointment
from app.wire.resources.appt_fields import ApptField
from app.wire.resources.lab_cases import LabCase
from app.wire.resources.laboratories import Laboratory
from app.wire.resources.pat_restrictions import PatRestrict, PatRestriction
from app.wire.resources.preferences import Preference
from app.wire.resources.procedure_codes import ProcedureCode
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus
from app.wire.resources.recall_types import RecallType
from app.wire.resources.recalls import Recall
from app.wire.resources.ref_attaches import RefAttach
from app.wire.resources.sheets import Sheet


class VisitFactsReader(PartReader[VisitFacts]):
    """One query, keyed by AptNum; without Queries six requests and one a field, and once the office's own lists."""

    part: ClassVar[Part] = Part.CHART
    also: ClassVar[frozenset[Part]] = frozenset({Part.PATIENT, Part.SCHEDULE})

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._questions = Questions(client)
        self._rules = OfficeRules()
        self._patients: dict[int, tuple[int, str]] = {}
        """By AptNum: the patient, and the procedures as the schedule described them when they were read."""

    def concerns(self, change: Change) -> Iterable[int]:
        """The appointments of a changed patient, and those that the schedule describes in another way than before."""
        if change.topic is not None:
            if change.topic.part not in (self.part, Part.PATIENT):
                return ()
            key = change.topic.key
            return [apt_num for apt_num, (pat_num, _) in self._patients.items() if key in (0, pat_num)]
        if change.kind is not ChangeKind.VISITS:
            return ()
        return [each for each in change.apt_nums if self._is_described_anew(each)]

    async def read(self, apt_num: int, need: Need) -> VisitFacts:
        """Read it. A group that is refused says why; with Queries, raises the client's ApiErrors."""
        row = self.office.visit_row(apt_num) or await self.client.at(need).appointments.get(apt_num)
        self._patients[apt_num] = (row.PatNum, row.ProcDescript)
        values: dict[str, int | str] = {"apt_num": int(apt_num), "pat_num": int(row.PatNum)}
        rows = await self._questions.ask("visit-facts", union_query(BRANCHES, values), need)
        if rows is not None:
            return facts_of(UnionRows(BRANCHES, rows), apt_num)
        return await self._one_by_one(apt_num, row.PatNum, need)

    def _is_described_anew(self, apt_num: int) -> bool:
        row, known = self.office.visit_row(apt_num), self._patients.get(apt_num)
        return row is not None and known is not None and row.ProcDescript != known[1]

    async def _one_by_one(self, apt_num: int, pat_num: int, need: Need) -> VisitFacts:
        client = self.client.at(need)
        groups: dict[str, Reading] = {
            "procedures": arranged(
                client.procedure_logs.list(PatNum=pat_num), lambda rows: _of_visit(rows, apt_num)
            ),
            "codes": lambda: self.office.codes.read(need),
            "restrictions": arranged(client.pat_restrictions.list(PatNum=pat_num), _forbidding),
            "labs": lambda: self._labs(client, apt_num),
            "fields": lambda: self._fields(client, apt_num),
            "recalls": arranged(client.recalls.list(PatNum=pat_num), tuple),
            "referrals": arranged(client.ref_attaches.list(PatNum=pat_num), in_order),
            "papers": arranged(
                client.sheets.list(PatNum=pat_num), lambda rows: Papers(sheets_newest_first(rows))
            ),
            "rules": lambda: self._rules.recalls(client),
            "quick": lambda: self._rules.quick(client),
        }
        return await read_groups(VisitFacts(apt_num), groups, lambda facts: self.publish(apt_num, facts))

    async def _labs(self, client: OpenDental, apt_num: int) -> tuple[LabWork, ...]:
        cases = tuple(await client.lab_cases.list(AptNum=apt_num))
        return lab_work(cases, await self._rules.labs(client) if cases else ())

    async def _fields(self, client: OpenDental, apt_num: int) -> tuple[ApptFieldValue, ...]:
        defined = await self._rules.fields(client)
        values = await asyncio.gather(
            *(client.appt_fields.get(AptNum=apt_num, FieldName=each.FieldName) for each in defined)
        )
        return tuple(
            ApptFieldValue(one.FieldName, one.FieldType, items_in(one.PickList), row.FieldValue)
            for one, row in zip(defined, values, strict=True)
        )


def facts_of(rows: UnionRows, apt_num: int) -> VisitFacts:
    """All groups from the query's rows."""
    values = {row.FieldName: row.FieldValue for row in rows.of("field", ApptField)}
    defined = sorted(
        rows.of("field_def", ApptFieldDefRow), key=lambda row: (row.ItemOrder, row.ApptFieldDefNum)
    )
    quick = sorted(rows.of("quick", QuickAddRow), key=lambda row: (row.ItemOrder, row.DefNum))
    return VisitFacts(
        apt_num,
        tuple(sorted(rows.of("procedure", ProcedureLog), key=lambda row: row.ProcNum)),
        {row.CodeNum: row for row in rows.of("code", ProcedureCode)},
        tuple(
            ApptFieldValue(
                row.FieldName, row.FieldType, items_in(row.PickList), values.get(row.FieldName, "")
            )
            for row in defined
        ),
        lab_work(rows.of("case", LabCase), rows.of("lab", Laboratory)),
        rows.of("restriction", PatRestriction),
        in_order(rows.of("referral", RefAttach)),
        Papers(
            sheets_newest_first(rows.of("sheet", Sheet)),
            tuple(row.Description for row in rows.of("waiting", WaitingSheet)),
        ),
        rows.of("recall", Recall),
        RecallRules(
            {row.RecallTypeNum: row for row in rows.of("recall_type", RecallType)},
            {row.PrefName: row.ValueString for row in rows.of("preference", Preference)},
        ),
        tuple(
            QuickAdd(row.ItemName.strip(), listed) for row in quick if (listed := listed_in(row.ItemValue))
        ),
        {row.AptNum: row for row in rows.of("place", Appointment)},
    )


def lab_work(cases: Iterable[LabCase], labs: Iterable[Laboratory]) -> tuple[LabWork, ...]:
    """Cases with the names of their laboratories."""
    named = {row.LaboratoryNum: row for row in labs}
    return tuple(
        LabWork(case, lab.Description.strip(), phone_text(lab.Phone.strip()))
        for case in cases
        for lab in (named.get(case.LaboratoryNum, Laboratory()),)
    )


def _of_visit(rows: Iterable[ProcedureLog], apt_num: int) -> tuple[ProcedureLog, ...]:
    """The procedures on an appointment, and the treatment planned ones."""
    planned = ProcedureStatus.TREATMENT_PLANNED
    found = (row for row in not_deleted(rows) if row.AptNum == apt_num or row.ProcStatus is planned)
    return tuple(sorted(found, key=lambda row: row.ProcNum))


def _forbidding(rows: Iterable[PatRestriction]) -> tuple[PatRestriction, ...]:
    return tuple(row for row in rows if str(row.PatRestrictType) == str(PatRestrict.APPT_SCHEDULE))
