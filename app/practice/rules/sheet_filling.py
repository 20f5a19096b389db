"""What a new sheet is filled with: the patient's data, the practice's, the date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import cached_property

from app.practice.schema.columns import NO_DATE
from app.practice.schema.enums.base import GENDER, POSITION
from app.practice.schema.enums.papers import SHEET_FIELD_TYPE
from app.practice.schema.office import provider
from app.practice.schema.people import patient
from app.practice.server.work import Row, Work

_FILLED = frozenset(SHEET_FIELD_TYPE.number(word) for word in ("OutputText", "InputField"))
_STATIC = SHEET_FIELD_TYPE.number("StaticText")
_CHECK_BOX = SHEET_FIELD_TYPE.number("CheckBox")
_BRACKETED = re.compile(r"\[([A-Za-z.]+)\]")


class SheetWords:
    """A patient's data by the field names that sheets use."""

    def __init__(self, work: Work, pat_num: int) -> None:
        self._work = work
        self._patient = work.find(patient, pat_num, "Patient")

    @property
    def clinic_num(self) -> int:
        """The patient's clinic, if the office uses clinics."""
        return self._patient.ClinicNum if self._work.preference("EasyNoClinics") == "0" else 0

    def value(self, field_type: int, name: str, text: str) -> str:
        """A field's text on a new sheet. Unknown fields and check boxes stay empty."""
        if field_type == _STATIC:
            return _BRACKETED.sub(lambda found: self._words.get(found[1], found[0]), text)
        if field_type in _FILLED:
            return self._words.get(name, text)
        return "" if field_type == _CHECK_BOX else text

    @cached_property
    def _words(self) -> Mapping[str, str]:
        """Output fields are named with their table, the others without."""
        who = self._patient
        own = {name: str(getattr(who, name)) for name in _PLAIN}
        named = {
            "nameF": who.FName,
            "nameL": who.LName,
            "nameFL": f"{who.FName} {who.LName}".strip(),
            "nameLF": f"{who.LName}, {who.FName}",
            "address": ", ".join(filter(None, (who.Address, who.Address2))),
            "cityStateZip": f"{who.City}, {who.State} {who.Zip}".strip(", "),
            "birthdate": _us_day(who.Birthdate),
            "priProvNameFormal": self._provider(who.PriProv),
        }
        return {
            **own,
            **named,
            **{f"patient.{name}": text for name, text in named.items()},
            **self._office(),
            "Birthdate": _us_day(who.Birthdate),
            "Gender": GENDER.text(who.Gender),
            "Position": POSITION.text(who.Position),
            "prov.nameFormal": named["priProvNameFormal"],
        }

    def _office(self) -> dict[str, str]:
        ask, today = self._work.preference, self._work.today
        city = f"{ask('PracticeCity')}, {ask('PracticeST')} {ask('PracticeZip')}".strip(", ")
        return {
            "practiceTitle": ask("PracticeTitle"),
            "PracticeTitle": ask("PracticeTitle"),
            "PracticeAddress": ask("PracticeAddress"),
            "practiceCityStateZip": city,
            "dateToday": _us_day(today.isoformat()),
            "today.DayDate": f"{today:%A, %B} {today.day}, {today.year}",
        }

    def _provider(self, prov_num: int) -> str:
        if not prov_num:
            return ""
        row: Row = self._work.find(provider, prov_num, "Provider")
        name = " ".join(filter(None, (row.FName, row.MI, row.LName)))
        return ", ".join(filter(None, (name or row.Abbr, row.Suffix)))


_PLAIN = (
    "LName", "FName", "MiddleI", "Preferred", "Address", "Address2", "City", "State", "Zip", "HmPhone", "WkPhone",
    "WirelessPhone", "Email", "SSN", "ChartNumber", "MedUrgNote",
)  # fmt: skip


def _us_day(text: str) -> str:
    if text[:10] == NO_DATE:
        return ""
    day = datetime.date.fromisoformat(text[:10])
    return f"{day.month}/{day.day}/{day.year}"
