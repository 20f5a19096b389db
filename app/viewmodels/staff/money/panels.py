"""The money panels: each is one entry here, and is imported when it is first opened."""

from __future__ import annotations

from typing import Any, Protocol

from msgspec import Struct
from PySide6.QtCore import SignalInstance

from app.core.text import msg
from app.domain.schedule.visit import Person
from app.viewmodels.command import CommandSpec


class MoneyPanel(Protocol):
    """What the host needs of a panel's viewmodel. It is called with the desk."""

    finished: SignalInstance
    """The panel can be closed."""
    person: Person | None
    """Whose money it is about; None: it is closed."""

    @property
    def is_dirty(self) -> bool:
        """Whether something was entered that was neither posted nor discarded: nobody may switch the patient."""
        ...

    def begin(self, person: Person, **about: Any) -> None:
        """Open it for a patient; what was entered earlier for the same patient is there again.

        `about` are what `LateMoney`'s methods pass on.
        """
        ...

    def leave(self) -> None:
        """The panel was closed or replaced: keep what was entered, and set `person` to None."""
        ...

    def close(self) -> None:
        """The desk was closed."""
        ...


class PanelSpec(Struct, frozen=True):
    """A panel as data. `needs`, `model` and `view` are given as "package.module:name"."""

    command: CommandSpec
    """Its id is the panel's."""
    needs: str
    """The declared method that it sends."""
    model: str
    """Called with the desk; a MoneyPanel."""
    view: str
    """Called with the model and the theme; a widget with `begin()`, which sets the focus."""


PAYMENT, ADJUST, REFUND, PLAN, CHECK_OUT = (
    "money.payment",
    "money.adjust",
    "money.refund",
    "money.plan",
    "money.check_out",
)
"""The ids of the panels. Their keys: Ctrl+T, Ctrl+J, Ctrl+Shift+V, Ctrl+Shift+Q and Ctrl+E."""
PANELS: tuple[PanelSpec, ...] = (
    PanelSpec(
        CommandSpec(
            PAYMENT,
            msg("Take payment"),
            "Ctrl+T",
            "Patient",
            "MONEY",
            word=msg("Pay"),
            synonyms=msg("pay money cash check card collect copay", "search words"),
            group=1,
        ),
        "app.wire.resources.payments:Payments.create",
        "app.viewmodels.staff.money.payment.payment:PaymentViewModel",
        "app.views.staff.money.payment.panel:PaymentPanel",
    ),
    PanelSpec(
        CommandSpec(
            CHECK_OUT,
            msg("Check out"),
            "Ctrl+E",
            "Patient",
            "CHECK_OUT",
            synonyms=msg("checkout leave walkout statement goodbye done today", "search words"),
            group=1,
        ),
        "app.wire.resources.account_modules:AccountModules.aging",
        "app.viewmodels.staff.money.checkout.checkout:CheckoutViewModel",
        "app.views.staff.money.checkout.panel:CheckoutPanel",
    ),
    PanelSpec(
        CommandSpec(
            ADJUST,
            msg("Add adjustment"),
            "Ctrl+J",
            "Patient",
            "MONEY",
            synonyms=msg("discount write off courtesy late fee charge credit", "search words"),
            group=1,
        ),
        "app.wire.resources.adjustments:Adjustments.create",
        "app.viewmodels.staff.money.adjustment.adjustment:AdjustmentViewModel",
        "app.views.staff.money.adjustment.panel:AdjustmentPanel",
    ),
    PanelSpec(
        CommandSpec(
            REFUND,
            msg("Refund payment"),
            "Ctrl+Shift+V",
            "Patient",
            "MONEY",
            synonyms=msg("give money back return undo payment void", "search words"),
            group=1,
        ),
        "app.wire.resources.payments:Payments.refund",
        "app.viewmodels.staff.money.refund.refund:RefundViewModel",
        "app.views.staff.money.refund.panel:RefundPanel",
    ),
    PanelSpec(
        CommandSpec(
            PLAN,
            msg("Payment plan"),
            "Ctrl+Shift+Q",
            "Patient",
            "MONEY",
            synonyms=msg("installments schedule agreement monthly pay over time", "search words"),
            group=1,
        ),
        "app.wire.resources.pay_plans:PayPlans.create_dynamic",
        "app.viewmodels.staff.money.plan.plan:PlanViewModel",
        "app.views.staff.money.plan.panel:PlanPanel",
    ),
)
"""In the order of the menu."""
