"""SubstitutionLinks."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.handlers.office.procedure_code_rules import check_substitution
from app.practice.handlers.office.sent import refuse_zero
from app.practice.schema.catalog import substitutionlink
from app.practice.server.audit import log
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.substitution_links import SubstitutionLink, SubstitutionLinks

_L = substitutionlink.c
ROWS = Listing(
    name="SubstitutionLink",
    columns=lambda: columns_of(SubstitutionLink, substitutionlink),
    source=substitutionlink,
    filters={"SubstitutionLinkNum": Filter(_L.SubstitutionLinkNum), "PlanNum": Filter(_L.PlanNum)},
    order=(_L.SubstitutionLinkNum,),
)


@serves(SubstitutionLinks.list)
def list_(work: Work, given: Given) -> Outcome:
    """One plan's substitutions."""
    return work.page(ROWS, given)


@serves(SubstitutionLinks.create)
def create(work: Work, given: Given) -> Outcome:
    """Add a substitution code to a plan."""
    refuse_zero(given, "PlanNum", "CodeNum")
    check_substitution(work, given["SubstitutionCode"])
    key = work.insert(substitutionlink, for_columns(substitutionlink, given, given))
    log(work, "InsPlanEdit", "Substitution created.", key=given["PlanNum"])
    path = f"/substitutionlinks?PlanNum={given['PlanNum']}"
    return work.created(ROWS, path, {"SubstitutionLinkNum": key})


@serves(SubstitutionLinks.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the substitute code and the condition."""
    row = work.find(substitutionlink, given["SubstitutionLinkNum"], "SubstitutionLink")
    if "SubstitutionCode" in given:
        check_substitution(work, given["SubstitutionCode"])
    values = for_columns(substitutionlink, given, ("SubstitutionCode", "SubstOnlyIf"))
    work.update(substitutionlink, row.SubstitutionLinkNum, values)
    log(work, "InsPlanEdit", "Substitution changed.", key=row.PlanNum)
    return work.one(ROWS, "SubstitutionLink", {"SubstitutionLinkNum": row.SubstitutionLinkNum})


@serves(SubstitutionLinks.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete a substitution."""
    row = work.find(substitutionlink, given["SubstitutionLinkNum"], "SubstitutionLink")
    work.connection.execute(
        sa.delete(substitutionlink).where(_L.SubstitutionLinkNum == row.SubstitutionLinkNum)
    )
    log(work, "InsPlanEdit", "Substitution deleted.", key=row.PlanNum)
    return None
