"""Mouths checked by hand (mouths.txt): what the office recorded, and what must be seen on each tooth.

`== name @ day` begins a mouth. A procedure is a line `status work tooth [surfaces] [day]`, entries of the tooth
chart are `+ type teeth` or `+ type tooth movement`. `> teeth = parts: look, …` is what must be seen: surfaces
(letters of MODBLV on every tooth) or the words in `PARTS`, and their status with dark (metal) or light where
it matters. `! sentence` is what can't be drawn. Teeth that aren't listed must be plain, and listed teeth must
have nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from app.domain.chart.mouth import Presence, ToothState
from app.domain.chart.surfaces import SURFACES, Surface
from app.domain.chart.work import ON_SURFACES, Kind, Work
from app.wire.resources.procedure_codes import ProcedureCode, ToothPaint, TreatmentArea
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus
from app.wire.resources.tooth_initials import ToothInitial, ToothInitialType

USUAL_DAY = date(2024, 5, 6)
_SURF, _TOOTH, _ARCH, _QUAD, _RANGE = (
    TreatmentArea.SURF,
    TreatmentArea.TOOTH,
    TreatmentArea.ARCH,
    TreatmentArea.QUAD,
    TreatmentArea.TOOTH_RANGE,
)
_P = ToothPaint
WORKS: Mapping[str, tuple[TreatmentArea, ToothPaint, str]] = {
    "amalgam": (_SURF, _P.FILLING_DARK, ""),
    "composite": (_SURF, _P.FILLING_LIGHT, ""),
    "decay": (_SURF, _P.FILLING_DARK, ""),
    "fracture": (_SURF, _P.FILLING_LIGHT, ""),
    "crown": (_TOOTH, _P.CROWN_LIGHT, ""),
    "gold": (_TOOTH, _P.CROWN_DARK, ""),
    "rct": (_TOOTH, _P.RCT, ""),
    "post": (_TOOTH, _P.POST_BU, ""),
    "ext": (_TOOTH, _P.EXTRACTION, ""),
    "implant": (_TOOTH, _P.IMPLANT, ""),
    "bridge": (_TOOTH, _P.BRIDGE_LIGHT, ""),
    "goldbridge": (_TOOTH, _P.BRIDGE_DARK, ""),
    "denture": (_ARCH, _P.DENTURE_LIGHT, ""),
    "partial": (_RANGE, _P.DENTURE_LIGHT, ""),
    "sealant": (_TOOTH, _P.SEALANT, ""),
    "veneer": (_TOOTH, _P.VENEER, ""),
    "watch": (_TOOTH, _P.TEXT, "W"),
    "note": (_TOOTH, _P.TEXT, "Fx"),
    "root": (_TOOTH, _P.RETAINED_ROOT, ""),
    "spacer": (_QUAD, _P.SPACE_MAINTAINER, ""),
    "wire": (_RANGE, _P.SPACE_MAINTAINER, ""),
    "exam": (TreatmentArea.MOUTH, _P.NONE, ""),
}
NUMBERS = {name: number for number, name in enumerate(WORKS, 901)}
CODES = {
    NUMBERS[name]: ProcedureCode(
        CodeNum=NUMBERS[name], ProcCode=f"T{name}"[:15], Descript=name, AbbrDesc=name, TreatArea=area,
        PaintType=paint, PaintText=text,
    )
    for name, (area, paint, text) in WORKS.items()
}  # fmt: skip
PARTS = {
    Kind.CROWN: "crown",
    Kind.RETAINER: "bridge",
    Kind.PONTIC: "pontic",
    Kind.ROOT_CANAL: "canal",
    Kind.POST: "post",
    Kind.EXTRACTION: "x",
    Kind.IMPLANT: "implant",
    Kind.DENTURE: "denture",
    Kind.SEALANT: "sealant",
    Kind.VENEER: "veneer",
    Kind.WATCH: "watch",
    Kind.NOTE: "note",
    Kind.SPACE_MAINTAINER: "wire",
    Kind.RETAINED_ROOT: "retained",
}
_MARKS = ("Missing", "Primary", "Hidden")
_GONE = {Presence.MISSING: "gap", Presence.UNERUPTED: "unerupted", Presence.ROOT: "root only"}
_OF_MATERIAL = (Kind.FILLING, Kind.CROWN, Kind.RETAINER, Kind.PONTIC)

Seen = Mapping[str, Mapping[str, str]]


class Case(NamedTuple):
    """One mouth: records, and what must be seen of them."""

    name: str
    procedures: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    seen: Seen = {}  # noqa: RUF012  # never changed
    problems: tuple[str, ...] = ()
    """What can't be drawn, in words, with Universal numbers."""
    at: date | None = None


def _cases() -> Iterator[Case]:
    blocks = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split("== ")[1:]
    for block in blocks:
        head, *lines = block.strip().splitlines()
        name, _, day = head.partition(" @ ")
        marked = {mark: [line[2:] for line in lines if line[:2] == f"{mark} "] for mark in "+>!"}
        yield Case(
            name,
            tuple(line for line in lines if line and line[0] not in "+>!"),
            tuple(entry for line in marked["+"] for entry in _entries(line)),
            {tooth: dict(_looks(parts)) for line in marked[">"] for tooth, parts in _pairs(line)},
            tuple(marked["!"]),
            date.fromisoformat(day) if day else None,
        )


def _entries(line: str) -> Iterator[str]:
    kind, *teeth = line.split()
    if kind in _MARKS:
        yield from (f"{kind} {tooth}" for tooth in teeth)
    else:
        yield line


def _pairs(line: str) -> Iterator[tuple[str, str]]:
    teeth, _, parts = line.partition(" = ")
    yield from ((tooth, parts) for tooth in teeth.split())


def _looks(parts: str) -> Iterator[tuple[str, str]]:
    for each in parts.split(", "):
        names, _, seen = each.partition(": ")
        for name in names.split():
            yield from ((part, seen) for part in (name if name.isupper() else (name,)))


def rows_of(case: Case) -> list[ProcedureLog]:
    """A mouth's procedures."""
    return [_row(number, text) for number, text in enumerate(case.procedures, 1)]


def initials_of(case: Case) -> list[ToothInitial]:
    """A mouth's entries of the tooth chart."""
    return [_initial(text) for text in case.initials]


def seen_of(states: Iterator[ToothState]) -> dict[str, dict[str, str]]:
    """What a computed mouth has on each tooth, as the cases write it."""
    found = {state.tooth.name: _parts(state) for state in states if state.visible}
    return {name: parts for name, parts in found.items() if parts}


def look(work: Work) -> str:
    """The look of a work: C dark."""
    if work.kind in (Kind.DECAY, Kind.FINDING):
        return work.kind.value
    material = (" light" if work.light else " dark") if work.kind in _OF_MATERIAL else ""
    return f"{work.status.value}{material}"


def _parts(state: ToothState) -> dict[str, str]:
    parts = {PARTS[work.kind]: look(work) for work in state.works if work.kind not in ON_SURFACES}
    if state.presence in _GONE:
        parts["place"] = _GONE[state.presence]
    for surface in SURFACES:
        work = _face(state, surface)
        if work is not None:
            parts[surface.value] = look(work)
    return parts


def _face(state: ToothState, surface: Surface) -> Work | None:
    """The uppermost filling, decay or finding of a surface."""
    found = (each for each in reversed(state.works) if each.kind in ON_SURFACES and surface in each.surfaces)
    return next(found, None)


def _row(number: int, text: str) -> ProcedureLog:
    status, work, tooth, *more = text.split()
    day = date.fromisoformat(more.pop()) if more and more[-1][:2] == "20" else USUAL_DAY
    area = WORKS[work][0] if work in WORKS else _TOOTH
    surfaces = more[0] if more else ""
    in_surf = area in (_ARCH, _QUAD)
    return ProcedureLog(
        ProcNum=number,
        ProcDate=day,
        ProcStatus=ProcedureStatus(status),
        CodeNum=NUMBERS.get(work, 999),
        procCode=f"T{work}"[:15],
        descript=work,
        ToothNum="" if in_surf or area is _RANGE else tooth,
        Surf=tooth if in_surf else surfaces,
        ToothRange=tooth if area is _RANGE else "",
    )


def _initial(text: str) -> ToothInitial:
    kind, tooth, *movement = text.split()
    return ToothInitial(
        ToothNum=tooth,
        InitialType=ToothInitialType(kind),
        Movement=Decimal(movement[0]) if movement else Decimal(0),
        DrawText="12,20;ask mother" if kind == "Text" else "",
    )


CASES = tuple(_cases())
