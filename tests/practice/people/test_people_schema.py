"""The tables of recalls, tasks, patients' extras, referrals and note templates."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app.practice.schema.columns import meaning_of, metadata
from app.practice.schema.enums import people as codes
from app.practice.schema.enums.base import EnumCodes
from app.practice.server.later import load_tables
from app.wire.enums import WireEnum
from app.wire.resources.asap_comms import AsapCommFKeyType, AsapRSVPStatus, AutoCommStatus
from app.wire.resources.guardians import GuardianRelationship
from app.wire.resources.pat_field_defs import PatFieldType
from app.wire.resources.pat_restrictions import PatRestrict
from app.wire.resources.popups import EnumPopupLevel
from app.wire.resources.recalls import RecallPriority
from app.wire.resources.ref_attaches import ReferralToStatus, RefType
from app.wire.resources.task_lists import TaskListStatusEnum
from app.wire.resources.tasks import TaskDateType, TaskObjectType, TaskReminderType, TaskStatusEnum


@pytest.mark.parametrize(
    ("wire", "kept"),
    [
        (RecallPriority, codes.RECALL_PRIORITY),
        (TaskStatusEnum, codes.TASK_STATUS),
        (TaskDateType, codes.TASK_DATE_TYPE),
        (TaskObjectType, codes.TASK_OBJECT_TYPE),
        (TaskReminderType, codes.TASK_REMINDER_TYPE),
        (TaskListStatusEnum, codes.TASK_LIST_STATUS),
        (EnumPopupLevel, codes.POPUP_LEVEL),
        (PatFieldType, codes.PAT_FIELD_TYPE),
        (PatRestrict, codes.PAT_RESTRICT),
        (GuardianRelationship, codes.GUARDIAN_RELATIONSHIP),
        (RefType, codes.REF_TYPE),
        (ReferralToStatus, codes.REF_TO_STATUS),
        (AsapCommFKeyType, codes.ASAP_KEY_TYPE),
        (AutoCommStatus, codes.AUTO_COMM_STATUS),
        (AsapRSVPStatus, codes.ASAP_RSVP_STATUS),
    ],
)
def test_codes_cover_wire(wire: type[WireEnum], kept: EnumCodes) -> None:
    """Every declared wire name has a number in the database, and vice versa."""
    for member in wire:
        assert kept.text(kept.number(member.value)) == member.value


@pytest.mark.parametrize(
    ("table", "column", "number", "word"),
    [
        ("guardian", "Relationship", 1, "Mother"),
        ("guardian", "Relationship", 23, "Sitter"),
        ("patfielddef", "FieldType", 6, "CareCreditStatus"),
        ("refattach", "RefType", 1, "RefFrom"),
        ("refattach", "RefToStatus", 5, "Complete"),
        ("task", "TaskStatus", 2, "Done"),
        ("asapcomm", "FKeyType", 5, "Broken"),
        ("asapcomm", "ResponseStatus", 11, "DeclinedStopComm"),
    ],
)
def test_codes_are_open_dentals(table: str, column: str, number: int, word: str) -> None:
    """The numbers are those of Open Dental's schema, so that its queries mean the same here."""
    load_tables()
    assert meaning_of(metadata.tables[table].c[column])["codes"].text(number) == word


def test_quick_paste_types() -> None:
    """The kinds of notes have Open Dental's numbers."""
    assert [codes.QUICK_PASTE_TYPE.text(number) for number in (3, 27, 43)] == ["CommLog", "Task", "Sheets"]


def test_a_task_and_its_history_have_the_same_columns() -> None:
    """A task's history has all of the task's columns."""
    load_tables()
    task, history = (list(metadata.tables[name].c.keys()) for name in ("task", "taskhist"))
    assert history == ["TaskHistNum", "UserNumHist", "DateTStamp", "IsNoteChange", *task]


def test_the_indexes_of_every_loaded_table_are_made() -> None:
    """Indexes of tables that load later are created with the others."""
    load_tables()
    made = {index.name for table in metadata.sorted_tables for index in table.indexes}
    assert {"RecallPatNum", "TaskKeyNum", "PatFieldPatNum", "ReferralLName"} <= made
    assert isinstance(metadata.tables["recall"], sa.Table)
