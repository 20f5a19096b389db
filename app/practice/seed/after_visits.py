"""What appointments leave in the made-up charts: notes, prescriptions and lab cases."""

from __future__ import annotations

import random

from app.practice.schema.attached import rxpat
from app.practice.schema.charting import emailmessage, labcase, laboratory, labturnaround
from app.practice.schema.columns import NO_TIME
from app.practice.schema.histories import pharmacy
from app.practice.schema.procedures import procnote
from app.practice.seed import kinds
from app.practice.seed.codes import CODES
from app.practice.seed.kinds import Kind
from app.practice.seed.people import names
from app.practice.seed.rows import Rows, at, iso
from app.practice.seed.schedule import COMPLETE, SCHEDULED, Visit
from app.practice.seed.treatment import DONE
from app.practice.seed.visit_rows import VisitRows

_NOTED_DAYS = 150
"""How far back notes were entered in this software."""
_LAB_DAYS = 300
_SENT_EMAIL, _EMAILS = 1, 120
_PRINTED = 3

_NOTES: dict[str, tuple[str, ...]] = {
    "Fillings": ("Two carpules, no pain. Bite checked.", "Rubber dam. Deep, told about the nerve. Shade A2."),
    "Crowns & Bridges": ("Prepared, scanned, temporary crown set. Shade A2.", "Old filling out, built up."),
    "Root canals": ("Worked to length, filled, X-ray taken. Crown advised.",),
    "Oral surgery": ("Taken out whole. Bleeding stopped. Instructions given in writing.",),
    "Gums": ("Numbed both sides. Heavy calculus below the gums.", "Bleeding less than last time."),
    "Cleanings": (
        "Scaled and polished. Light plaque.",
        "Showed how to use the small brushes.",
        "No new problems.",
    ),
    "Exams & Xrays": ("Medical history read, no changes. No decay.", "Watch the upper left molar."),
}
_PHARMACIES = (
    ("Harbor Street Pharmacy", "18 Harbor St"), ("Millbrook Drugs", "401 Main St"), ("Bayside Pharmacy", "77 Bay Rd"),
    ("Hillcrest Apothecary", "9 Hillcrest Ave"),
)  # fmt: skip
_LABORATORIES: tuple[tuple[str, str, tuple[tuple[str, int, int], ...]], ...] = (
    ("Tidewater Ceramics", "Crowns and bridges", (("Crown", 8, 10), ("Veneer", 9, 11), ("Bridge", 10, 13))),
    (
        "North Fork Dental Lab",
        "Takes scans by email",
        (("Crown", 7, 9), ("Denture", 12, 15), ("Reline", 2, 4)),
    ),
    ("Cedar Prosthetics", "Dentures and night guards", (("Denture", 10, 14), ("Night guard", 6, 8))),
)
_DRUGS: dict[Kind, tuple[tuple[str, str, str], ...]] = {
    kinds.EXTRACTION: (("Ibuprofen 600 mg", "Take 1 tablet every 6 hours as needed for pain.", "16"),),
    kinds.SURGERY: (
        ("Amoxicillin 500 mg", "Take 1 capsule 3 times a day until gone.", "21"),
        ("Chlorhexidine 0.12% rinse", "Rinse with 15 ml twice a day, do not swallow.", "473"),
    ),
    kinds.ROOT_CANAL: (("Ibuprofen 600 mg", "Take 1 tablet every 6 hours as needed for pain.", "12"),),
    kinds.EMERGENCY: (("Amoxicillin 500 mg", "Take 1 capsule 3 times a day until gone.", "21"),),
    kinds.GUM_CARE: (("Chlorhexidine 0.12% rinse", "Rinse with 15 ml twice a day, do not swallow.", "473"),),
}
_INSTEAD_OF_PENICILLIN = ("Clindamycin 300 mg", "Take 1 capsule 4 times a day until gone.", "28")
_LAB_WORK = {
    kinds.CROWN: (0, "All ceramic, shade {shade}. Tight contacts, please.", 145.0),
    kinds.DENTURE: (1, "Reline as marked, shade {shade}.", 260.0),
    kinds.GUARD: (2, "Hard, upper, flat plane.", 95.0),
}
_SHADES = ("A1", "A2", "A2", "A3", "B1", "C2")


class AfterVisits:
    """Collects them. No row was changed later than the evening before today."""

    def __init__(self, today: int, no_penicillin: set[int], dice: random.Random) -> None:
        self._today = today
        self._latest = at(iso(today - 1), 210)
        self._no_penicillin = no_penicillin
        self._dice = dice
        self.notes = Rows(procnote, "PatNum", "ProcNum", "EntryDateTime", "UserNum", "Note", "Signature")
        self.prescriptions = Rows(
            rxpat, "PatNum", "RxDate", "Drug", "Sig", "Disp", "Refills", "ProvNum", "PharmacyNum", "DateTStamp",
            "SendStatus", "PatientInstruction", "ClinicNum", "UserNum",
        )  # fmt: skip
        self.cases = Rows(
            labcase, "PatNum", "LaboratoryNum", "AptNum", "DateTimeDue", "DateTimeCreated", "DateTimeSent",
            "DateTimeRecd", "DateTimeChecked", "ProvNum", "Instructions", "LabFee", "DateTStamp", "InvoiceNum",
        )  # fmt: skip
        self.emails = Rows(
            emailmessage, "PatNum", "ToAddress", "FromAddress", "Subject", "BodyText", "MsgDateTime",
            "SentOrReceived", "PatNumSubj", "AptNum", "UserNum", "SecDateTEntry", "SecDateTEdit", "MsgType",
        )  # fmt: skip

    @property
    def all(self) -> list[Rows]:
        """Everything collected, and the lists it refers to."""
        return [self.notes, self.prescriptions, self.cases, self.emails, *_lists(self._today)]

    def write_notes(self, written: VisitRows) -> None:
        """A note on each recently completed procedure, by its provider; most are signed."""
        first = iso(self._today - _NOTED_DAYS)
        dice = self._dice
        signature = "Digitally Signed by the provider"
        for row in written.treatment.rows.rows:
            if row[7] != DONE or row[3] < first or not row[2]:
                continue
            words = _NOTES.get(CODES[row[11] - 1].category)
            if words is not None:
                signed = signature if dice.random() < 0.8 else ""
                self.notes.add(row[1], row[0], min(row[15], self._latest), row[8], dice.choice(words), signed)

    def prescribe(self, visit: Visit) -> None:
        """Prescriptions from a completed appointment."""
        dice = self._dice
        if visit.day >= self._today or visit.status != COMPLETE or dice.random() > 0.35:
            return
        for drug in _DRUGS.get(visit.kind, ()):
            refuses = drug[0].startswith("Amoxicillin") and visit.person.num in self._no_penicillin
            name, directions, amount = _INSTEAD_OF_PENICILLIN if refuses else drug
            store = dice.randrange(1, len(_PHARMACIES) + 1)
            dentist = visit.chair.dentist
            self.prescriptions.add(
                visit.person.num, visit.text, name, directions, amount, "0", dentist, store, visit.changed,
                _PRINTED, directions, visit.chair.clinic, dentist + 4,
            )  # fmt: skip

    def order(self, visit: Visit, stands: str) -> None:
        """The lab case of an appointment; `stands` is its Laboratory case field."""
        if visit.kind not in _LAB_WORK or abs(visit.day - self._today) > _LAB_DAYS:
            return
        dice = self._dice
        number, words, fee = _LAB_WORK[visit.kind]
        if visit.status == COMPLETE:
            stands = "Seated"
        elif visit.status != SCHEDULED or not stands:
            return
        last = min(visit.day, self._today)
        made = max(last - dice.randrange(16, 22), visit.person.born)
        sent, back = f"{iso(made + 1)} 16:00:00", f"{iso(last - dice.randrange(1, 4))} 11:00:00"
        here = stands in ("Back", "Seated")
        self.cases.add(
            visit.person.num, number + 1, visit.num, at(iso(max(visit.day - 2, made + 2)), 204),
            f"{iso(made)} 15:30:00", sent, back if here else NO_TIME, back if stands == "Seated" else NO_TIME,
            visit.chair.dentist, words.format(shade=dice.choice(_SHADES)), fee, back if here else sent,
            f"L{1000 + visit.num}" if here else "",
        )  # fmt: skip

    def write_emails(self, visits: list[Visit]) -> None:
        """Reminders sent to patients with upcoming appointments and an address."""
        soon = [each for each in visits if each.status == SCHEDULED and each.day > self._today]
        for visit in [each for each in soon if each.person.email][:_EMAILS]:
            when = max(visit.created, at(iso(self._today - self._dice.randrange(1, 5)), 108))
            words = f"Dear {visit.person.first}, we look forward to seeing you. Reply if you cannot come."
            self.emails.add(
                visit.person.num, visit.person.email, "desk@lanternlight.example", "Your next appointment", words, when,
                _SENT_EMAIL, visit.person.num, visit.num, 1 + visit.num % 4, when, when, "EReminder",
            )  # fmt: skip


def _lists(today: int) -> list[Rows]:
    stores = Rows(
        pharmacy, "StoreName", "Phone", "Fax", "Address", "City", "State", "Zip", "Note", "DateTStamp"
    )
    listed = f"{iso(today - 700)} 09:00:00"
    for count, (name, address) in enumerate(_PHARMACIES):
        town, code = names.TOWNS[count % len(names.TOWNS)]
        phone = f"(541)555-{2100 + count * 31}"
        stores.add(name, phone, f"(541)555-{2101 + count * 31}", address, town, names.STATE, code, "", listed)
    stores.add("Mail order", "", "", "", "", "", "", "Sends to the patient's home", listed)
    labs = Rows(laboratory, "Description", "Phone", "Notes", "City", "State", "Zip", "Email", "IsHidden")
    days = Rows(labturnaround, "LaboratoryNum", "Description", "DaysPublished", "DaysActual")
    for count, (name, note, services) in enumerate(_LABORATORIES):
        town, code = names.TOWNS[-1 - count]
        email = f"cases@lab{count + 1}.example"
        lab = labs.add(name, f"(541)555-{3300 + count * 17}", note, town, names.STATE, code, email, 0)
        for service, published, actual in services:
            days.add(lab, service, published, actual)
    labs.add("Old Mill Dental Arts", "(541)555-3390", "Closed", "", names.STATE, "", "", 1)
    return [stores, labs, days]


def after_visit_rows(
    visits: list[Visit], written: VisitRows, no_penicillin: set[int], today: int, dice: random.Random
) -> list[Rows]:
    """Everything that appointments left."""
    made = AfterVisits(today, no_penicillin, dice)
    stands = {row[1]: row[3] for row in written.fields.rows if row[2] == "Laboratory case"}
    for visit in visits:
        made.prescribe(visit)
        made.order(visit, stands.get(visit.num, ""))
    made.write_notes(written)
    made.write_emails(visits)
    return made.all
