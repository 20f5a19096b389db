"""The page of updates beside the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.updates.page import UpdatesViewModel
from app.viewmodels.translation import tr, typed
from app.views.theme.theme import Theme
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.labels import breakable, plain_label, plain_tip
from app.views.widgets.page_head import PageHead


class UpdatesPage(EntryForm):
    """Enter presses the focused button; Esc closes."""

    def __init__(self, viewmodel: UpdatesViewModel, _: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = viewmodel
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = PageHead(tr("Updates"))
        head.close.clicked.connect(lambda: viewmodel.dismiss())
        column.addLayout(head)
        column.addWidget(plain_label(viewmodel.version, wrap=True))
        self._sentence = _line(column)
        self._news_title = _line(column, "second")
        self._news = _line(column)
        self._plan = _line(column)
        self._result = _line(column, "stale")
        self.install = _button(viewmodel.install)
        self.wait = _button(viewmodel.wait)
        row = QHBoxLayout()
        for each in (self.wait, self.install):
            row.addWidget(each)
        row.addStretch(1)
        column.addLayout(row)
        self._looked = _line(column, "second")
        self._source = _line(column, "second")
        self.look = _button(viewmodel.look)
        column.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        viewmodel.changed.connect(self._show)
        self._show()

    def begin(self) -> None:
        """The page was opened."""
        first = self.wait if self._model.is_ready else self.look
        (first if first.isEnabled() else self).setFocus()

    def confirm(self) -> None:
        """Enter outside of a button does nothing."""

    def dismiss(self) -> None:
        """Close the page."""
        self._model.dismiss()

    def _show(self) -> None:
        model = self._model
        news = "\n".join(f"• {line}" for line in model.news)
        for label, text in (
            (self._sentence, model.sentence),
            (self._news_title, tr("What is new") if news else ""),
            (self._news, news),
            (self._plan, model.plan),
            (self._result, model.result),
            (self._looked, model.looked),
            (self._source, model.source),
        ):
            label.setText(breakable(text))
            label.setVisible(bool(text))
        self.wait.setText(tr("Don't install") if model.waits else tr("Install when idle"))
        for button in (self.wait, self.install):
            button.setVisible(model.is_ready)


def _line(column: QVBoxLayout, kind: str = "") -> QLabel:
    label = plain_label(kind=kind, wrap=True)
    column.addWidget(label)
    return label


def _button(command: AsyncCommand) -> QPushButton:
    """A button that is disabled with the reason."""
    button = QPushButton(typed(command.spec.title))
    button.clicked.connect(lambda: command.run())

    def follow() -> None:
        verdict = command.verdict
        button.setEnabled(verdict.ok)
        button.setToolTip(plain_tip(typed(verdict.reason)))

    command.changed.connect(follow)
    follow()
    return button
