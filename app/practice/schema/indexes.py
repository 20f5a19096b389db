"""Indexes for the queries that the front desk runs many times a day."""

from __future__ import annotations

from sqlalchemy import Connection, Index
from sqlalchemy.schema import CreateIndex

from app.practice.schema import attached, insurance, office, people, procedures, records
from app.practice.schema import schedule as book
from app.practice.schema.columns import metadata
from app.practice.schema.name_index import create_name_index

_A, _H, _P = book.appointment.c, book.histappointment.c, people.patient.c
_L, _C = procedures.procedurelog.c, insurance.claimproc.c

INDEXES = (
    Index("AptDateTime", _A.AptDateTime, _A.Op),
    Index("indexPatNumApt", _A.PatNum, _A.AptDateTime),
    Index("AptDateTStamp", _A.DateTStamp),
    Index("AptStatusDate", _A.AptStatus, _A.AptDateTime),
    Index("AptPriority", _A.Priority),
    Index("HistAptNum", _H.AptNum, _H.HistDateTStamp),
    Index("HistPatNum", _H.PatNum),
    Index("HistDateTStamp", _H.HistDateTStamp),
    Index("ApptFieldAptNum", book.apptfield.c.AptNum),
    Index("SchedDate", book.schedule.c.SchedDate, book.schedule.c.SchedType),
    Index("SchedProvNum", book.schedule.c.ProvNum, book.schedule.c.SchedDate),
    Index("ScheduleOpSchedule", book.scheduleop.c.ScheduleNum),
    Index("ScheduleOpOperatory", book.scheduleop.c.OperatoryNum),
    Index("PatLNameFName", _P.LName, _P.FName),
    Index("PatFName", _P.FName),
    Index("PatGuarantor", _P.Guarantor),
    Index("PatBirthdate", _P.Birthdate),
    Index("PatDateTStamp", _P.DateTStamp),
    Index("CommlogPatNum", people.commlog.c.PatNum, people.commlog.c.CommDateTime),
    Index("ProcAptNum", _L.AptNum),
    Index("ProcPlannedAptNum", _L.PlannedAptNum),
    Index("ProcPatNum", _L.PatNum, _L.ProcDate),
    Index("ProcDateTStamp", _L.DateTStamp),
    Index("ProcedureCodeText", procedures.procedurecode.c.ProcCode, unique=True),
    Index("ProcNoteProcNum", procedures.procnote.c.ProcNum),
    Index("ProcGroupItemGroup", procedures.procgroupitem.c.GroupNum),
    Index("FeeCodeSched", procedures.fee.c.CodeNum, procedures.fee.c.FeeSched),
    Index("DefinitionCategory", office.definition.c.Category, office.definition.c.ItemOrder),
    Index("DefLinkDefNum", office.deflink.c.DefNum),
    Index("PreferencePrefName", office.preference.c.PrefName, unique=True),
    Index("InsSubSubscriber", insurance.inssub.c.Subscriber),
    Index("PatPlanPatNum", insurance.patplan.c.PatNum),
    Index("ClaimProcProcNum", _C.ProcNum),
    Index("ClaimProcPatNum", _C.PatNum),
    Index("AdjustmentProcNum", attached.adjustment.c.ProcNum),
    Index("PaySplitProcNum", attached.paysplit.c.ProcNum),
    Index("SigDateTime", records.signalod.c.SigDateTime),
    Index("SecurityLogPatNum", records.securitylog.c.PatNum),
    Index("EServiceLogFKey", records.eservicelog.c.FKey),
)


def create(connection: Connection) -> None:
    """Create every missing index, including those of other modules' tables.

    MariaDB and SQLite both support IF NOT EXISTS.
    """
    declared = (index for table in metadata.tables.values() for index in table.indexes)
    for index in sorted(declared, key=lambda each: str(each.name)):
        connection.execute(CreateIndex(index, if_not_exists=True))
    create_name_index(connection)
