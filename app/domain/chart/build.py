"""Builds a mouth from the office's records, for now or for any day before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from app.domain.chart.anatomy import ADULT, TEETH, Tooth
from app.domain.chart.dentition import Dentition, read_dentition, with_primary
from app.domain.chart.entries import Entry, primary_on, read_entries
from app.domain.chart.links import make_links
from app.domain.chart.mouth import Mouth, Presence, Problem, Reason, ToothState
from app.domain.chart.surfaces import Surface
from app.domain.chart.work import ON_SURFACES, WITHOUT_TOOTH, Kind, Work
from app.wire.resources.procedure_codes import ProcedureCode
from app.wire.resources.procedure_logs import ProcedureLog
from app.wire.resources.tooth_initials import ToothInitial

_CAP = ON_SURFACES | {Kind.CROWN, Kind.RETAINER, Kind.VENEER, Kind.SEALANT}
_COVERED = {Kind.CROWN: _CAP, Kind.RETAINER: _CAP, Kind.RETAINED_ROOT: _CAP}
"""What completed work replaces; other kinds replace only themselves."""
_ON_ROOT = frozenset(
    (Kind.ROOT_CANAL, Kind.POST, Kind.EXTRACTION, Kind.RETAINED_ROOT, Kind.CROWN, Kind.RETAINER)
)
_ON_IMPLANT = frozenset((Kind.CROWN, Kind.RETAINER, Kind.IMPLANT, Kind.WATCH, Kind.NOTE, Kind.EXTRACTION))


def mouth(
    procedures: Iterable[ProcedureLog],
    initials: Iterable[ToothInitial],
    codes: Mapping[int, ProcedureCode],
    at: date | None = None,
) -> Mouth:
    """The state of every tooth on a day (None: now). `codes` by CodeNum. Never fails: see `Mouth.problems`."""
    procedures = tuple(procedures)
    dentition = read_dentition(initials)
    entries, problems, later = read_entries(procedures, codes, at)
    if later:  # Open Dental marks an extracted tooth as missing, without a date
        dentition = dentition._replace(missing=dentition.missing - later)
    if at is not None:
        dentition = with_primary(dentition, primary_on(procedures, codes, at))
    builder = _Builder(dentition, entries)
    places = tuple(builder.state(tooth) for tooth in dentition.shown)
    extras = tuple(
        state
        for tooth in sorted(builder.extras(), key=lambda each: each.slot)
        if (state := builder.state(tooth)).presence not in (Presence.MISSING, Presence.HIDDEN)
    )
    builder.report_absent()
    return Mouth(make_links(places), extras, (*dentition.problems, *problems, *builder.problems), at)


class _Builder:
    """Distributes the procedures to the teeth."""

    def __init__(self, dentition: Dentition, entries: Iterable[Entry]) -> None:
        self._dentition = dentition
        self.problems: list[Problem] = []
        self._by_tooth: dict[str, list[Entry]] = {}
        self._shown = {tooth.name for tooth in dentition.shown}
        for entry in entries:
            for tooth in entry.place.teeth:
                self._by_tooth.setdefault(tooth.name, []).append(entry)
        for entry in entries:
            for tooth in self._teeth_of_slots(entry):
                self._by_tooth.setdefault(tooth.name, []).append(entry)

    def extras(self) -> list[Tooth]:
        """The supernumerary teeth in the records."""
        named = self._by_tooth.keys() | self._dentition.extras
        return [TEETH[name] for name in named if TEETH[name].extra]

    def state(self, tooth: Tooth) -> ToothState:
        """The state of one tooth."""
        entries = self._by_tooth.get(tooth.name, ())
        presence, gone = self._presence(tooth, entries)
        works: list[Work] = []
        for entry in entries:
            if self._is_drawn(entry, tooth, presence, gone):
                _add(works, entry, tooth, self.problems)
        if presence is Presence.MISSING:
            works = [each if each.kind is not Kind.RETAINER else _pontic(each) for each in works]
        elif any(each.kind is Kind.EXTRACTION and each.status.open for each in works):
            works = [
                _pontic(each) if each.kind is Kind.RETAINER and each.status.open else each for each in works
            ]
        return ToothState(tooth, presence, tuple(works), (), self._dentition.movements.get(tooth.name))

    def report_absent(self) -> None:
        """Report open work on teeth that the chart doesn't show: an exfoliated or an unerupted tooth."""
        for name, entries in self._by_tooth.items():
            tooth = TEETH[name]
            if tooth.extra or name in self._shown:
                continue
            self.problems += [each.problem(Reason.NOT_THERE, tooth) for each in entries if each.status.open]

    def _teeth_of_slots(self, entry: Entry) -> list[Tooth]:
        """The teeth of a span, or of an arch's denture: its gaps, or the whole arch if there are none."""
        slots = entry.place.slots
        if not entry.place.arch:
            return [self._dentition.shown[slot - 1] for slot in slots]
        usual = [slot for slot in slots if ADULT[slot].place < 8]  # a full denture has no wisdom teeth
        teeth = [self._dentition.shown[slot - 1] for slot in usual]
        gaps = [tooth for tooth in teeth if self._is_gap(tooth, planned=entry.status.open)]
        return gaps or teeth

    def _is_gap(self, tooth: Tooth, *, planned: bool) -> bool:
        """Whether a tooth is missing, or for a planned denture will be."""
        entries = self._by_tooth.get(tooth.name, ())
        leaving = any(each.kind is Kind.EXTRACTION and each.status.open for each in entries)
        return (planned and leaving) or self._presence(tooth, entries)[0] is Presence.MISSING

    def _presence(self, tooth: Tooth, entries: Iterable[Entry]) -> tuple[Presence, date | None]:
        """What is at a tooth's place, and since when the tooth is gone, if that is known."""
        dentition = self._dentition
        if tooth.name in dentition.hidden:
            return Presence.HIDDEN, None
        if tooth.slot in dentition.unerupted and not tooth.extra:
            return Presence.UNERUPTED, None
        presence = Presence.MISSING if tooth.name in dentition.missing else Presence.PRESENT
        gone: date | None = None
        for entry in entries:
            if entry.status.open:
                continue
            if entry.kind is Kind.EXTRACTION and entry.status.done:
                presence, gone = Presence.MISSING, entry.when
            elif entry.kind is Kind.IMPLANT and entry.status.done:
                presence = Presence.IMPLANT
            elif entry.kind is Kind.RETAINED_ROOT:
                presence = Presence.ROOT
        return presence, gone

    def _is_drawn(self, entry: Entry, tooth: Tooth, presence: Presence, gone: date | None) -> bool:
        """Whether work is drawn; open work that can't be is reported, as is work dated after the tooth was lost."""
        kind = entry.kind
        if presence is Presence.PRESENT:
            return kind is not Kind.PONTIC
        if presence in (Presence.HIDDEN, Presence.UNERUPTED):
            if entry.status.open:
                self.problems.append(entry.problem(Reason.NOT_THERE, tooth))
            return False
        if presence is Presence.ROOT:
            fits = kind in _ON_ROOT or kind in WITHOUT_TOOTH
        elif presence is Presence.IMPLANT:
            fits = (kind in _ON_IMPLANT and not (kind is Kind.EXTRACTION and entry.status.done)) or (
                kind in WITHOUT_TOOTH
            )
        else:
            fits = kind in WITHOUT_TOOTH or kind is Kind.RETAINER or self._has_implant(entry, tooth)
        late = gone is not None and entry.when > gone and kind is not Kind.EXTRACTION
        if not fits and (entry.status.open or late):
            self.problems.append(entry.problem(Reason.MISSING, tooth))
        return fits

    def _has_implant(self, entry: Entry, tooth: Tooth) -> bool:
        """Whether a crown stands on an implant that is planned for the gap."""
        planned = (each.kind is Kind.IMPLANT for each in self._by_tooth.get(tooth.name, ()))
        return entry.kind is Kind.CROWN and any(planned)


def _add(works: list[Work], entry: Entry, tooth: Tooth, problems: list[Problem]) -> None:
    """Add an entry's work to a tooth, in drawing order."""
    if entry.kind in ON_SURFACES:
        surfaces, problem = entry.surfaces_on(tooth)
        if problem is not None:
            problems.append(problem)
        if entry.status.done:
            works[:] = [left for each in works if (left := _without(each, surfaces)) is not None]
        if surfaces:
            works.append(entry.work(surfaces))
        return
    if entry.status.done:
        covered = _COVERED.get(entry.kind, frozenset((entry.kind,)))
        works[:] = [each for each in works if each.kind not in covered or each.status.open]
    works.append(entry.work())


def _without(work: Work, surfaces: Sequence[Surface]) -> Work | None:
    """A work below a new filling of these surfaces; None if nothing of it is left."""
    if work.kind is Kind.SEALANT and Surface.BITING in surfaces:
        return None
    left = tuple(each for each in work.surfaces if each not in surfaces)
    return replace(work, surfaces=left) if left or work.kind not in ON_SURFACES else None


def _pontic(work: Work) -> Work:
    return Work(Kind.PONTIC, work.status, work.light)
