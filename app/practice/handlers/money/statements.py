"""Statements: reading them, and the record of one that was made elsewhere."""

from __future__ import annotations

import datetime

import sqlalchemy as sa

from app.practice.schema.attached import adjustment, payplancharge
from app.practice.schema.enums.money import STATEMENT_MODE
from app.practice.schema.procedures import procedurelog
from app.practice.schema.records import statement
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns, quoted
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.statements import Statement, Statements, StmtType

_S = statement.c
_NO_END = datetime.date(2200, 1, 1)
_SENT = ("PatNum", "DateSent", "Note", "DocNum")
_ON_STATEMENTS = procedurelog, adjustment, payplancharge
"""Tables whose StatementNum is the invoice or statement that a row is on."""
ROWS = Listing(
    name="Statement",
    columns=lambda: columns_of(
        Statement,
        statement,
        {
            "StatementType": sa.case(
                (_S.StatementType == quoted(""), quoted(StmtType.NOT_SET)), else_=_S.StatementType
            )
        },
    ),
    source=statement,
    filters={"StatementNum": Filter(_S.StatementNum), "PatNum": Filter(_S.PatNum)},
    order=(_S.StatementNum,),
)


@serves(Statements.get)
def get(work: Work, given: Given) -> Outcome:
    """One statement."""
    return work.one(ROWS, "Statement", given)


@serves(Statements.list)
def list_(work: Work, given: Given) -> Outcome:
    """All statements, or those of a patient."""
    return work.page(ROWS, given)


@serves(Statements.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one that counts as sent, for the whole account without an end."""
    values = {
        "DateSent": work.today,
        **for_columns(statement, given, _SENT),
        "DateRangeTo": _NO_END,
        "Mode_": STATEMENT_MODE.number("API"),
        "HidePayment": 1,
        "Intermingled": 1,
        "IsSent": 1,
    }
    key = work.insert(statement, values)
    log(work, "Billing", "Statement created.", pat_num=given["PatNum"], key=key)
    signal(work, "AccModule", key=given["PatNum"])
    return work.created(ROWS, f"/statements/{key}", {"StatementNum": key})


@serves(Statements.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete one and the references to it. Its document stays."""
    row = work.find(statement, given["StatementNum"], "Statement")
    refuse_deleted_patient(work, row.PatNum)
    for table in _ON_STATEMENTS:
        on_it = sa.update(table).where(table.c.StatementNum == row.StatementNum)
        work.connection.execute(on_it.values(StatementNum=0))
    work.connection.execute(sa.delete(statement).where(_S.StatementNum == row.StatementNum))
    log(work, "Billing", "Statement deleted.", pat_num=row.PatNum, key=row.StatementNum)
    signal(work, "AccModule", key=row.PatNum)
    return None
