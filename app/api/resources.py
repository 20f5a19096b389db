"""The resources of an office, one attribute each, each page of the API loaded when it is first used."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from app.wire.endpoint import Sender

if TYPE_CHECKING:  # a hundred pages, of which a desk uses a dozen
    from app.wire.resources.account_modules import AccountModules
    from app.wire.resources.adjustments import Adjustments
    from app.wire.resources.appointment_types import AppointmentTypes
    from app.wire.resources.appointments import Appointments
    from app.wire.resources.appt_fields import ApptFields
    from app.wire.resources.clinics import Clinics
    from app.wire.resources.commlogs import Commlogs
    from app.wire.resources.definitions import Definitions
    from app.wire.resources.hist_appointments import HistAppointments
    from app.wire.resources.operatories import Operatories
    from app.wire.resources.patients import Patients
    from app.wire.resources.pay_plan_charges import PayPlanCharges
    from app.wire.resources.pay_plan_links import PayPlanLinks
    from app.wire.resources.pay_plans import PayPlans
    from app.wire.resources.pay_splits import PaySplits
    from app.wire.resources.payments import Payments
    from app.wire.resources.preferences import Preferences
    from app.wire.resources.procedure_logs import ProcedureLogs
    from app.wire.resources.providers import Providers
    from app.wire.resources.queries import Queries
    from app.wire.resources.schedule_ops import ScheduleOps
    from app.wire.resources.schedules import Schedules
    from app.wire.resources.security_perms import SecurityPerms
    from app.wire.resources.signalods import Signalods
    from app.wire.resources.statements import Statements


class OfficeResources:
    """What an office offers, each resource by its documented name: `office.appt_fields` for ApptFields."""

    account_modules: AccountModules
    adjustments: Adjustments
    appointment_types: AppointmentTypes
    appointments: Appointments
    appt_fields: ApptFields
    clinics: Clinics
    commlogs: Commlogs
    definitions: Definitions
    hist_appointments: HistAppointments
    operatories: Operatories
    patients: Patients
    pay_plan_charges: PayPlanCharges
    pay_plan_links: PayPlanLinks
    pay_plans: PayPlans
    pay_splits: PaySplits
    payments: Payments
    preferences: Preferences
    procedure_logs: ProcedureLogs
    providers: Providers
    queries: Queries
    schedule_ops: ScheduleOps
    schedules: Schedules
    security_perms: SecurityPerms
    signalods: Signalods
    statements: Statements

    def __init__(self, sender: Sender) -> None:
        """Every method called on these goes out through `sender`."""
        self._sender = sender

    if not TYPE_CHECKING:  # a type checker sees the attributes above and no others

        def __getattr__(self, name: str) -> Any:
            """Load a page: the attribute is named as its module, and annotated with its class."""
            kind = OfficeResources.__annotations__.get(name)
            if kind is None:
                raise AttributeError(f"{type(self).__name__} has no {name}")
            module = f"app.wire.resources.{name}"
            page = importlib.import_module(module)  # lazy: a desk uses a dozen of a hundred
            made = getattr(page, kind)(self._sender)
            setattr(self, name, made)
            return made
