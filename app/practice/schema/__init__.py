"""The practice's database: tables, columns and types named as Open Dental's, so that its queries run here.

Enumerations are numbers (`codes` has the wire's words), yes and no are 1 and 0, dates are ISO text, no date
is 0001-01-01, no foreign key is 0. `meaning_of(column)` says what a column is on the wire.
"""

from __future__ import annotations

from app.practice.schema.attached import (
    adjustment,
    orthoproclink,
    payplancharge,
    payplanlink,
    paysplit,
    refattach,
    rxpat,
)
from app.practice.schema.book import (
    appointment,
    appointmenttype,
    apptfield,
    apptfielddef,
    histappointment,
    schedule,
    scheduleop,
)
from app.practice.schema.columns import (
    NO_DATE,
    NO_TIME,
    Meaning,
    color_number,
    color_text,
    meaning_of,
    metadata,
)
from app.practice.schema.insurance import carrier, claimproc, insplan, inssub, patplan
from app.practice.schema.office import (
    clinic,
    definition,
    deflink,
    employee,
    operatory,
    preference,
    provider,
    providercliniclink,
    site,
    userod,
)
from app.practice.schema.people import commlog, employer, patient, patientnote
from app.practice.schema.procedures import fee, feesched, procedurecode, procedurelog, procgroupitem, procnote
from app.practice.schema.records import eservicelog, securitylog, signalod, statement
from app.practice.schema.stamp import (
    SCHEMA_VERSION,
    Stamp,
    create_indexes,
    create_schema,
    create_tables,
    practicestamp,
    read_stamp,
    whole_practice,
)

__all__ = [
    "NO_DATE",
    "NO_TIME",
    "SCHEMA_VERSION",
    "Meaning",
    "Stamp",
    "adjustment",
    "appointment",
    "appointmenttype",
    "apptfield",
    "apptfielddef",
    "carrier",
    "claimproc",
    "clinic",
    "color_number",
    "color_text",
    "commlog",
    "create_indexes",
    "create_schema",
    "create_tables",
    "definition",
    "deflink",
    "employee",
    "employer",
    "eservicelog",
    "fee",
    "feesched",
    "histappointment",
    "insplan",
    "inssub",
    "meaning_of",
    "metadata",
    "operatory",
    "orthoproclink",
    "patient",
    "patientnote",
    "patplan",
    "payplancharge",
    "payplanlink",
    "paysplit",
    "practicestamp",
    "preference",
    "procedurecode",
    "procedurelog",
    "procgroupitem",
    "procnote",
    "provider",
    "providercliniclink",
    "read_stamp",
    "refattach",
    "rxpat",
    "schedule",
    "scheduleop",
    "securitylog",
    "signalod",
    "site",
    "statement",
    "userod",
    "whole_practice",
]
