"""Short office lists: appointment types, preferences, permissions, signals."""

from __future__ import annotations

import operator

from app.practice.schema.office import preference
from app.practice.schema.records import signalod
from app.practice.schema.schedule import appointmenttype
from app.practice.server.listings import NOW, Filter, Listing, columns_of
from app.practice.server.routing import serves
from app.practice.server.wireform import color_words
from app.practice.server.work import Given, Outcome, Work
from app.wire.permissions import Permission
from app.wire.resources.appointment_types import AppointmentType, AppointmentTypes
from app.wire.resources.preferences import Preference, Preferences
from app.wire.resources.security_perms import SecurityPerms
from app.wire.resources.signalods import Signalod, Signalods

TYPE_ROWS = Listing(
    name="AppointmentType",
    columns=lambda: columns_of(
        AppointmentType,
        appointmenttype,
        {"appointmentTypeColor": color_words(appointmenttype.c.AppointmentTypeColor)},
    ),
    source=appointmenttype,
    filters={"AppointmentTypeNum": Filter(appointmenttype.c.AppointmentTypeNum)},
    order=(appointmenttype.c.ItemOrder, appointmenttype.c.AppointmentTypeNum),
)
PREFERENCE_ROWS = Listing(
    name="Preference",
    columns=lambda: columns_of(Preference, preference),
    source=preference,
    filters={"PrefName": Filter(preference.c.PrefName)},
    order=(preference.c.PrefNum,),
)
SIGNAL_ROWS = Listing(
    name="Signalod",
    columns=lambda: columns_of(Signalod, signalod, {"serverDateTime": NOW}),
    source=signalod,
    filters={"SigDateTime": Filter(signalod.c.SigDateTime, operator.gt)},
    order=(signalod.c.SignalNum,),
)


@serves(AppointmentTypes.list)
def appointment_types(work: Work, given: Given) -> Outcome:
    """All appointment types."""
    return work.page(TYPE_ROWS, given)


@serves(Preferences.list, unchecked=("PrefName",))
def preferences(work: Work, given: Given) -> Outcome:
    """All preferences, or one by name (empty list when it does not exist)."""
    return work.page(PREFERENCE_ROWS, given)


@serves(Signalods.list)
def signals(work: Work, given: Given) -> Outcome:
    """The signals after a time."""
    return work.page(SIGNAL_ROWS, given)


@serves(SecurityPerms.list)
def permissions(work: Work, _given: Given) -> Outcome:
    """Every permission, and whether this customer key has it."""
    return [
        {
            "Permission": f"Api{each.value}",
            "HasPermission": "true" if each in work.office.permissions else "false",
        }
        for each in Permission
    ]


def uses_clinics(work: Work) -> bool:
    """Whether the office has clinics: the EasyNoClinics preference is off."""
    return work.preference("EasyNoClinics") == "0"
