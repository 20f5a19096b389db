"""Finding and reading patients."""

from __future__ import annotations

import operator
import string
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from app.practice.schema.enums.base import PAT_STATUS
from app.practice.schema.insurance import inssub, patplan
from app.practice.schema.name_index import FEWEST_LETTERS, Indexed
from app.practice.schema.office import clinic, definition, provider, site
from app.practice.schema.people import patient
from app.practice.schema.records import statement
from app.practice.server.listings import NOW, Filter, Listing, columns_of, name_behind
from app.practice.server.periods import picked
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.patients import Patients
from app.wire.resources.patients_records import Patient, PatientMatch

_P = patient.c
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_INACTIVE, _ARCHIVED, _DELETED, _DECEASED = (
    PAT_STATUS.number(word) for word in ("Inactive", "Archived", "Deleted", "Deceased")
)
Compare = Callable[[Any, Any], sa.ColumnElement[bool]]


def _names() -> dict[str, sa.ColumnElement[str]]:
    return {
        "priProvAbbr": name_behind(_P.PriProv, provider.c.ProvNum, provider.c.Abbr),
        "secProvAbbr": name_behind(_P.SecProv, provider.c.ProvNum, provider.c.Abbr),
        "BillingType": name_behind(_P.BillingType, definition.c.DefNum, definition.c.ItemName),
        "clinicAbbr": name_behind(_P.ClinicNum, clinic.c.ClinicNum, clinic.c.Abbr),
        "siteDesc": name_behind(_P.SiteNum, site.c.SiteNum, site.c.Description),
        "serverDateTime": NOW,
    }


def holds(column: Any, text: Any) -> sa.ColumnElement[bool]:
    """Contains the text, ignoring case."""
    return sa.func.instr(sa.func.lower(column), text) > 0


def _indexed(*columns: sa.Column[str]) -> Compare:
    """Like `holds` in any of these names, using their index: for texts of three letters or more."""
    return lambda _, text: sa.and_(Indexed(columns, text), _any_of(*columns)(_, text))


def _begins(column: Any, text: Any) -> sa.ColumnElement[bool]:
    """Begins with the text, ignoring case."""
    return sa.func.instr(sa.func.lower(column), text) == 1


def _indexed_beginning(column: Any, text: Any) -> sa.ColumnElement[bool]:
    """The same, using the index of names: for texts of three letters or more."""
    return sa.and_(Indexed((column,), text), _begins(column, text))


def digits_of(column: sa.ColumnElement[str]) -> sa.ColumnElement[str]:
    """A phone number without punctuation."""
    for sign in "()-. +":
        column = sa.func.replace(column, sign, "")
    return column


def _any_of(*columns: sa.Column[str]) -> Compare:
    return lambda _, text: sa.or_(*(holds(column, text) for column in columns))


def _any_phone(_: Any, digits: Any) -> sa.ColumnElement[bool]:
    phones = (_P.HmPhone, _P.WkPhone, _P.WirelessPhone)
    return sa.or_(*(sa.func.instr(digits_of(phone), digits) > 0 for phone in phones))


def _subscriber(_: Any, text: Any) -> sa.ColumnElement[bool]:
    plans = sa.select(patplan.c.PatNum).join(inssub, inssub.c.InsSubNum == patplan.c.InsSubNum)
    return plans.where(patplan.c.PatNum == _P.PatNum, holds(inssub.c.SubscriberID, text)).exists()


def _clinic(_: Any, text: Any) -> sa.ColumnElement[bool]:
    found = sa.select(clinic.c.ClinicNum)
    return found.where(clinic.c.ClinicNum == _P.ClinicNum, holds(clinic.c.Abbr, text)).exists()


def _invoice(_: Any, number: Any) -> sa.ColumnElement[bool]:
    found = sa.select(statement.c.StatementNum).where(statement.c.PatNum == _P.PatNum)
    return found.where(statement.c.IsInvoice == 1, statement.c.StatementNum == number).exists()


def _in_list(column: Any, numbers: Any) -> sa.ColumnElement[bool]:
    comma = sa.literal(",")
    return sa.func.instr(numbers, comma + sa.cast(column, sa.String(20)) + comma) > 0


SIMPLE_ROWS = Listing(
    name="Patient",
    columns=lambda: columns_of(Patient, patient, _names()),
    source=patient,
    filters={
        "LName": Filter(_P.LName, holds),
        "FName": Filter(_P.FName, holds),
        "LName3": Filter(_P.LName, _indexed(_P.LName), sent_as="LName"),
        "FName3": Filter(_P.FName, _indexed(_P.FName), sent_as="FName"),
        **{
            name: Filter(_P[name])
            for name in (
                "Birthdate", "ClinicNum", "PatStatus", "PriProv", "Gender", "Position", "Guarantor",
                "SuperFamily", "EmployerNum", "FeeSched",
            )
        },
        "DateTStamp": Filter(_P.DateTStamp, operator.gt),
    },
    order=(_P.PatNum,),
    always=(_P.PatStatus != _DELETED,),
)  # fmt: skip
ROWS = Listing(
    name="SinglePatient",
    columns=lambda: columns_of(Patient, patient, _names(), omit=("serverDateTime",)),
    source=patient,
    filters={"PatNum": Filter(_P.PatNum)},
    order=(_P.PatNum,),
)
MATCHES = Listing(
    name="PatientMatch",
    columns=lambda: columns_of(PatientMatch, patient, _names()),
    source=patient,
    filters={
        "LName": Filter(_P.LName, holds),
        "LNameBegins": Filter(_P.LName, _begins, sent_as="LName"),
        "FName": Filter(_P.FName, _any_of(_P.FName, _P.Preferred)),
        "LName3": Filter(_P.LName, _indexed(_P.LName), sent_as="LName"),
        "LNameBegins3": Filter(_P.LName, _indexed_beginning, sent_as="LName"),
        "FName3": Filter(_P.FName, _indexed(_P.FName, _P.Preferred), sent_as="FName"),
        "Phone": Filter(_P.HmPhone, _any_phone),
        "Address": Filter(_P.Address, _any_of(_P.Address, _P.Address2)),
        **{
            name: Filter(_P[name], holds)
            for name in ("City", "State", "SSN", "ChartNumber", "Email", "Country")
        },
        "Birthdate": Filter(_P.Birthdate),
        "SiteNum": Filter(_P.SiteNum),
        "SubscriberId": Filter(_P.PatNum, _subscriber),
        "clinicNums": Filter(_P.ClinicNum, _in_list),
        "clinicAbbr": Filter(_P.ClinicNum, _clinic),
        "invoiceNumber": Filter(_P.PatNum, _invoice),
        "hideInactive": Filter(_P.PatStatus, operator.ne, plain=True),
        "hideArchived": Filter(
            _P.PatStatus, lambda column, _: sa.and_(column != _ARCHIVED, column != _DECEASED), plain=True
        ),
        "guarOnly": Filter(_P.PatNum, lambda column, _: column == _P.Guarantor),
    },
    order=(_P.LName, _P.FName, _P.PatNum),
    always=(_P.PatStatus != _DELETED,),
)
_NAMES = ("LName", "FName", "LNameBegins")
_TEXTS = (
    "LName", "FName", "Address", "City", "State", "SSN", "ChartNumber", "Email", "Country", "SubscriberId",
    "clinicAbbr",
)  # fmt: skip


@serves(Patients.get)
def get(work: Work, given: Given) -> Outcome:
    """One patient."""
    return work.one(ROWS, "Patient", given)


@serves(Patients.simple)
def simple(work: Work, given: Given) -> Outcome:
    """The patients that match the filters, all fields; names match partially, ignoring case."""
    others: Given = {name: value for name, value in given.items() if name not in _NAMES}
    texts: Given = {name: _folded(given[name]) for name in _NAMES if name in given}
    return work.page(SIMPLE_ROWS, {**others, **_by_index(texts)})


@serves(Patients.list)
def list_(work: Work, given: Given) -> Outcome:
    """As in the Patient Select window: texts match partially, last names from the beginning, phones by digits."""
    wanted: Given = {name: _folded(given[name]) for name in _TEXTS if given.get(name)}
    wanted.update(picked(given, "Birthdate", "SiteNum", "invoiceNumber"))
    if digits := "".join(sign for sign in given.get("Phone", "") if sign.isdigit()):
        wanted["Phone"] = digits
    if given.get("clinicNums"):
        wanted["clinicNums"] = "," + ",".join(str(number) for number in given["clinicNums"]) + ","
    if given.get("hideInactive"):
        wanted["hideInactive"] = _INACTIVE
    if not given.get("showArchived"):
        wanted["hideArchived"] = 1
    if given.get("guarOnly"):
        wanted["guarOnly"] = 1
    if "LName" in wanted and work.switches.last_names_match == "beginning":
        wanted["LNameBegins"] = wanted.pop("LName")
    return work.page(MATCHES, _by_index(wanted))


def _by_index(wanted: Given) -> Given:
    """Use the name index for names that are long enough."""
    return {
        f"{name}3" if name in _NAMES and len(value) >= FEWEST_LETTERS else name: value
        for name, value in wanted.items()
    }


def _folded(text: str) -> str:
    """Like the database's lower(): only A to Z."""
    return text.translate(_LOWER)
