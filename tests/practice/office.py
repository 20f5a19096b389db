"""A tiny hand-written office, where every row is known: two clinics, three operatories, a handful of people.

The date is Monday, 2026-11-23. Numbers are the primary keys that tests use.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app.practice.schema import columns, make
from app.practice.schema import stamp as stamps
from app.practice.schema.enums.base import APT_STATUS, PAT_STATUS, PROC_STATUS, SCHED_TYPE
from app.practice.server.later import load_tables
from tests.practice import (
    office_catalog,
    office_clinical,
    office_insurance,
    office_money,
    office_papers,
    office_people,
)

TODAY = datetime.date(2026, 11, 23)
YESTERDAY, TOMORROW = (TODAY + datetime.timedelta(days=days) for days in (-1, 1))

ANN, BEN, CARA, DELETED, ARCHIVED, INACTIVE = range(1, 7)
DOC, HYG, OTHER_DOC, HIDDEN_DOC = range(1, 5)
VISIT, HYGIENE_VISIT, PLANNED, UNSCHEDULED, DONE, BROKEN = range(1, 7)
UNCONFIRMED, SENT, CONFIRMED, DECLINED, FAILED, ARRIVED, SEATED, DISMISSED, OLD_STATUS = range(20, 29)

Rows = tuple[Mapping[str, Any], ...]


def _status(word: str) -> int:
    return APT_STATUS.number(word)


def _visit(number: int, patient: int, status: str, at: str, **more: Any) -> dict[str, Any]:
    usual = {"Pattern": "//XXXX//", "PatternSecondary": "////////", "Confirmed": UNCONFIRMED, "ProvNum": DOC}
    row = {"AptNum": number, "PatNum": patient, "AptStatus": _status(status), "AptDateTime": at}
    return {**row, "Op": 1, "ClinicNum": 1, "DateTStamp": f"{YESTERDAY} 08:00:00", **usual, **more}


def _definition(number: int, category: int, name: str, value: str = "", hidden: int = 0) -> dict[str, Any]:
    row = {"DefNum": number, "Category": category, "ItemName": name, "ItemValue": value}
    return {**row, "ItemOrder": number, "IsHidden": hidden}


def _schedule(
    number: int, day: datetime.date, start: str, stop: str, kind: str, **more: Any
) -> dict[str, Any]:
    row = {"ScheduleNum": number, "SchedDate": day, "StartTime": f"{start}:00", "StopTime": f"{stop}:00"}
    return {**row, "SchedType": SCHED_TYPE.number(kind), **more}


def _patient(number: int, last: str, first: str, status: str = "Patient", **more: Any) -> dict[str, Any]:
    row = {"PatNum": number, "LName": last, "FName": first, "PatStatus": PAT_STATUS.number(status)}
    usual = {"Guarantor": number, "PriProv": DOC, "ClinicNum": 1, "BillingType": 60}
    return {**row, **usual, "DateTStamp": f"{YESTERDAY} 08:00:00", **more}


def _procedure(number: int, patient: int, code: int, status: str, **more: Any) -> dict[str, Any]:
    row = {"ProcNum": number, "PatNum": patient, "CodeNum": code, "ProcStatus": PROC_STATUS.number(status)}
    usual = {"ProcDate": TODAY, "ProvNum": DOC, "ClinicNum": 1, "ProcFee": 50.0, "UnitQty": 1}
    return {**row, **usual, "DateTStamp": f"{YESTERDAY} 08:00:00", **more}


def _code(number: int, code: str, short: str, area: int, time: str) -> dict[str, Any]:
    row = {"CodeNum": number, "ProcCode": code, "AbbrDesc": short, "Descript": f"about {short}"}
    return {**row, "TreatArea": area, "ProcTime": time}


PREFERENCES = {
    "PracticeDefaultProv": str(DOC),
    "PracticeDefaultBillType": "60",
    "EasyNoClinics": "0",
    "EasyHideHospitals": "1",
    "ApptAutoRefreshRange": "4",
    "AppointmentTimeIsLocked": "0",
    "AppointmentTimeArrivedTrigger": str(ARRIVED),
    "AppointmentTimeSeatedTrigger": str(SEATED),
    "AppointmentTimeDismissedTrigger": str(DISMISSED),
    "ApptEConfirmStatusSent": str(SENT),
    "ApptEConfirmStatusAccepted": str(CONFIRMED),
    "ApptEConfirmStatusDeclined": str(DECLINED),
    "ApptEConfirmStatusSendFailed": "0",
    "AppointmentWithoutProcsDefaultLength": "30",
    "ApptsRequireProc": "0",
    "BrokenApptProcedure": "3",
    "BrokenApptCommLog": "1",
    "InsHistBWCodes": "",
    "InsHistExamCodes": "D0120,D0150",
    "InsHistProphyCodes": "D1110",
    "InsHistPerioURCodes": "D4341",
    "InsHistPerioULCodes": "D4341",
    **office_insurance.PREFERENCES,
}

ROWS: dict[str, Rows] = {
    "clinic": (
        {"ClinicNum": 1, "Description": "Harbor", "Abbr": "Harbor", "ItemOrder": 0},
        {"ClinicNum": 2, "Description": "Hill", "Abbr": "Hill", "ItemOrder": 1},
        {"ClinicNum": 3, "Description": "Old town", "Abbr": "Old", "ItemOrder": 2, "IsHidden": 1},
    ),
    "provider": (
        {"ProvNum": DOC, "Abbr": "DOC1", "ItemOrder": 0, "FeeSched": 1, "ProvColor": -16711936},
        {"ProvNum": HYG, "Abbr": "HYG1", "ItemOrder": 1, "IsSecondary": 1, "FeeSched": 1},
        {"ProvNum": OTHER_DOC, "Abbr": "DOC2", "ItemOrder": 2, "FeeSched": 1},
        {"ProvNum": HIDDEN_DOC, "Abbr": "GONE", "ItemOrder": 3, "IsHidden": 1},
    ),
    "providercliniclink": ({"ProvNum": OTHER_DOC, "ClinicNum": 2},),
    "operatory": (
        {"OperatoryNum": 1, "OpName": "Chair 1", "ProvDentist": DOC, "ClinicNum": 1, "IsWebSched": 1, "ItemOrder": 0,
         "IsNewPatAppt": 1},
        {"OperatoryNum": 2, "OpName": "Chair 2", "ProvHygienist": HYG, "IsHygiene": 1, "ClinicNum": 1, "ItemOrder": 1},
        {"OperatoryNum": 3, "OpName": "Chair 3", "ProvDentist": OTHER_DOC, "ClinicNum": 2, "ItemOrder": 2},
        {"OperatoryNum": 4, "OpName": "Store room", "IsHidden": 1, "ItemOrder": 3},
    ),
    "definition": (
        _definition(UNCONFIRMED, 2, "Unconfirmed", "Unconf"),
        _definition(SENT, 2, "Text sent", "Sent"),
        _definition(CONFIRMED, 2, "Confirmed", "Conf"),
        _definition(DECLINED, 2, "Not accepted", "No"),
        _definition(FAILED, 2, "Failed", "Fail"),
        _definition(ARRIVED, 2, "Arrived", "Here"),
        _definition(SEATED, 2, "Seated", "In"),
        _definition(DISMISSED, 2, "Dismissed", "Out"),
        _definition(OLD_STATUS, 2, "Old status", hidden=1),
        _definition(30, 13, "To call"),
        _definition(40, 25, "Lunch", "NS"),
        _definition(41, 25, "Emergency"),
        _definition(50, 27, "ApptRelated", "APPT"),
        _definition(51, 27, "Misc", "MISC"),
        _definition(52, 27, "Insurance"),
        _definition(60, 4, "Standard"),
        _definition(61, 4, "Slow payer"),
        _definition(70, 42, "New patient exam"),
        _definition(71, 51, "Cleaning"),
        _definition(72, 51, "Not linked"),
        _definition(80, 20, "1"),
        _definition(81, 20, "Later"),
        _definition(90, 16, "None"),
        _definition(91, 16, "Decay", "D"),
        _definition(95, 35, "General"),
        _definition(96, 30, "Good"),
    ),
    "preference": tuple({"PrefName": name, "ValueString": text} for name, text in PREFERENCES.items()),
    "feesched": ({"FeeSchedNum": 1, "Description": "Usual"}, {"FeeSchedNum": 2, "Description": "Plan"}),
    "procedurecode": (
        _code(1, "D0120", "PerEx", 3, "/X/"),
        _code(2, "D2392", "C2", 1, "//XXXX/"),
        _code(3, "D1110", "Pro", 3, "/XXXXXX/"),
        _code(4, "D9986", "Missed", 0, "/"),
        _code(5, "D9987", "Cancelled", 0, "/"),
        _code(6, "~GRP~", "GrpNote", 0, "/"),
        _code(7, "D4341", "SRP", 4, "/XXXX/"),
        {**_code(8, "D2750", "Crown", 2, "//XXXX//"), "IsProsth": 1},
        _code(9, "D2393", "C3", 1, "//XXXX/"),
        {**_code(10, "D5211", "Denture", 7, "/XX/"), "IsProsth": 1},
    ),
    "fee": (
        {"CodeNum": 1, "FeeSched": 1, "Amount": 58.0},
        {"CodeNum": 1, "FeeSched": 2, "Amount": 41.5},
        {"CodeNum": 2, "FeeSched": 1, "Amount": 248.0},
        {"CodeNum": 4, "FeeSched": 1, "Amount": 50.0},
    ),
    "appointmenttype": (
        {"AppointmentTypeNum": 1, "AppointmentTypeName": "New exam", "Pattern": "/XXXX/", "CodeStr": "D0120",
         "AppointmentTypeColor": -16776961, "ItemOrder": 0},
        {"AppointmentTypeNum": 2, "AppointmentTypeName": "Clean", "CodeStr": "D0120,D1110", "ItemOrder": 1},
    ),
    "deflink": (
        {"DefNum": 70, "FKey": 1, "LinkType": 2},
        {"DefNum": 71, "FKey": 1, "LinkType": 2},
    ),
    "patient": (
        _patient(ANN, "Berg", "Ann", Birthdate="1980-02-03", WirelessPhone="(541)555-0101", City="Salem",
                 Email="ann@example.com"),
        _patient(BEN, "Berg", "Ben", Guarantor=ANN, Birthdate="2015-06-07", Position=2),
        _patient(CARA, "Diaz", "Cara", Preferred="Coco", HmPhone="541-555-0199", PriProv=0, ClinicNum=2,
                 SSN="900120034"),
        _patient(DELETED, "Gone", "Gil", "Deleted"),
        _patient(ARCHIVED, "Dove", "Dan", "Archived"),
        _patient(INACTIVE, "Ebbe", "Eve", "Inactive"),
    ),
    "schedule": (
        _schedule(1, TODAY, "08:00", "12:00", "Provider", ProvNum=DOC),
        _schedule(2, TODAY, "13:00", "17:00", "Provider", ProvNum=DOC),
        _schedule(3, TODAY, "08:00", "17:00", "Provider", ProvNum=HYG),
        _schedule(4, TODAY, "12:00", "13:00", "Blockout", BlockoutType=40, Note="Lunch"),
        _schedule(5, TOMORROW, "08:00", "12:00", "Provider", ProvNum=DOC),
        _schedule(6, TODAY, "00:00", "00:00", "Practice", Note="Open late"),
        _schedule(7, TODAY, "09:00", "12:00", "Provider", ProvNum=OTHER_DOC),
        _schedule(8, TODAY, "15:00", "16:00", "Blockout", BlockoutType=41),
    ),
    "scheduleop": (
        {"ScheduleNum": 1, "OperatoryNum": 1},
        {"ScheduleNum": 2, "OperatoryNum": 1},
        {"ScheduleNum": 3, "OperatoryNum": 2},
        {"ScheduleNum": 4, "OperatoryNum": 1},
        {"ScheduleNum": 4, "OperatoryNum": 2},
        {"ScheduleNum": 5, "OperatoryNum": 1},
        {"ScheduleNum": 8, "OperatoryNum": 1},
    ),
    "appointment": (
        _visit(VISIT, ANN, "Scheduled", f"{TODAY} 09:00:00", Note="Bring the night guard", ProcDescript="PerEx"),
        _visit(HYGIENE_VISIT, CARA, "Scheduled", f"{TODAY} 10:00:00", Op=2, ProvNum=HYG, ClinicNum=1, Priority=1,
               IsHygiene=1),
        _visit(PLANNED, BEN, "Planned", "0001-01-01 00:00:00", Op=0, ItemOrderPlanned=1, ProcDescript="#14-MO-C2"),
        _visit(UNSCHEDULED, CARA, "UnschedList", f"{YESTERDAY} 14:00:00", UnschedStatus=30),
        _visit(DONE, ANN, "Complete", f"{YESTERDAY} 15:00:00", DateTimeArrived=f"{YESTERDAY} 14:50:00"),
        _visit(BROKEN, BEN, "Broken", f"{YESTERDAY} 16:00:00"),
    ),
    "procedurelog": (
        _procedure(1, ANN, 1, "TP", AptNum=VISIT),
        _procedure(2, BEN, 2, "TP", PlannedAptNum=PLANNED, ToothNum="14", Surf="MO"),
        _procedure(3, ANN, 1, "C", AptNum=DONE, ProcDate=YESTERDAY),
        _procedure(4, ANN, 8, "TP", ToothNum="3"),
        _procedure(5, ANN, 3, "TP"),
        _procedure(6, BEN, 3, "TP"),
    ),
    "paysplit": ({"ProcNum": 3, "PatNum": ANN, "SplitAmt": 20.0},),
    "insplan": ({"PlanNum": 9, "FeeSched": 2},),
    "inssub": ({"InsSubNum": 7, "PlanNum": 9, "Subscriber": BEN, "SubscriberID": "ZX-77"},),
    "patplan": ({"PatNum": BEN, "InsSubNum": 7, "Ordinal": 1},),
    "apptfielddef": ({"ApptFieldDefNum": 1, "FieldName": "Ride home"},),
    "apptfield": ({"AptNum": VISIT, "FieldName": "Ride home", "FieldValue": "Sister"},),
    "commlog": (
        {"PatNum": ANN, "CommDateTime": f"{YESTERDAY} 10:00:00", "CommType": 51, "Note": "Older", "Mode_": 3},
        {"PatNum": ANN, "CommDateTime": f"{TODAY} 08:00:00", "CommType": 50, "Note": "Newer", "Mode_": 3},
    ),
    "employee": ({"EmployeeNum": 1, "LName": "Frost", "FName": "Fay"},),
    "employer": ({"EmployerNum": 1, "EmpName": "Cannery"},),
    "site": ({"SiteNum": 1, "Description": "Main"},),
}  # fmt: skip
for _group in (office_catalog, office_clinical, office_insurance, office_money, office_papers, office_people):
    for _name, _rows in _group.ROWS.items():
        ROWS[_name] = (*ROWS.get(_name, ()), *_rows)


def build(path: Path) -> None:
    """Write the office into a new SQLite file."""
    load_tables()
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        make.create_schema(connection)
        fill(connection)
    engine.dispose()


def fill(connection: sa.Connection, tables: Collection[str] | None = None) -> None:
    """Write every row into empty tables; None: into all of them."""
    for name, rows in ROWS.items():
        if tables is None or name in tables:
            table = columns.metadata.tables[name]
            for row in rows:
                connection.execute(sa.insert(table).values(**row))
    if tables is None or stamps.practicestamp.name in tables:
        stamp = {"SchemaVersion": stamps.SCHEMA_VERSION, "Seed": 0, "SeededFor": TODAY}
        connection.execute(sa.insert(stamps.practicestamp).values(**stamp))
