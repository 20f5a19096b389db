"""Note templates: auto notes with their prompts, quick paste notes with their categories."""

from __future__ import annotations

from app.practice.schema.enums.people import QUICK_PASTE_TYPE
from app.practice.schema.ready_notes import autonote, autonotecontrol, quickpastecat, quickpastenote
from app.practice.seed import lists
from app.practice.seed.rows import Rows

_ONE, _MANY, _TEXT = "OneResponse", "MultiResponse", "Text"
_PROMPTS = (
    ("Anesthetic", _ONE, "Which anesthetic?", ("Lidocaine", "Articaine", "Mepivacaine", "None")),
    ("Carpules", _ONE, "How many carpules?", ("1/2", "1", "1 1/2", "2", "3")),
    ("Blood pressure", _TEXT, "Blood pressure and pulse", ("BP  /  Pulse",)),
    (
        "Isolation",
        _ONE,
        "How was the tooth kept dry?",
        ("Rubber dam", "Cotton rolls", "Isolation mouthpiece"),
    ),
    ("Material", _ONE, "Which material?", ("Composite A2", "Composite A3", "Glass ionomer", "Amalgam")),
    ("Gums", _ONE, "How are the gums?", ("Healthy", "Bleed at some places", "Bleed everywhere")),
    ("Home care", _MANY, "What was explained?", ("Brushing", "Floss", "Small brushes", "Fluoride rinse")),
    ("Complaint", _TEXT, "What brings the patient in?", ()),
    (
        "Next appointment",
        _ONE,
        "What comes next?",
        ("Cleaning in 6 months", "Filling", "Crown", "Consultation"),
    ),
)
_NOTES = (
    ("Filling", "Fillings", (
        'BP: [Prompt:"Blood pressure"]', 'Numb with [Prompt:"Anesthetic"], [Prompt:"Carpules"] carpules.',
        'Isolation: [Prompt:"Isolation"]', 'Filled with [Prompt:"Material"], bite checked, polished.',
        'Next: [Prompt:"Next appointment"]',
    )),
    ("Exam", "Exams", (
        "Health history gone through.", 'Gums: [Prompt:"Gums"]', "Cancer screening without findings.",
        'Next: [Prompt:"Next appointment"]',
    )),
    ("Emergency", "Exams", (
        'Comes because of: [Prompt:"Complaint"]', 'BP: [Prompt:"Blood pressure"]', 'Next: [Prompt:"Next appointment"]',
    )),
    ("Cleaning", "Hygiene", (
        "Health history gone through.", 'Gums: [Prompt:"Gums"]', "Scaled and polished.",
        'Explained: [Prompt:"Home care"]', 'Next: [Prompt:"Next appointment"]',
    )),
    ("Called about balance", "", ("Called about the balance, will pay by card.",)),
)  # fmt: skip
_DRAWERS = (
    ("Calls", ("CommLog", "Task"), (
        ("na", "No answer, left a message."), ("cb", "Will call back."),
        ("conf", "Confirmed the appointment by phone."),
        ("canc", "Canceled, offered new times."), ("dir", "Sent directions to the office."),
    )),
    ("Appointments", ("Appointment",), (
        ("late", "Often late, book the longer time."), ("int", "Needs an interpreter."),
        ("lab", "Do not move: laboratory case."), ("child", "Parent stays in the room."),
    )),
    ("Health", ("MedicalUrgent", "MedicalSummary", "ServiceNotes"), (
        ("pen", "Penicillin allergy."), ("lat", "Latex allergy: nitrile gloves."), ("prem", "Antibiotic first."),
    )),
    ("Money", ("FinancialNotes", "Statement", "PayPlan"), (
        ("plan", "Payment plan agreed, first payment on the 1st."), ("rec", "Asked for a receipt by email."),
        ("ins", "Explained what the insurance leaves."),
    )),
    ("Other", (), (("scan", "Scanned and filed."),)),
)  # fmt: skip


def ready_note_rows() -> list[Rows]:
    """The templates, the same for every practice."""
    prompts = Rows(autonotecontrol, "Descript", "ControlType", "ControlLabel", "ControlOptions")
    for name, kind, label, options in _PROMPTS:
        prompts.add(name, kind, label, "\r\n".join(options))
    notes = Rows(autonote, "AutoNoteName", "MainText", "Category")
    for name, category, parts in _NOTES:
        notes.add(name, "\r\n".join(parts), lists.number(lists.AUTO_NOTES, category) if category else 0)
    drawers = Rows(quickpastecat, "Description", "ItemOrder", "DefaultForTypes")
    pasted = Rows(quickpastenote, "QuickPasteCatNum", "ItemOrder", "Note", "Abbreviation")
    for order, (name, kinds, entries) in enumerate(_DRAWERS):
        key = drawers.add(name, order, ",".join(str(QUICK_PASTE_TYPE.number(kind)) for kind in kinds))
        for place, (short, text) in enumerate(entries):
            pasted.add(key, place, text, short)
    return [prompts, notes, drawers, pasted]
