"""The booking panel's entries with what the words ask for."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from app.domain.schedule.asking.asked import Asked, PieceKind
from app.domain.schedule.openings import OpeningWish, PointedAt, suits
from app.domain.schedule.pattern import minutes_of
from app.services.schedule.grids import NO_LISTS
from app.services.schedule.rows import chair_of
from app.store.office import Office
from app.viewmodels.staff.schedule.booking.rules import type_pattern
from app.viewmodels.staff.schedule.booking.state import (
    ANY_DENTIST,
    ANY_HYGIENIST,
    ANYONE,
    AS_ASKED,
    BookingState,
    Entered,
)

ALL_CLINICS = "all clinics"  # words: read by the parser
FIXED = (PieceKind.TYPE, PieceKind.LENGTH)
"""What an existing appointment keeps, whatever the words ask for."""


def worded(state: BookingState, asked: Asked, office: Office) -> BookingState:
    """With what these words ask for, else what was chosen from the lists."""
    entered = state.entered or Entered(state.type_num, state.minutes, state.prov_num)
    prov_num = _provider(asked)
    if prov_num is None and entered.prov_num == ANYONE and state.is_new:
        prov_num = _usual_provider(asked, office)
    state = replace(
        state,
        asked=asked,
        entered=entered if asked.pieces else None,
        prov_num=entered.prov_num if prov_num is None else prov_num,
        refusal="",
    )
    if not state.is_new:
        return state
    type_num = entered.type_num if asked.type_num is None else asked.type_num
    usual = minutes_of(type_pattern(office, asked.type_num)) or entered.minutes
    return replace(state, type_num=type_num, minutes=asked.minutes or usual)


def chosen_from_lists(
    state: BookingState, *, type_num: int | None = None, minutes: int = 0, prov_num: int | None = None
) -> BookingState:
    """With what was chosen from a list; the words that asked for something else have to be taken out."""
    before = state.entered or Entered(state.type_num, state.minutes, state.prov_num)
    entered = Entered(
        before.type_num if type_num is None else type_num,
        minutes or before.minutes,
        before.prov_num if prov_num is None else prov_num,
    )
    return replace(
        state,
        type_num=state.type_num if type_num is None else type_num,
        minutes=minutes or state.minutes,
        prov_num=state.prov_num if prov_num is None else prov_num,
        entered=entered if state.entered is not None else None,
    )


def asked_for(wish: OpeningWish, asked: Asked, office: Office, first_day: date | None) -> OpeningWish:
    """The search, with the days, times, providers and places of the words."""
    lists = office.lists or NO_LISTS
    op_nums = asked.op_nums
    clinic_num = None if asked.all_clinics or op_nums else wish.clinic_num
    if len(asked.clinics) == 1:
        (clinic_num,) = asked.clinics
    elif asked.clinics:
        clinic_num = None
        op_nums |= {row.OperatoryNum for row in lists.operatories if row.ClinicNum in asked.clinics}
    return replace(
        wish,
        clinic_num=clinic_num,
        op_nums=op_nums,
        first_day=first_day,
        windows=asked.windows,
        providers=asked.providers if len(asked.providers) > 1 else frozenset(),
        not_providers=asked.not_providers,
    )


def is_place_asked_for(at: PointedAt, wish: OpeningWish, office: Office) -> bool:
    """Whether a clicked place is among the days, times, operatories and clinics that are searched."""
    start, op_num = at
    rows = (office.lists or NO_LISTS).operatories
    chair = next((chair_of(row) for row in rows if row.OperatoryNum == op_num), None)
    return wish.allows(start) and (chair is None or suits(chair, replace(wish, hygiene=None)))


def _usual_provider(asked: Asked, office: Office) -> int | None:
    """Who does what the words name, where hygienists have operatories of their own: no crown beside the hygienist."""
    operatories = (office.lists or NO_LISTS).operatories
    kinds = {row.IsHygiene for row in operatories if not row.IsHidden}
    if asked.usually_hygiene is None or len(kinds) == 1 or asked.op_nums:
        return None
    return ANY_HYGIENIST if asked.usually_hygiene else ANY_DENTIST


def _provider(asked: Asked) -> int | None:
    """The choice of provider that the words make; None: none."""
    if asked.hygiene is not None:
        return ANY_HYGIENIST if asked.hygiene else ANY_DENTIST
    if len(asked.providers) == 1:
        return next(iter(asked.providers))
    return AS_ASKED if asked.providers or asked.not_providers else None
