"""How the check-in PCs are set up: the form, its preview, and one button that saves all of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.check_in.commands import SAVE
from app.viewmodels.staff.check_in.settings import CheckInSettingsViewModel
from app.viewmodels.translation import tr
from app.views.staff.check_in.preview import Preview
from app.views.staff.check_in.settings_rules import RulesForm
from app.views.staff.check_in.settings_texts import TextsForm
from app.views.staff.frame.command_button import command_button
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.entry_form import KeepsLetters
from app.views.widgets.labels import plain_label
from app.views.widgets.message import MessagePane
from app.views.widgets.steady_scroll import SteadyScrollArea

WIDEST, PREVIEW = 560, 280
"""Pixels of the form and of the preview beside it."""


class SettingsView(KeepsLetters):
    """Ctrl+S saves. Who may not change the settings reads them."""

    def __init__(
        self, model: CheckInSettingsViewModel, commands: Iterable[AsyncCommand], theme: Theme
    ) -> None:
        super().__init__()
        self.model = model
        made = {each.spec.id: each for each in commands}
        self.texts, self.rules = TextsForm(model), RulesForm(model)
        self.preview = Preview(model, theme)
        self.texts.language_touched.connect(self.preview.speak)
        self.save = command_button(made[SAVE.id], theme, text=True)
        self.save.setProperty("kind", "action")
        self.discard = QPushButton(tr("Discard"))
        self.discard.clicked.connect(lambda: model.discard())
        self._sentence = plain_label(wrap=True)
        self._message = MessagePane()
        self.kept = QFrame()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._form())
        self._stack.addWidget(self._message)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.kept)
        self._lay_out_foot()
        model.changed.connect(self._show)
        self._show()

    def take_focus(self) -> None:
        """The first field."""
        self.texts.take_focus()

    def _form(self) -> QWidget:
        inner = QWidget()
        inner.setObjectName("page")
        row = QHBoxLayout(inner)
        row.setContentsMargins(12, 8, 12, 12)
        row.setSpacing(24)
        fields = QWidget()
        fields.setMaximumWidth(grown(WIDEST, self.font()))
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.texts)
        column.addWidget(self.rules)
        column.addWidget(
            plain_label(
                tr(
                    "Signatures, consent forms and pictures of insurance cards are left to Open Dental's "
                    "eClipboard. Check-in PCs don't ask for them."
                ),
                kind="second",
                wrap=True,
            )
        )
        column.addStretch(1)
        self.preview.setFixedWidth(grown(PREVIEW, self.font()))
        row.addWidget(fields, 1)
        row.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(0)
        scroll = SteadyScrollArea()
        scroll.setObjectName("page")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        return scroll

    def _lay_out_foot(self) -> None:
        self.kept.setObjectName("foot")
        foot = QHBoxLayout(self.kept)
        foot.setContentsMargins(12, 8, 12, 8)
        foot.setSpacing(8)
        foot.addWidget(self._sentence, 1)
        foot.addWidget(self.discard)
        foot.addWidget(self.save)

    def _show(self) -> None:
        model = self.model
        if words := model.words:
            self._message.fill(words)
        self._stack.setCurrentIndex(1 if words else 0)
        self.kept.setVisible(not words)
        sentence = model.form.sentence or model.why_not
        self._sentence.setText(sentence)
        self.discard.setEnabled(model.dirty)
        self.discard.setText(tr("Load theirs") if model.theirs else tr("Discard"))
