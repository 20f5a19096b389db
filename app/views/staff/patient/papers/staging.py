"""The files that were chosen: each with its description, one category for all, and Upload."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.core.text import many
from app.viewmodels.staff.patient.papers.documents import DocumentsModel
from app.viewmodels.staff.patient.papers.staging import StagedFile
from app.viewmodels.translation import tr, typed
from app.views.staff.patient.papers.drop import holds_file
from app.views.staff.patient.papers.short_list import ShortList
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.combo import CalmCombo, fill
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_label, plain_tip

MOST_LETTERS = 255


class DescriptionField(QLineEdit):
    """Takes pasted text. A pasted picture or file is one more file, as anywhere else on the tab."""

    def __init__(self, text: str, paste_file: Callable[[], None]) -> None:
        super().__init__(text)
        self._paste_file = paste_file
        self.setAcceptDrops(False)  # the tab takes what is dropped here

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste what is in the clipboard."""
        if event.matches(QKeySequence.StandardKey.Paste) and holds_file():
            self._paste_file()
        else:
            super().keyPressEvent(event)


class StagingPanel(QFrame):
    """Hidden without files. A line stays as it is while others are added: it may have the focus."""

    def __init__(self, model: DocumentsModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("section")
        self._model, self._staging, self._theme = model, model.staging, theme
        self._shown: dict[int, tuple[QWidget, ...]] = {}
        self.fields: dict[int, QLineEdit] = {}
        self._title = plain_label(kind="title")
        self.category = CalmCombo()
        self.category.setAccessibleName(tr("Category"))
        self.upload = QPushButton(tr("Upload"))
        self.upload.setProperty("kind", "primary")
        self._discard = QPushButton(tr("Discard"))
        host = QWidget()
        self._lines = QGridLayout(host)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(12)
        self._lines.setVerticalSpacing(6)
        self._lines.setColumnStretch(2, 1)
        self._lay_out(ShortList(host))
        self.category.activated.connect(
            lambda at: self._staging.choose_category(int(self.category.itemData(at)))
        )
        self.upload.clicked.connect(lambda: model.upload.run())
        self._discard.clicked.connect(lambda: self._staging.discard())
        self._staging.changed.connect(self._show)
        model.categories.changed.connect(self._show)
        model.changed.connect(self._show)
        self._show()

    def _lay_out(self, lines: ShortList) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addStretch(1)
        name = QLabel(tr("Category"))
        name.setProperty("kind", "second")
        name.setBuddy(self.category)
        for part in (name, self.category, self.upload, self._discard):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(lines)

    def _show(self) -> None:
        files = self._staging.files
        self.setVisible(bool(files))
        if {each.id for each in files} != self._shown.keys():
            self._rebuild(files)
        ready = len(self._staging.ready)
        name = self._model.name
        self._title.setText(
            tr(many("{n} files for {name}", "{n} file for {name}", len(files), name=name))
            if name
            else tr(many("{n} files", "{n} file", len(files)))
        )
        self.upload.setText(tr(many("Upload {n} files", "Upload {n} file", ready)) if ready else tr("Upload"))
        self.upload.setEnabled(self._model.upload.can_run)
        self.upload.setToolTip(tr("Upload (Ctrl+Enter)"))
        choices = [(each.value, typed(each.title)) for each in self._model.categories.choices]
        self.category.setEnabled(bool(choices))
        fill(self.category, choices or [(0, tr("Default category"))], self._staging.category or None)
        if self.category.currentIndex() < 0:
            self.category.setCurrentIndex(0)

    def _rebuild(self, files: tuple[StagedFile, ...]) -> None:
        first = not self._shown
        for key in [each for each in self._shown if each not in {file.id for file in files}]:
            self.fields.pop(key, None)
            for widget in self._shown.pop(key):
                self._lines.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        for file in files:
            if file.id not in self._shown:
                self._shown[file.id] = self._add_line(file.id, file)
        if first and self.fields:
            field = next(iter(self.fields.values()))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()

    def _add_line(self, line: int, file: StagedFile) -> tuple[QWidget, ...]:
        """Files are numbered in the order in which they were chosen, so the number is the line."""
        name = ElidedLabel(file.name)
        name.setToolTip(plain_tip(file.name))
        name.setMinimumWidth(160)
        name.setMaximumWidth(260)
        size = plain_label(file.size_words, kind="second")
        what: QWidget = plain_label(file.problem, kind="alert", wrap=True)
        if not file.problem:
            field = self.fields[file.id] = DescriptionField(file.description, self._model.paste.run)
            field.setMaxLength(MOST_LETTERS)
            field.setAccessibleName(tr("Description of {file}", file=file.name))
            field.setPlaceholderText(tr("Description"))
            field.textEdited.connect(lambda text, key=file.id: self._staging.describe(key, text))
            field.returnPressed.connect(lambda: self._model.upload.run())
            what = field
        remove = QToolButton()
        remove.setIcon(self._theme.icon(Icon.CLOSE))
        remove.setToolTip(tr("Don't upload this file"))
        remove.setAccessibleName(tr("Don't upload {file}", file=file.name))
        remove.clicked.connect(lambda _=False, key=file.id: self._staging.remove(key))
        widgets = (name, size, what, remove)
        for column, widget in enumerate(widgets):
            self._lines.addWidget(widget, line, column)
        return widgets
