"""The tour in a process of its own, from start to end."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from app.bootstrap.tour.guide import all_steps

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1366, 768)
ABOUT = {
    "connect": "Connect to your office",
    "nothing entered": "Enter the name or address",
    "connect to an office hub": "^Pairing code$",
    "today": "No appointment selected",
    "appointment selected": r"Born|Add to note",
    "in the dark": r"Born|Add to note",
    "hover card": "Waiting",
    "arrived": r" arrived\.$",
    "seated": r" seated\.$",
    "a stage skipped": "hasn't arrived yet",
    "menu": "Cancel or no-show",
    "note": "Discard",
    "note added": "Undo",
    "details of an appointment": "On this appointment",
    "a procedure typed": "^crown 30$",
    "a surface that isn't there": "tooth 3 has no surface I",
    "a recall added": "on the appointment of",
    "details closed": "Add to note",
    "find a patient": "^mar$",
    "a patient found": r"^M[aá]r\w*, |, M[aá]r",  # who is first depends on who is seen today: Márquez on some
    "book an appointment": "Next openings",
    "openings in words": "^“blorp”",
    "openings of the words": "^From 12:00 PM",
    "booked": "Undo",
    "move by menu": "Move here",
    "moved": " moved to ",
    "undone": " moved back to ",
    "pinboard": "^Pinboard$",
    "from the pinboard": "^Pinboard$",
    "history of an appointment": "^History of ",
    "who fits": " patients? fits?$",
    "booked from the list": "Next openings",
    "list of who fits closed": "Waiting",
    "break": "Unscheduled List",
    "Patient": "Contact",
    "patient page": "Appointments",
    "popups": "^Snooze$",
    "a commlog": "^Commlog for ",
    "commlog added": "Commlog added for ",
    "lower sections": "Patient fields",
    "month at a glance": "^How much of the operatories' open time",
    "views of the schedule": "^Views of the schedule$",
    "new insurance": "Subscriber ID",
    "five insurances": "Fifth",
    "a large family": "^40 members",
    "a call while typing": "Call from",
    "the caller": "Appointments",
    "Check-in PCs": "^Check-in PCs need the office hub",
    "a patient checks in": " checked in at Kiosk 1",
    "changes from check-in": "^Accept all$",
    "check-in PCs live": "^Show message$",
    "pairing code": r"^\w{4} \w{4}$",
    "settings of check-in": "^Good morning! Please check in here",
    "check-ins of today": "^Check-in PC$|^Mark seen$",
    "Audit log": "Audit|audit",
    "audit log": "^The audit log is intact since ",
    "changes in the audit log": "^The audit log is intact since ",
    "Huddle": "with something to do$",
    "readiness": "with something to do$",
    "huddle page": "^Page 1 of ",
    "waits": "average wait, ",
    "production": r"^Scheduled \$",
    "waiting room board": r"^\d+ patients? waiting",
    "board closed": "with something to do$",
    "only with something to do": "^Only with something to do$",
    "chart": "Insurance est",
    "a tooth": r"^Tooth \w+$",
    "report a change": "Add commlog",
    "a child's teeth": "^Now$",
    "teeth on paper": "^Page 1 of 1$",
    "teeth as a list": r"^Tooth \w+, upper right",
    "teeth on an earlier day": "^As of ",
    "documents": "Add files",
    "files chosen": "60 MB",
    "files uploaded": "uploaded for",
    "a document": "shows the file itself",
    "forms": "^1 form is due|^[2-9] forms are due",
    "a new form": "Add form",
    "form added": "Not signed",
    "a family member": "New family member",
    "nobody found": "No patients found",
    "a new patient": "Preferred name",
    "already a patient": "Already a patient",
    "added": "^Book Zabelini, Oren$",
    "new patient booked": "^Zabelini, Oren booked for ",
    "planned first": "Next openings",
    "planned booked": " booked for ",
    "Ledger": "owes today|credit|Loading",
    "ledger of a patient": "^Patient owes today$",
    "ledger of a family": "^Family owes today$",
    "details of a procedure": "^Still owed$",
    "splits of a payment": "^Where it went$",
    "ledger search": "^cleaning$",
    "take a payment": r"^Post \$128\.40$",
    "exact amounts": r"^Ticked \$",
    "cash change": r"^11\.60$",
    "a payment in question": "^Post anyway$",
    "payment refused": "in the meantime",
    "payment posted": "^Print receipt$",
    "a receipt": "^Page 1 of 1$",
    "claims": "^Claim of ",
    "payment plans": "^Due so far",
    "statements": "made and sent in Open Dental",
    "a payment plan": "^Close plan$",
    "a new payment plan": "^Interest in total$",
    "a refund": "^The whole payment goes back",
    "an adjustment": "^Patient's balance$",
    "adjustment posted": r"of \$15\.00 posted for ",
    "ledger of 1500 entries": r"^1,?5\d{2} rows$",
    "walkout statement": r"^Page 1 of 1$",
    "check out": "^Due today: |^Nothing due for today$",
    "Tasks": "^Which task lists|Select a task",
    "followed lists": "^Which task lists",
    "my inbox": r"^\d+ tasks?$",
    "all open tasks": "^Hand on$",
    "thread of a task": "^Taken$",
    "remind me": "^Tomorrow at 8:00 AM$",
    "hand a task on": "^Hand this task on$",
    "handed on": "^Handed on to Insurance, and done",
    "task search": "^insurance$",
    "no tasks found": "^No tasks match",
    "done tasks": "^Reopen$",
    "a new task": "^Remind me$",
    "a new task written": "^Remind me$",
    "a new task added": "^Task added to Insurance: Verify the new plan",
    "Lists": "^No row selected$|appointments$",
    "confirmations": "appointments$",
    "status of an appointment": r"^Left message \(M\) sets$",
    "recall due": "^Recent commlogs$|^Due$",
    "unscheduled list": "^Since$",
    "ASAP list": "^Since$",
    "planned list": "^Since$",
    "planned treatment": "^Print estimate$",
    "treatment estimate": "^Page 1 of 1$",
    "lab cases": "lab cases?$",
    "Day close": "^Drawer$",
    "day close with a difference": "2 payments of ",
    "drawer counted": r"\d short$",
    "closed day": "^Closed by Ana",
    "day sheet": r"^Page 1 of \d$",
    "deposit": "^Deposit slip$",
    "collections": "^Add promise$|^Over 90$",
    "Schedule": "Waiting room",
    "notices": "Recent activity",
    "about": "^For support$",
    "an update is ready": r"^Front Desk 9\.0\.0 is ready\.$",
    "updates": "^What is new$",
    "licenses": "^Close$",
    "to look at": "Appointments that can't be shown",
    "not reached": "Can't reach",
    "wrong key": "accept this key",
    "print preview": r"^Page 1 of \d$",
    "the week on paper": r"^Page 1 of \d$",
    "without names": r"^Page 1 of \d$",
    "without a printer": "^No printer is set up on this PC",
    "a route slip": r"^Page 1 of 1$",
    "an appointment card": r"^Page 1 of 1$",
    "a label": "^Chart label$",
    "an office on the network": "Office server",
    "first person": "^Who works here first",
    "people and roles": "^What a role may do alone",
    "a start code": "^Start code for Ben: ",
    "office hub": "^Run hub here$",
    "locked": "^Front Desk is locked$",
    "a first sign-in": "^Choose your own PIN",
    "approval": r"^Approve a refund of \$120\.00$",
    "switched": "Ana",
    "payment not confirmed": "A second try is blocked",
    "server lost": "not sent yet",
    "to settle": "Needs attention",
    "server back": r" confirmed\.$",
}
"""What can be read in each step's picture."""
PAINTED = {
    "moved to another day",
    "week",
    "columns by provider",
    "no names",
    "view left",
    "next day",
    "command palette",
    "larger",
    "calendar",
    "files dragged",
    "a clash before the drop",
}
"""Steps about what is painted, which has no text of a widget: their pictures only have to be new."""
COLORS = 12
"""Fewer different colors at the sampled points mean that nothing has been painted."""
Step = dict[str, Any]


@pytest.mark.timeout(400)
def test_the_tour_shows_every_screen(tmp_path: Path) -> None:
    """Every step runs for real, in order, and its picture shows what the step is about."""
    done = subprocess.run(
        [sys.executable, "-m", "app", "tour", "--out", str(tmp_path), "--size", "x".join(map(str, SIZE))],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "windows" if os.name == "nt" else "offscreen"},
        capture_output=True,
        text=True,
        timeout=380,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    taken: list[Step] = json.loads((tmp_path / "tour.json").read_text(encoding="utf-8"))
    assert [each["name"] for each in taken] == [name for name, _ in all_steps()]
    pictures = [QImage(str(tmp_path / each["file"])) for each in taken]
    faults = [
        fault for each, picture in zip(taken, pictures, strict=True) for fault in faults_of(each, picture)
    ]
    faults += [
        f"{step['name']}: the same picture as the step before"
        for step, before, after in zip(taken[1:], pictures, pictures[1:], strict=False)
        if before == after
    ]
    assert faults == []


def faults_of(step: Step, picture: QImage) -> list[str]:
    """What is wrong with a step's picture; empty: nothing."""
    name = step["name"]
    if picture.isNull() or len(colors(picture, picture.rect())) < COLORS:
        return [f"{name}: the picture is blank"]
    if name in PAINTED:
        return []
    if name not in ABOUT:
        return [f"{name}: this test does not know what its picture should show"]
    found = [QRect(*box) for text, box in step["texts"].items() if re.search(ABOUT[name], text)]
    if not found:
        return [f"{name}: nothing in the picture says {ABOUT[name]!r}: {sorted(step['texts'])}"]
    if not any(picture.rect().contains(box) and len(colors(picture, box)) > 1 for box in found):
        return [f"{name}: {ABOUT[name]!r} is in the window, but not painted in the picture"]
    return []


def colors(picture: QImage, box: QRect) -> set[int]:
    """The colors at points all over a part of a picture."""
    across, down = max(1, box.width() // 60), max(1, box.height() // 40)
    return {
        picture.pixel(x, y)
        for x in range(box.left(), box.right() + 1, across)
        for y in range(box.top(), box.bottom() + 1, down)
    }


def test_a_blank_or_empty_picture_is_found() -> None:
    """A picture without content, without the step's words, or with the words unpainted fails the tour's test."""
    blank = QImage(400, 200, QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFF)
    step = {"name": "moved", "texts": {"Ann Berg moved to 9:00": [10, 10, 100, 20]}}
    assert faults_of(step, blank) == ["moved: the picture is blank"]
    full = blank.copy()
    for x in range(400):
        for y in range(100, 200):
            full.setPixel(x, y, (x // 20) * 7 + 1)
    assert "not painted" in faults_of(step, full)[0]
    assert "nothing in the picture says" in faults_of({**step, "texts": {}}, full)[0]
    assert "does not know" in faults_of({**step, "name": "ledger"}, full)[0]
    full.setPixel(12, 12, 0)
    for x in range(10, 110, 2):
        full.setPixel(x, 15, 0)
    assert faults_of(step, full) == []
