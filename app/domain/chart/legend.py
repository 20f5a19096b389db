"""The legend: only what a mouth has."""

from __future__ import annotations

from msgspec import Struct

from app.domain.chart.mouth import Mouth, Presence
from app.domain.chart.work import Kind, Status


class Legend(Struct, frozen=True):
    """What a chart shows, in the order of the legend."""

    statuses: tuple[Status, ...] = ()
    kinds: tuple[Kind, ...] = ()
    materials: tuple[bool, ...] = ()
    """Metal (False) and tooth-colored (True), if fillings or crowns of both are there."""
    presences: tuple[Presence, ...] = ()


_OF_MATERIAL = frozenset((Kind.FILLING, Kind.CROWN, Kind.RETAINER, Kind.PONTIC))
_NAMED = (Presence.MISSING, Presence.UNERUPTED, Presence.ROOT)


def legend_of(mouth: Mouth) -> Legend:
    """The legend of a mouth."""
    states = [state for state in mouth.all() if state.visible]
    works = [work for state in states for work in state.works]
    statuses, kinds = {work.status for work in works}, {work.kind for work in works}
    materials = {work.light for work in works if work.kind in _OF_MATERIAL}
    presences = {state.presence for state in states}
    return Legend(
        tuple(each for each in Status if each in statuses),
        tuple(each for each in Kind if each in kinds),
        (False, True) if len(materials) > 1 else (),
        tuple(each for each in _NAMED if each in presences),
    )
