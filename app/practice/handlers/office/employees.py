"""Employees: read, added and changed."""

from __future__ import annotations

from app.practice.schema.office import employee
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.employees import Employee, Employees

_E = employee.c
ROWS = Listing(
    name="Employee",
    columns=lambda: columns_of(Employee, employee),
    source=employee,
    filters={"EmployeeNum": Filter(_E.EmployeeNum), "ReportsTo": Filter(_E.ReportsTo)},
    order=(_E.EmployeeNum,),
)


@serves(Employees.get)
def get(work: Work, given: Given) -> Outcome:
    """One employee."""
    return work.one(ROWS, "Employee", given)


@serves(Employees.list)
def list_(work: Work, given: Given) -> Outcome:
    """All employees, or those reporting to one; 0: to nobody."""
    return work.page(ROWS, given)


@serves(Employees.create)
def create(work: Work, given: Given) -> Outcome:
    """Add one. LName or FName is required."""
    _check(work, given, "", "", 0)
    key = work.insert(employee, for_columns(employee, given, given))
    _tell(work, "Employee created.", key)
    return work.created(ROWS, f"/employees/{key}", {"EmployeeNum": key})


@serves(Employees.update)
def update(work: Work, given: Given) -> Outcome:
    """Change one, except the status that the time clock sets."""
    before = work.find(employee, given["EmployeeNum"], "Employee")
    key = before.EmployeeNum
    _check(work, given, before.LName, before.FName, key)
    work.update(employee, key, for_columns(employee, given, given.keys() - {"EmployeeNum"}))
    _tell(work, "Employee changed.", key)
    return work.one(ROWS, "Employee", {"EmployeeNum": key})


def _check(work: Work, given: Given, last: str, first: str, key: int) -> None:
    """BadRequest without a name and for a circle of ReportsTo.

    `last` and `first` are the names before; `key` is 0 for a new employee.
    """
    if not (given.get("LName", last).strip() or given.get("FName", first).strip()):
        raise BadRequest("LName or FName is required.")
    above, seen = given.get("ReportsTo", 0), {key} - {0}
    while above:
        if above in seen:
            raise BadRequest("ReportsTo is invalid: an employee can't report to themselves.")
        seen.add(above)
        above = work.find(employee, above, "Employee").ReportsTo


def _tell(work: Work, words: str, key: int) -> None:
    log(work, "Setup", words, key=key)
    signal(work, "Employees")
