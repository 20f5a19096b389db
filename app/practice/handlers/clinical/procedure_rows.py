"""The rows of every answer of the ProcedureLogs resource."""

from __future__ import annotations

import operator

from msgspec.structs import replace

from app.practice.schema.columns import NO_TIME
from app.practice.schema.enums.base import PROC_STATUS
from app.practice.schema.office import definition, provider
from app.practice.schema.procedures import procedurecode, procedurelog
from app.practice.server.listings import NOW, Filter, Listing, columns_of, name_behind
from app.practice.server.wireform import Expression, MoneyText, quoted
from app.practice.server.work import Work
from app.wire.resources.procedure_logs import ProcedureLog

_L = procedurelog.c
_FILTERS = {
    "ProcNum": Filter(_L.ProcNum),
    "PatNum": Filter(_L.PatNum),
    "AptNum": Filter(_L.AptNum),
    "PlannedAptNum": Filter(_L.PlannedAptNum),
    "ClinicNum": Filter(_L.ClinicNum),
    "ProcStatus": Filter(_L.ProcStatus),
    "CodeNum": Filter(_L.CodeNum),
    "DateTStamp": Filter(_L.DateTStamp, operator.ge),
}
_PROSTHESES = dict.fromkeys(("Prosthesis", "DateOriginalProsth", "IsDateProsthEst"), "25.2.21")


def _computed() -> dict[str, Expression]:
    return {
        "ProcFee": MoneyText(_L.ProcFee),
        "priority": name_behind(_L.Priority, definition.c.DefNum, definition.c.ItemName),
        "provAbbr": name_behind(_L.ProvNum, provider.c.ProvNum, provider.c.Abbr),
        "dxName": name_behind(_L.Dx, definition.c.DefNum, definition.c.ItemName),
        "procCode": name_behind(_L.CodeNum, procedurecode.c.CodeNum, procedurecode.c.ProcCode),
        "descript": name_behind(_L.CodeNum, procedurecode.c.CodeNum, procedurecode.c.Descript),
        "serverDateTime": NOW,
    }


def _answer(name: str, *texts: str, blank_stamp: bool = False) -> Listing:
    """The answer of a write: an empty serverDateTime, some numbers as text, older ones no prosthesis fields."""

    def columns() -> dict[str, Expression]:
        computed = {**_computed(), "serverDateTime": quoted("")}
        if blank_stamp:
            computed["DateTStamp"] = quoted(NO_TIME)
        return columns_of(ProcedureLog, procedurelog, computed, as_text=texts, since=_PROSTHESES)

    return Listing(name, columns, procedurelog, _FILTERS, (_L.ProcNum,))


ROWS = Listing(
    name="ProcedureLog",
    columns=lambda: columns_of(ProcedureLog, procedurelog, _computed()),
    source=procedurelog,
    filters=_FILTERS,
    order=(_L.ProcNum,),
)
"""GET."""
_KEPT = replace(ROWS, always=(_L.ProcStatus != PROC_STATUS.number("D"),))
CREATED = _answer("CreatedProcedure", "ClinicNum")
"""POST."""
UPDATED = _answer("UpdatedProcedure", "AptNum", "PlannedAptNum", "ClinicNum")
"""PUT."""
INSURANCE_HISTORY = _answer("HistoricProcedure", blank_stamp=True)
"""POST InsuranceHistory."""


def rows_of(work: Work) -> Listing:
    """GET, with or without deleted procedures (status D)."""
    return ROWS if work.switches.lists_deleted_procedures else _KEPT
