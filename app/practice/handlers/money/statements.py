"""Statements: read only."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.schema.records import statement
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.routing import serves
from app.practice.server.wireform import quoted
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.statements import Statement, Statements, StmtType

_S = statement.c
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
