"""The practices' database: patients who owe for completed procedures and have tasks, and the lists for both."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app.practice.schema import columns, make
from app.practice.schema import stamp as stamps
from app.practice.schema.enums.base import PAT_STATUS, PROC_STATUS
from app.practice.schema.enums.people import TASK_OBJECT_TYPE
from app.practice.server.later import load_tables
from soak.clock import BEGINS

TODAY = BEGINS.date()
CASH, CHECK, CARD, DISCOUNT, CHARGE, PREPAID, BILLING = range(1001, 1008)
PROCEDURES = 8
"""Of each patient, complete and unpaid: numbered from 8 × PatNum, the oldest first."""
TASKS = 8
"""Of each patient, open, in the first list, with a note: numbered from 8 × PatNum."""
FIRST_LIST, SECOND_LIST, USER = 1, 2, 1
_PREFERENCES = {
    "PracticeDefaultProv": "1",
    "PracticeDefaultBillType": str(BILLING),
    "EasyNoClinics": "0",
    "ApiPaymentType": str(CARD),
    "PrepaymentUnearnedType": str(PREPAID),
    "FutureTransDatesAllowed": "0",
    "RigorousAccounting": "1",
    "AllowPrepayProvider": "0",
    "PayPlansBillInAdvanceDays": "0",
}


def build(path: Path, patients: int) -> None:
    """Write a practice with so many patients, numbered from 1, into a new SQLite file."""
    load_tables()
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        make.create_tables(connection)
        for name, rows in (*_lists().items(), *_people(patients).items()):
            connection.execute(sa.insert(columns.metadata.tables[name]), rows)
        make.create_indexes(connection)
    engine.dispose()


def procedures_of(pat_num: int) -> range:
    """The numbers of a patient's procedures, the oldest first."""
    return range(pat_num * PROCEDURES, (pat_num + 1) * PROCEDURES)


def tasks_of(pat_num: int) -> range:
    """The numbers of a patient's tasks."""
    return range(pat_num * TASKS, (pat_num + 1) * TASKS)


def words_of(task_num: int) -> str:
    """What a task says."""
    return f"Soak task {task_num}"


def _lists() -> dict[str, list[dict[str, Any]]]:
    definitions = (
        (CASH, 10, "Cash", ""),
        (CHECK, 10, "Check", ""),
        (CARD, 10, "Credit card", ""),
        (DISCOUNT, 1, "Discount", "-"),
        (CHARGE, 1, "Late fee", "+"),
        (PREPAID, 29, "Prepayment", ""),
        (BILLING, 4, "Standard", ""),
    )
    stamp = {"SchemaVersion": stamps.SCHEMA_VERSION, "Seed": 0, "SeededFor": TODAY}
    return {
        "definition": [
            {"DefNum": number, "Category": kind, "ItemName": name, "ItemValue": value, "ItemOrder": number}
            for number, kind, name, value in definitions
        ],
        "preference": [{"PrefName": name, "ValueString": text} for name, text in _PREFERENCES.items()],
        "clinic": [{"ClinicNum": 1, "Description": "Harbor", "Abbr": "Harbor", "ItemOrder": 0}],
        "provider": [{"ProvNum": 1, "Abbr": "DOC1", "ItemOrder": 0, "FeeSched": 1}],
        "feesched": [{"FeeSchedNum": 1, "Description": "Usual"}],
        "procedurecode": [{"CodeNum": 1, "ProcCode": "D2392", "AbbrDesc": "C2", "Descript": "Filling"}],
        "tasklist": [
            {"TaskListNum": number, "Descript": name}
            for number, name in ((FIRST_LIST, "First"), (SECOND_LIST, "Second"))
        ],
        "userod": [{"UserNum": USER, "UserName": "Sam"}],
        stamps.practicestamp.name: [stamp],
    }


def _people(count: int) -> dict[str, list[dict[str, Any]]]:
    dice = random.Random(7)
    usual = {"PriProv": 1, "ClinicNum": 1, "BillingType": BILLING, "PatStatus": PAT_STATUS.number("Patient")}
    people = [
        {"PatNum": each, "Guarantor": each, "LName": f"Soak{each}", "FName": "Sam", **usual}
        for each in range(1, count + 1)
    ]
    complete = {
        "CodeNum": 1,
        "ProcStatus": PROC_STATUS.number("C"),
        "ProvNum": 1,
        "ClinicNum": 1,
        "UnitQty": 1,
    }
    procedures = [
        {
            "ProcNum": number,
            "PatNum": each["PatNum"],
            "ProcDate": str(TODAY - timedelta(days=90 - 10 * place)),
            "ProcFee": float(dice.randrange(8_000, 30_000)) / 100,
            **complete,
        }
        for each in people
        for place, number in enumerate(procedures_of(int(str(each["PatNum"]))))
    ]
    return {"patient": people, "procedurelog": procedures, **_tasks(count)}


def _tasks(count: int) -> dict[str, list[dict[str, Any]]]:
    tasks = [
        {
            "TaskNum": number,
            "TaskListNum": FIRST_LIST,
            "Descript": words_of(number),
            "ObjectType": TASK_OBJECT_TYPE.number("Patient"),
            "KeyNum": pat_num,
            "UserNum": USER,
            "DateTimeOriginal": str(BEGINS),
            "DateTimeEntry": str(BEGINS),
        }
        for pat_num in range(1, count + 1)
        for number in tasks_of(pat_num)
    ]
    said = {"UserNum": USER, "Note": "Begun", "DateTimeNote": str(BEGINS)}
    return {"task": tasks, "tasknote": [{"TaskNum": each["TaskNum"], **said} for each in tasks]}
