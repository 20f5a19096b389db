"""The chart in words: names of teeth, work, states, and what can't be drawn."""

from __future__ import annotations

from types import MappingProxyType

from app.core.text import NO_TEXT, Text, join, many, msg
from app.domain.chart.anatomy import Form, Quadrant, Tooth
from app.domain.chart.mouth import Movement, Presence, Problem, Reason
from app.domain.chart.numbering import Numbering, number_of
from app.domain.chart.surfaces import letters_of
from app.domain.chart.work import Kind, Status, Work

_QUADRANTS = MappingProxyType(
    {
        Quadrant.UPPER_RIGHT: msg("upper right"),
        Quadrant.UPPER_LEFT: msg("upper left"),
        Quadrant.LOWER_LEFT: msg("lower left"),
        Quadrant.LOWER_RIGHT: msg("lower right"),
    }
)
_FORMS = MappingProxyType(
    {
        Form.CENTRAL: msg("central incisor"),
        Form.LATERAL: msg("lateral incisor"),
        Form.CANINE: msg("canine"),
        Form.FIRST_PREMOLAR: msg("first premolar"),
        Form.SECOND_PREMOLAR: msg("second premolar"),
        Form.FIRST_MOLAR: msg("first molar"),
        Form.SECOND_MOLAR: msg("second molar"),
        Form.THIRD_MOLAR: msg("third molar"),
    }
)
STATUS_WORDS = MappingProxyType(
    {
        Status.COMPLETED: msg("completed"),
        Status.EXISTING: msg("existing"),
        Status.ELSEWHERE: msg("existing, other office"),
        Status.PLANNED: msg("planned"),
        Status.REFERRED: msg("referred out"),
        Status.CONDITION: msg("condition"),
    }
)
KIND_WORDS = MappingProxyType(
    {
        Kind.EXTRACTION: msg("Extraction"),
        Kind.RETAINED_ROOT: msg("Retained root"),
        Kind.IMPLANT: msg("Implant"),
        Kind.ROOT_CANAL: msg("Root canal"),
        Kind.POST: msg("Post or buildup"),
        Kind.DECAY: msg("Decay"),
        Kind.FINDING: msg("Finding"),
        Kind.FILLING: msg("Filling"),
        Kind.SEALANT: msg("Sealant"),
        Kind.VENEER: msg("Veneer"),
        Kind.CROWN: msg("Crown"),
        Kind.RETAINER: msg("Bridge crown"),
        Kind.PONTIC: msg("Pontic"),
        Kind.DENTURE: msg("Denture"),
        Kind.SPACE_MAINTAINER: msg("Space maintainer"),
        Kind.WATCH: msg("Watch"),
        Kind.NOTE: msg("Note"),
    }
)
PRESENCE_WORDS = MappingProxyType(
    {
        Presence.PRESENT: NO_TEXT,
        Presence.MISSING: msg("Missing"),
        Presence.HIDDEN: msg("Hidden"),
        Presence.UNERUPTED: msg("Not erupted"),
        Presence.ROOT: msg("Root only"),
        Presence.IMPLANT: NO_TEXT,
    }
)
MATERIALS = (msg("metal"), msg("tooth-colored"))
"""Dark and light."""
_OF_MATERIAL = frozenset((Kind.FILLING, Kind.CROWN, Kind.RETAINER, Kind.PONTIC))


def tooth_words(tooth: Tooth) -> Text:
    """A tooth's place and form: upper right first molar."""
    name = join([_QUADRANTS[tooth.quadrant], msg("primary") if tooth.primary else "", _FORMS[tooth.form]])
    return msg("extra tooth beside the {tooth}", tooth=name) if tooth.extra else name


def work_words(work: Work, tooth: Tooth) -> Text:
    """A work on a tooth: Filling MOD, tooth-colored, completed."""
    kind: Text | str = work.name or KIND_WORDS[work.kind]
    text = f"“{work.text}”" if work.kind is Kind.NOTE else letters_of(work.surfaces, tooth)
    material = MATERIALS[work.light] if work.kind in _OF_MATERIAL else ""
    return join([join([kind, text]), material, STATUS_WORDS[work.status]], ", ")


def movement_words(moved: Movement) -> list[Text]:
    """How a tooth stands, one text for each direction; the office's own numbers, in millimeters and degrees."""
    m, o, f = (f"{abs(each):g}" for each in (moved.mesial, moved.occlusal, moved.facial))
    r, t, u = (f"{abs(each):g}" for each in (moved.turn, moved.tip_mesial, moved.tip_facial))
    found = [
        (moved.mesial, msg("Shifted mesially {n} mm", n=m), msg("Shifted distally {n} mm", n=m)),
        (
            moved.occlusal,
            msg("Shifted toward the bite {n} mm", n=o),
            msg("Shifted away from the bite {n} mm", n=o),
        ),
        (
            moved.facial,
            msg("Shifted toward the cheek {n} mm", n=f),
            msg("Shifted toward the tongue {n} mm", n=f),
        ),
        (moved.turn, msg("Rotated {n}°", n=r), msg("Rotated {n}° the other way", n=r)),
        (moved.tip_mesial, msg("Tipped mesially {n}°", n=t), msg("Tipped distally {n}°", n=t)),
        (
            moved.tip_facial,
            msg("Tipped toward the cheek {n}°", n=u),
            msg("Tipped toward the tongue {n}°", n=u),
        ),
    ]
    return [words if amount > 0 else opposite for amount, words, opposite in found if amount]


def problem_words(problem: Problem, numbering: Numbering) -> Text:
    """Why something in the records can't be drawn."""
    text = problem.text.strip()
    tooth = number_of(problem.tooth, numbering) if problem.tooth is not None else ""
    return join([problem.name, _why(problem.reason, tooth, text)], ": ")


def _why(reason: Reason, tooth: str, text: str) -> Text:
    count = int(text) if reason is Reason.DRAWING else 0
    words = {
        Reason.NO_TOOTH: msg("there is no tooth {text}", text=text) if text else msg("no tooth is given"),
        Reason.NO_SURFACE: msg("tooth {tooth} has no surface {text}", tooth=tooth, text=text),
        Reason.NO_PLACE: msg("no surface is given on tooth {tooth}", tooth=tooth),
        Reason.MISSING: msg("tooth {tooth} is missing", tooth=tooth),
        Reason.NOT_THERE: msg("tooth {tooth} isn't in the mouth", tooth=tooth),
        Reason.NO_CODE: msg("the office has no code {text}", text=text),
        Reason.NO_PAINT: msg("Front Desk can't draw this kind yet"),
        Reason.DRAWING: many(
            "{n} drawings: see Open Dental's chart", "1 drawing: see Open Dental's chart", count
        ),
        Reason.TEXT: msg("text on the chart: {text}", text=text),
    }
    return words[reason]
