"""The providers that a list can be filtered by."""

from __future__ import annotations

from app.store.office import Office


def providers_of(office: Office) -> list[tuple[int, str]]:
    """ProvNum and abbreviation of those who are not hidden."""
    lists = office.lists
    return [(each.ProvNum, each.Abbr) for each in lists.providers if not each.IsHidden] if lists else []


def clinics_of(office: Office) -> list[tuple[int, str]]:
    """ClinicNum and abbreviation; empty in an office without clinics."""
    lists = office.lists
    return list(lists.clinic_names.items()) if lists else []
