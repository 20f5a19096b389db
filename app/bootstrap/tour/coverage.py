"""The tour of the patient page's sections: a new insurance, five of them, and a family of forty."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.bootstrap.screens import PATIENT
from app.bootstrap.tour.hands import Hands, there
from app.viewmodels.staff.patient.overview import OverviewModel
from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.patient.sections.family import FamilySection
from app.viewmodels.staff.patient.sections.insurance.section import InsuranceSection
from app.views.staff.patient.overview import OverviewView
from app.wire.resources.pat_plans import PatPlanRelat

PLANS, MEMBERS = 5, 40
ELDEST = date(1990, 1, 8)
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


async def new_insurance(hands: Hands) -> None:
    """Ctrl+Shift+I and a few letters: carriers of that name are offered."""
    section = _insurance(hands)
    await hands.until(hands.has_keys)
    hands.key(Qt.Key.Key_I, CONTROL_SHIFT)
    await hands.until(lambda: section.form is not None)
    hands.type_text("north")
    await hands.until(lambda: section.form is not None and bool(section.form.state.carriers))


async def five_insurances(hands: Hands) -> QWidget:
    """The whole page of a patient with five plans."""
    section, client = _insurance(hands), hands.desk.parts.client
    there(section.form).close()
    pat_num = there(section.pat_num)
    held = {row.InsSubNum for row in await client.pat_plans.list(PatNum=pat_num)}
    others = [row.InsSubNum for row in await client.ins_subs.list() if row.InsSubNum not in held]
    for ordinal, number in enumerate(others[: PLANS - len(held)], len(held) + 1):
        await client.pat_plans.create(
            PatNum=pat_num, InsSubNum=number, Ordinal=ordinal, Relationship=PatPlanRelat.CHILD
        )
    section.read_again()
    await hands.until(lambda: len(section.cards) == PLANS)
    return _whole(hands)


async def large_family(hands: Hands) -> QWidget:
    """The whole page of a family of forty; the list of members scrolls by itself."""
    section, client = _family(hands), hands.desk.parts.client
    pat_num = there(section.pat_num)
    own = await client.patients.get(pat_num)
    names = [each.person.first_name for each in hands.desk.parts.search.known("an")]
    for place in range(MEMBERS - len(there(section.value).members)):
        born = ELDEST + place * timedelta(
            days=97
        )  # apart: Open Dental refuses the same name and birthdate twice
        name = names[place % len(names)]
        await client.patients.create(LName=own.LName, FName=name, Birthdate=born, Guarantor=own.Guarantor)
    section.read_again()
    await hands.until(lambda: len(section.model.rows) >= MEMBERS)
    return _whole(hands)


def _overview(hands: Hands) -> OverviewModel:
    screen = cast(PatientScreenViewModel, hands.desk.screens.model(PATIENT))
    return cast(OverviewModel, screen.model("overview"))


def _insurance(hands: Hands) -> InsuranceSection:
    return cast(InsuranceSection, _overview(hands).sections["insurance"])


def _family(hands: Hands) -> FamilySection:
    return cast(FamilySection, _overview(hands).sections["family"])


def _whole(hands: Hands) -> QWidget:
    return there(there(hands.program.window.findChild(OverviewView)).widget())


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (
    ("new insurance", new_insurance),
    ("five insurances", five_insurances),
    ("a large family", large_family),
)
