"""Papers of the selected patient: which are offered, and what is printed where something is missing."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.text import ExplainedError, join
from app.domain.printing.document import Document
from app.domain.schedule.visit import Person, Stage, Visit
from app.services.printing.patient_papers import PatientPapers
from app.viewmodels.printing import PrintViewModel
from app.viewmodels.staff.schedule.papers.commands import CARD, LABEL, PAPER_COMMANDS, ROUTE_SLIP
from app.viewmodels.staff.schedule.papers.making import paper_choices
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.support.english import english
from tests.support.qt_loop import until


def papers_of(model: ScheduleScreenViewModel) -> PatientPapers:
    """What makes the papers."""
    return PatientPapers(model.parts.client, model.parts.office, model.parts.patients)


def select(model: ScheduleScreenViewModel, stage: Stage = Stage.UNCONFIRMED) -> Visit:
    """Select the day's last appointment in this stage."""
    grid = model.schedule.grid
    assert grid is not None
    found = [each.visit for each in grid.visits if each.visit.stage is stage and not each.visit.is_note]
    visit = max(found, key=lambda each: each.start)
    model.schedule.select(visit.apt_num)
    return visit


def lines_of(document: Document) -> str:
    """The lines of cards and labels."""
    return "\n".join(english(join([line.words])) for sheet in document.sheets for line in sheet.lines)


async def test_nobody_is_selected(model: ScheduleScreenViewModel) -> None:
    """Each command says what to select first."""
    reasons = [english(model.commands[spec.id].verdict.reason) for spec in PAPER_COMMANDS]
    assert reasons == ["Select an appointment first.", "No patient is selected.", "No patient is selected."]


async def test_the_choices_of_each_command(model: ScheduleScreenViewModel) -> None:
    """A slip, a card, three labels; no file is named after a patient."""
    visit = select(model)
    assert visit.person is not None
    offered = {spec.id: paper_choices(spec, papers_of(model), visit.person, visit) for spec in PAPER_COMMANDS}
    words = {command: [each.word for each in choices] for command, choices in offered.items()}
    assert words == {
        ROUTE_SLIP.id: ["Route slip"],
        CARD.id: ["Appointment card"],
        LABEL.id: ["Patient's address", "Guarantor's address", "Chart label"],
    }
    files = [each.file_name for choices in offered.values() for each in choices]
    assert not any(visit.person.last_name in name for name in files)


async def test_a_command_opens_a_preview(model: ScheduleScreenViewModel) -> None:
    """With the preview's class and the viewmodel it is called with."""
    select(model)
    opened: list[PrintViewModel] = []
    model.papers.previewed.connect(lambda _, printing: opened.append(printing))
    model.commands[ROUTE_SLIP.id].run()
    await until(lambda: bool(opened) and opened[0].document is not None)
    assert opened[0].file_name == "Route slip.pdf"


async def test_a_card_reminds_of_what_is_to_come(model: ScheduleScreenViewModel) -> None:
    """The selected appointment first; one whose patient is here isn't to come any more."""
    papers = papers_of(model)
    ahead = select(model)
    assert ahead.person is not None
    day = f"{ahead.start:%A, %B} {ahead.start.day}, {ahead.start.year}"
    assert day in lines_of(await papers.card(ahead.person, ahead))
    here = replace(ahead, stage=Stage.SEATED)
    assert day not in lines_of(await papers.card(ahead.person, here))


async def test_nothing_known_is_not_printed(model: ScheduleScreenViewModel) -> None:
    """A patient whose appointments can't be read gets no empty card."""
    with pytest.raises(ExplainedError, match="couldn't be read"):
        await papers_of(model).card(Person(999_999, "", ""))


async def test_a_patient_without_an_address(
    model: ScheduleScreenViewModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The preview says that there is none instead of showing an empty label."""
    visit = select(model)
    papers = papers_of(model)
    row = await papers._row(visit.pat_num)

    async def bare(_self: object, _pat_num: int) -> object:
        return type(row)(PatNum=row.PatNum, FName="Maria", LName="Ortiz")

    monkeypatch.setattr(PatientPapers, "_row", bare)
    assert visit.person is not None
    choices = paper_choices(LABEL, papers, visit.person, visit)
    preview = PrintViewModel(choices, 0, model.parts.scope, model)
    await until(lambda: preview.words != "Loading…")
    assert (preview.words, preview.document) == ("Maria Ortiz has no address in Open Dental.", None)
