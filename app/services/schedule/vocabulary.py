"""The office's names, for openings that are asked for in words."""

from __future__ import annotations

from app.domain.schedule.asking.vocabulary import NamedPlace, NamedProvider, NamedType, Vocabulary
from app.store.lists import OfficeLists


def vocabulary_of(lists: OfficeLists) -> Vocabulary:
    """The appointment types, providers, operatories and clinics that can be booked."""
    return Vocabulary(
        types=tuple(
            NamedType(
                each.AppointmentTypeNum,
                each.AppointmentTypeName,
                tuple(code.strip() for code in each.CodeStr.split(",") if code.strip()),
            )
            for each in lists.appointment_types
        ),
        providers=tuple(
            NamedProvider(each.ProvNum, each.Abbr, each.LName, each.FName, each.IsSecondary)
            for each in lists.providers
            if not each.IsHidden
        ),
        operatories=tuple(
            NamedPlace(each.OperatoryNum, each.OpName, each.Abbrev)
            for each in lists.operatories
            if not each.IsHidden
        ),
        clinics=tuple(NamedPlace(each.ClinicNum, each.Description, each.Abbr) for each in lists.clinics),
        increment=lists.increment,
    )
