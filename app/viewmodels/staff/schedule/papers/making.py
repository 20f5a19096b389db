"""What the commands of `late.py` preview: loaded with the first paper."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from PySide6.QtCore import QObject

from app.domain.printing.document import Document
from app.domain.schedule.visit import Person, Visit
from app.services.printing.patient_papers import PatientPapers
from app.viewmodels.command import CommandSpec
from app.viewmodels.printing import PrintChoice, PrintViewModel
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.schedule.papers.commands import CARD, ROUTE_SLIP
from app.viewmodels.translation import tr

Make = Callable[[], Awaitable[Document]]


def preview_of(
    spec: CommandSpec, parts: Parts, person: Person, visit: Visit | None, parent: QObject
) -> PrintViewModel:
    """The preview of a command's papers."""
    papers = PatientPapers(parts.client, parts.office, parts.patients)
    return PrintViewModel(paper_choices(spec, papers, person, visit), 0, parts.scope, parent)


def paper_choices(
    spec: CommandSpec, papers: PatientPapers, person: Person, visit: Visit | None
) -> list[PrintChoice]:
    """What one command offers; file names have no patient's name. A route slip needs an appointment."""
    made: list[tuple[str, str, Make]]
    if spec is ROUTE_SLIP and visit is not None:
        made = [(tr("Route slip"), tr("Route slip"), partial(papers.route_slip, visit))]
    elif spec is CARD:
        made = [(tr("Appointment card"), tr("Appointment card"), partial(papers.card, person, visit))]
    else:
        made = [
            (tr("Patient's address"), tr("Label"), partial(papers.address, person.pat_num)),
            (tr("Guarantor's address"), tr("Label"), partial(papers.guarantor_address, person.pat_num)),
            (tr("Chart label"), tr("Label"), partial(papers.chart, person)),
        ]
    return [PrintChoice(word, file_name, make) for word, file_name, make in made]
