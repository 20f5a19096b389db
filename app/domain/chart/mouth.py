"""A mouth: the state of every tooth on one day, and what of the records can't be drawn."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from app.domain.chart.anatomy import Tooth
from app.domain.chart.work import Kind, Status, Work


class Presence(StrEnum):
    """What is at a tooth's place."""

    PRESENT = "present"
    MISSING = "missing"
    HIDDEN = "hidden"
    """Left out of the chart, with its number."""
    UNERUPTED = "unerupted"
    ROOT = "root"
    """Only its root."""
    IMPLANT = "implant"


class Movement(Struct, frozen=True, gc=False):
    """How a tooth stands: shifts in millimeters, turns and tips in degrees."""

    mesial: float = 0
    occlusal: float = 0
    """Negative: not fully erupted."""
    facial: float = 0
    turn: float = 0
    tip_mesial: float = 0
    tip_facial: float = 0


class Link(Struct, frozen=True, gc=False):
    """A connection of a tooth's place with the ones beside it, as seen on the chart."""

    kind: Kind
    status: Status
    light: bool
    left: bool
    right: bool


class ToothState(Struct, frozen=True):
    """One place of the mouth. `works` are in the order in which they are drawn."""

    tooth: Tooth
    presence: Presence = Presence.PRESENT
    works: tuple[Work, ...] = ()
    links: tuple[Link, ...] = ()
    movement: Movement | None = None

    def work(self, kind: Kind) -> Work | None:
        """The latest work of a kind."""
        return next((each for each in reversed(self.works) if each.kind is kind), None)

    @property
    def visible(self) -> bool:
        """Whether the chart has this tooth or at least its number."""
        return self.presence is not Presence.HIDDEN


class Reason(StrEnum):
    """Why something can't be drawn."""

    NO_TOOTH = "no such tooth"
    NO_SURFACE = "no such surface"
    NO_PLACE = "no place given"
    MISSING = "tooth missing"
    NOT_THERE = "tooth not in the mouth"
    NO_CODE = "unknown code"
    NO_PAINT = "unknown paint type"
    DRAWING = "drawing"
    TEXT = "text"


class Problem(Struct, frozen=True):
    """Something in the records that can't be drawn."""

    reason: Reason
    name: str = ""
    """The procedure's description."""
    text: str = ""
    """The wrong tooth number or surfaces, or the text on the chart."""
    tooth: Tooth | None = None
    proc_num: int = 0
    """0 for an entry that isn't a procedure's."""


class Mouth(Struct, frozen=True):
    """The state of every place. `at` is the day that is shown; None: now."""

    places: tuple[ToothState, ...]
    """By slot, 1-32."""
    extras: tuple[ToothState, ...] = ()
    """Supernumerary teeth."""
    problems: tuple[Problem, ...] = ()
    at: date | None = None

    def of(self, name: str) -> ToothState | None:
        """The state of a tooth that the chart shows, by Open Dental's name."""
        return next((each for each in self.all() if each.tooth.name == name), None)

    def all(self) -> tuple[ToothState, ...]:
        """Every place, supernumerary teeth last."""
        return self.places + self.extras

    def row(self, *, upper: bool) -> tuple[ToothState, ...]:
        """An arch from left to right, supernumerary teeth on the midline's side of their neighbors. Hidden ones too."""
        half = self.places[:16] if upper else self.places[:15:-1]
        extras = {each.tooth.slot: each for each in self.extras if each.tooth.upper is upper}
        if not extras:
            return half
        row: list[ToothState] = []
        for state in half:
            extra = extras.get(state.tooth.slot)
            pair = [state] if extra is None else [state, extra]
            row += pair if state.tooth.quadrant.is_right else reversed(pair)
        return tuple(row)
