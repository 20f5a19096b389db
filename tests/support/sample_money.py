"""A money panel that does nothing but keep what was typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.schedule.visit import Person
from app.viewmodels.command import CommandSpec
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.panels import ADJUST, CHECK_OUT, PAYMENT, PanelSpec
from app.views.theme.theme import Theme


class SampleModel(QObject):
    """A MoneyPanel."""

    finished = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.person: Person | None = None
        self.about: dict[str, Any] = {}
        self.text = ""
        self.kept: dict[int, str] = {}

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed."""
        return self.person is not None and bool(self.text)

    def begin(self, person: Person, **about: Any) -> None:
        """Open it."""
        self.person, self.about = person, about
        self.text = self.kept.pop(person.pat_num, self.text)

    def leave(self) -> None:
        """Close it."""
        if self.person is not None and self.text:
            self.kept[self.person.pat_num] = self.text
        self.person, self.text = None, ""

    def close(self) -> None:
        """The desk was closed."""


class SamplePanel(QWidget):
    """One field."""

    def __init__(self, model: SampleModel, theme: Theme) -> None:
        super().__init__()
        self.model = model
        self.field = QLineEdit()
        self.field.textEdited.connect(lambda text: setattr(model, "text", text))
        QVBoxLayout(self).addWidget(self.field)

    def begin(self) -> None:
        """Show what was typed."""
        self.field.setText(self.model.text)
        self.field.setFocus()


HERE = "tests.support.sample_money"
SAMPLES = (
    PanelSpec(
        CommandSpec(PAYMENT, "Take payment", "Ctrl+T", "Patient"),
        "app.wire.resources.payments:Payments.create",
        f"{HERE}:SampleModel",
        f"{HERE}:SamplePanel",
    ),
    PanelSpec(
        CommandSpec(ADJUST, "Adjust", "Ctrl+J", "Patient"),
        "app.wire.resources.adjustments:Adjustments.create",
        f"{HERE}:SampleModel",
        f"{HERE}:SamplePanel",
    ),
    PanelSpec(
        CommandSpec(CHECK_OUT, "Check out", "Ctrl+E", "Patient"),
        "app.wire.resources.account_modules:AccountModules.aging",
        f"{HERE}:SampleModel",
        f"{HERE}:SamplePanel",
    ),
)
