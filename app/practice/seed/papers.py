"""Papers of the made-up practice: forms and histories of new patients, images, mounts, an old subscription."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any, NamedTuple

from app.practice.schema.documents import apisubscription, document, mount, mountitem
from app.practice.schema.enums.papers import IMAGE_TYPE, SHEET_FIELD_TYPE, SHEET_TYPE
from app.practice.schema.sheets import sheet, sheetdef, sheetfield, sheetfielddef
from app.practice.seed import lists
from app.practice.seed.around import Around
from app.practice.seed.people.people import DELETED, GROWN_UP, Person
from app.practice.seed.rows import Rows, at, iso

_IMAGES = 18
_WIDTH, _HEIGHT = 850, 1100
_RADIOGRAPH, _PHOTO, _SCAN = (IMAGE_TYPE.number(word) for word in ("Radiograph", "Photo", "Document"))
_BITEWINGS = ("2,3,30,31", "4,5,28,29", "12,13,20,21", "14,15,18,19")
_BLACK = -16777216
_TOOTH = (
    "iVBORw0KGgoAAAANSUhEUgAAADAAAAAkCAAAAADqLubWAAAAKElEQVR42mNkZiANsLAPPg0cw8API1LDaMSNRtyohtGIIwkw/iFR"
    "AwCLvAJ8G695CQAAAABJRU5ErkJggg=="
)
_FACE = (
    "iVBORw0KGgoAAAANSUhEUgAAAB4AAAAoCAAAAADMeBXOAAAAI0lEQVR42mNkZsAHWNgokmYfQN2jTht12qjThq3TGP/glQYACE8C"
    "jX+4cdAAAAAASUVORK5CYII="
)
_CARD = (
    "iVBORw0KGgoAAAANSUhEUgAAADwAAAAmCAAAAAC92qdTAAAALUlEQVR42mNkZiAfsLBRopl9BGpmG/XzqLNH/Tzq51E/j/p5NKpo"
    "oJnxDwWaAWs8AoX8/wChAAAAAElFTkSuQmCC"
)
"""Small gray images, darker at the top, as base64: 48 by 36, 30 by 40 and 60 by 38 pixels."""


class _Line(NamedTuple):
    """A field of a definition: its type and name, its text or label."""

    kind: str
    name: str
    text: str = ""


class _Template(NamedTuple):
    title: str
    kind: str
    lines: tuple[_Line, ...]


_HEADING = _Line("OutputText", "practiceTitle")
_SIGNED = _Line("SigBox", "signature")
_TEMPLATES = (
    _Template(
        "Patient registration",
        "PatientForm",
        (
            _HEADING, _Line("InputField", "LName"), _Line("InputField", "FName"), _Line("InputField", "Birthdate"),
            _Line("InputField", "Address"), _Line("InputField", "WirelessPhone"), _Line("InputField", "Email"),
            _SIGNED,
        ),
    ),
    _Template(
        "Medical history",
        "MedicalHistory",
        (
            _HEADING, _Line("OutputText", "patient.nameFL"), _Line("CheckBox", "allergy:Penicillin"),
            _Line("CheckBox", "problem:Diabetes"), _Line("InputField", "inputMed1"), _SIGNED,
        ),
    ),
    _Template(
        "Consent to an extraction",
        "Consent",
        (_HEADING, _Line("StaticText", "", "I, [nameFL], understand what was explained to me."), _SIGNED),
    ),
    _Template(
        "Welcome letter",
        "PatientLetter",
        (_HEADING, _Line("OutputText", "today.DayDate"), _Line("StaticText", "", "Dear [nameF], welcome.")),
    ),
    _Template("Yearly exam", "ExamSheet", (_HEADING, _Line("InputField", "misc", ""), _SIGNED)),
    _Template("Routing slip", "RoutingSlip", (_HEADING, _Line("OutputText", "appt.timeDate"))),
)  # fmt: skip


def paper_rows(around: Around, dice: random.Random) -> list[Rows]:
    """Every table of sheets and documents, in patient order."""
    sheets, images, today = _Sheets(), _Images(dice, _last_visits(around)), around.today
    for person in around.people:
        if person.status == DELETED or not person.last_seen:
            continue
        if person.is_new and person.first_visit:
            sheets.fill(person, _TEMPLATES[0], person.first_visit)
            if person.age(today) > GROWN_UP:
                sheets.fill(person, _TEMPLATES[1], person.first_visit)
        images.take(person)
    for person in around.showcase.both:
        sheets.fill(person, _TEMPLATES[0], today - 380)
        sheets.fill(person, _TEMPLATES[1], today - 370)
        sheets.fill(person, _TEMPLATES[2], today - 1, signed=False)
        images.take_all(person)
    return [*sheets.all, *images.all, _old_subscription(today)]


class _Sheets:
    """Sheet definitions, and patients' sheets."""

    def __init__(self) -> None:
        named = ("Description", "SheetType", "FontSize", "FontName", "Width", "Height")
        place = ("FontSize", "XPos", "YPos", "Width", "Height")
        self._defs = Rows(sheetdef, *named, "PageCount")
        self._field_defs = Rows(sheetfielddef, "SheetDefNum", "FieldType", "FieldName", "FieldValue", *place)
        self._sheets = Rows(
            sheet, *named, "PatNum", "DateTimeSheet", "DateTSheetEdited", "SheetDefNum", "ClinicNum"
        )
        self._fields = Rows(
            sheetfield, "SheetNum", "FieldType", "FieldName", "FieldValue", *place, "DateTimeSig", "SheetFieldDefNum"
        )  # fmt: skip
        self._kinds: dict[str, tuple[int, list[tuple[int, _Line, tuple[Any, ...]]]]] = {}
        for template in _TEMPLATES:
            self._define(template)

    @property
    def all(self) -> list[Rows]:
        return [self._defs, self._field_defs, self._sheets, self._fields]

    def _define(self, template: _Template) -> None:
        key = self._defs.add(*_look(template), 1)
        lines = []
        for count, line in enumerate(template.lines):
            place = (9.0, 60, 60 + count * 40, 400, 40 if line.kind == "SigBox" else 20)
            number = self._field_defs.add(
                key, SHEET_FIELD_TYPE.number(line.kind), line.name, line.text, *place
            )
            lines.append((number, line, place))
        self._kinds[template.title] = key, lines

    def fill(self, person: Person, template: _Template, day: int, *, signed: bool = True) -> None:
        """A sheet that a patient filled in and signed before the appointment, or has still to sign."""
        def_num, lines = self._kinds[template.title]
        moment = at(iso(day), 100, 30)
        number = self._sheets.add(*_look(template), person.num, moment, moment, def_num, person.clinic)
        for field_def, line, place in lines:
            box = line.kind == "SigBox"
            said = "" if box and not signed else _said(person, line)
            when = moment if box and signed else "0001-01-01 00:00:00"
            kind = SHEET_FIELD_TYPE.number(line.kind)
            self._fields.add(number, kind, line.name, said, *place, when, field_def)


def _look(template: _Template) -> tuple[Any, ...]:
    return template.title, SHEET_TYPE.number(template.kind), 9.0, "Arial", _WIDTH, _HEIGHT


def _said(person: Person, line: _Line) -> str:
    return {
        "practiceTitle": "Lanternlight Family Dental",
        "LName": person.last,
        "FName": person.first,
        "Birthdate": iso(person.born),
        "Address": person.address,
        "WirelessPhone": person.mobile,
        "Email": person.email,
        "patient.nameFL": f"{person.first} {person.last}",
        "signature": "1FFFF",
        "allergy:Penicillin": "X" if "enicillin" in person.alert else "",
        "problem:Diabetes": "X" if "iabet" in person.alert else "",
    }.get(line.name, line.text)


def _last_visits(around: Around) -> dict[int, int]:
    """The day of each patient's last appointment before today; planned ones have no day."""
    past = (each for each in around.visits if 0 < each.day < around.today)
    return {each.person.num: each.day for each in sorted(past, key=lambda each: each.day)}


class _Images:
    """X-rays, photos and scanned cards, from a few generated images."""

    def __init__(self, dice: random.Random, last_visits: Mapping[int, int]) -> None:
        self._dice = dice
        self._last_visits = last_visits
        self._documents = Rows(
            document, "Description", "DateCreated", "DocCategory", "PatNum", "FileName", "ImgType", "ToothNumbers",
            "MountItemNum", "DateTStamp", "RawBase64", "ProvNum", "PrintHeading",
        )  # fmt: skip
        self._mounts = Rows(
            mount, "PatNum", "DocCategory", "DateCreated", "Description", "Width", "Height", "ColorBack", "ProvNum",
        )  # fmt: skip
        self._items = Rows(
            mountitem, "MountNum", "Xpos", "Ypos", "ItemOrder", "Width", "Height", "ToothNumbers"
        )
        self._xrays = lists.number(_IMAGES, "X-rays")
        self._photos = lists.number(_IMAGES, "Patient photo")
        self._cards = lists.number(_IMAGES, "Insurance cards")

    @property
    def all(self) -> list[Rows]:
        return [self._documents, self._mounts, self._items]

    def take(self, person: Person) -> None:
        """Images taken at a patient's last appointment before today."""
        if person.num not in self._last_visits:
            return
        dice, day = self._dice, iso(self._last_visits[person.num])
        if dice.random() < 0.12:
            self._bitewings(person, day)
        if dice.random() < 0.2:
            tooth = str(dice.randrange(2, 32))
            self._add(person, day, f"Periapical {tooth}", self._xrays, _RADIOGRAPH, _TOOTH, teeth=tooth)
        if dice.random() < 0.08:
            self._add(person, day, "Portrait", self._photos, _PHOTO, _FACE)
        if person.plan and dice.random() < 0.15:
            self._add(person, day, "Insurance card", self._cards, _SCAN, _CARD)

    def take_all(self, person: Person) -> None:
        """One of each kind."""
        day = iso(self._last_visits.get(person.num, person.joined))
        self._bitewings(person, day)
        self._add(person, day, "Periapical 14", self._xrays, _RADIOGRAPH, _TOOTH, teeth="14")
        self._add(person, day, "Portrait", self._photos, _PHOTO, _FACE)
        self._add(person, day, "Insurance card", self._cards, _SCAN, _CARD)

    def _bitewings(self, person: Person, day: str) -> None:
        moment = at(day, 110)
        number = self._mounts.add(
            person.num, self._xrays, moment, "4 bitewings", 240, 40, _BLACK, person.hygienist
        )
        for order, teeth in enumerate(_BITEWINGS, 1):
            item = self._items.add(number, (order - 1) * 60, 0, order, 56, 40, teeth)
            words = f"Bitewing {order}"
            self._add(person, day, words, self._xrays, _RADIOGRAPH, _TOOTH, teeth=teeth, item=item)

    def _add(
        self, person: Person, day: str, words: str, category: int, kind: int, picture: str,
        *, teeth: str = "", item: int = 0,
    ) -> None:  # fmt: skip
        count = len(self._documents.rows) + 1
        name = "".join(sign for sign in f"{person.last}{person.first}" if sign.isalnum())
        radiograph = int(kind == _RADIOGRAPH)
        self._documents.add(
            words, at(day, 112), category, person.num, f"{name}{count}.png", kind, teeth, item, at(day, 112), picture,
            person.hygienist if radiograph else 0, radiograph,
        )  # fmt: skip


def _old_subscription(today: int) -> Rows:
    """A former product's subscription, which has expired."""
    rows = Rows(
        apisubscription, "EndPointUrl", "Workstation", "CustomerKey", "WatchTable", "PollingSeconds", "DateTimeStart",
        "DateTimeStop", "Note",
    )  # fmt: skip
    start, stop = (f"{iso(today - days)} 08:00:00" for days in (210, 200))
    rows.add(
        "https://events.example.com/",
        "SERVER",
        "trial-of-another-product",
        "Appointment",
        60,
        start,
        stop,
        "Trial",
    )
    return rows
