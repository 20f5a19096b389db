"""AutoNotes and AutoNoteControls: note templates with prompts."""

from __future__ import annotations

from app.practice.schema.office import definition
from app.practice.schema.ready_notes import autonote, autonotecontrol
from app.practice.server.audit import log, signal
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import for_columns
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.auto_note_controls import AutoNoteControl, AutoNoteControls, AutoNoteControlType
from app.wire.resources.auto_notes import AutoNote, AutoNotes

_N, _C = autonote.c, autonotecontrol.c
ROWS = Listing(
    name="AutoNote",
    columns=lambda: columns_of(
        AutoNote, autonote, {"category": name_behind(_N.Category, definition.c.DefNum, definition.c.ItemName)}
    ),
    source=autonote,
    filters={"AutoNoteNum": Filter(_N.AutoNoteNum), "Category": Filter(_N.Category)},
    order=(_N.AutoNoteNum,),
    keeps_breaks=True,
)
CONTROL_ROWS = Listing(
    name="AutoNoteControl",
    columns=lambda: columns_of(AutoNoteControl, autonotecontrol),
    source=autonotecontrol,
    filters={"AutoNoteControlNum": Filter(_C.AutoNoteControlNum)},
    order=(_C.AutoNoteControlNum,),
    keeps_breaks=True,
)
_FIELDS = ("AutoNoteName", "MainText", "Category")
_CONTROL_FIELDS = ("Descript", "ControlType", "ControlLabel", "ControlOptions")


@serves(AutoNotes.list)
def list_(work: Work, given: Given) -> Outcome:
    """All templates, or those of a category; 0 means without category."""
    return work.page(ROWS, given)


@serves(AutoNotes.create)
def create(work: Work, given: Given) -> Outcome:
    """Add a template."""
    _refuse_blank(given, "AutoNoteName", "MainText")
    key = work.insert(autonote, for_columns(autonote, given, _FIELDS))
    _written_down(work, "Auto note created.", key)
    return work.created(ROWS, f"/autonotes?AutoNoteNum={key}", {"AutoNoteNum": key})


@serves(AutoNotes.update)
def update(work: Work, given: Given) -> Outcome:
    """Change the fields that were sent."""
    key = work.find(autonote, given["AutoNoteNum"], "AutoNote").AutoNoteNum
    _refuse_blank(given, "AutoNoteName", "MainText")
    work.update(autonote, key, for_columns(autonote, given, _FIELDS))
    _written_down(work, "Auto note changed.", key)
    return work.one(ROWS, "AutoNote", {"AutoNoteNum": key})


@serves(AutoNoteControls.list)
def list_controls(work: Work, given: Given) -> Outcome:
    """All prompts."""
    return work.page(CONTROL_ROWS, given)


@serves(AutoNoteControls.create)
def create_control(work: Work, given: Given) -> Outcome:
    """Add a prompt; a multiple choice prompt needs its choices."""
    _refuse_blank(given, "Descript", "ControlLabel")
    _check_options(given["ControlType"], given.get("ControlOptions", ""))
    key = work.insert(autonotecontrol, for_columns(autonotecontrol, given, _CONTROL_FIELDS))
    _written_down(work, "Auto note prompt created.", key)
    path = f"/autonotecontrols?AutoNoteControlNum={key}"
    return work.created(CONTROL_ROWS, path, {"AutoNoteControlNum": key})


@serves(AutoNoteControls.update)
def update_control(work: Work, given: Given) -> Outcome:
    """Change the fields that were sent. NotFound uses Open Dental's own spelling."""
    before = work.find(autonotecontrol, given["AutoNoteControlNum"], "AuotNoteControl")
    _refuse_blank(given, "Descript", "ControlLabel")
    values = for_columns(autonotecontrol, given, _CONTROL_FIELDS)
    _check_options(
        AutoNoteControlType(values.get("ControlType", before.ControlType)),
        values.get("ControlOptions", before.ControlOptions),
    )
    work.update(autonotecontrol, before.AutoNoteControlNum, values)
    _written_down(work, "Auto note prompt changed.", before.AutoNoteControlNum)
    return None


def _check_options(kind: AutoNoteControlType, options: str) -> None:
    if kind is not AutoNoteControlType.TEXT and not options.strip():
        raise BadRequest("ControlOptions is required unless ControlType is Text.")


def _refuse_blank(given: Given, *names: str) -> None:
    for name in names:
        if name in given and not given[name].strip():
            raise BadRequest(f"{name} is required.")


def _written_down(work: Work, words: str, key: int) -> None:
    log(work, "AutoNoteQuickNoteEdit", words, key=key)
    signal(work, "AutoNotes")
