"""What patients read at the check-in PCs: the welcome line and the next steps in each language, and the logo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.kiosk.languages import Language
from app.viewmodels.staff.check_in.settings import CheckInSettingsViewModel
from app.viewmodels.staff.check_in.settings_form import LONGEST_TEXT
from app.viewmodels.translation import tr
from app.views.staff.check_in.group import SettingsGroup
from app.views.staff.check_in.logo import ask_picture, scaled_png
from app.views.widgets.labels import plain_label


class TextsForm(QWidget):
    """`language_touched` is emitted with the code of the language whose texts are being typed."""

    language_touched = Signal(str)

    def __init__(self, model: CheckInSettingsViewModel) -> None:
        super().__init__()
        self._model = model
        self.offered: dict[str, QCheckBox] = {}
        self.welcome: dict[str, QLineEdit] = {}
        self.next_steps: dict[str, QLineEdit] = {}
        self.choose = QPushButton(tr("Choose picture"))
        self.choose.clicked.connect(lambda: ask_picture(self, self.take_picture))
        self.remove = QPushButton(tr("Remove picture"))
        self.remove.clicked.connect(lambda: model.form.take_logo(b""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(plain_label(tr("Welcome page"), kind="title"))
        for language in model.form.languages:
            column.addLayout(self._language(language))
        pictures = QWidget()
        logo = QHBoxLayout(pictures)
        logo.setContentsMargins(0, 0, 0, 0)
        logo.setSpacing(8)
        logo.addWidget(self.choose)
        logo.addWidget(self.remove)
        logo.addStretch(1)
        group = SettingsGroup()
        group.add(tr("Logo"), pictures)
        column.addLayout(group)
        model.changed.connect(self._show)
        self._show()

    def take_focus(self) -> None:
        """The first welcome line."""
        next(iter(self.welcome.values())).setFocus()

    def take_picture(self, path: Path) -> None:
        """Use a picture, scaled."""
        picture = scaled_png(path)
        if picture:
            self._model.form.take_logo(picture)
        else:
            self._model.form.refuse_logo()

    def _language(self, language: Language) -> SettingsGroup:
        code, model = language.code, self._model
        offered = self.offered[code] = QCheckBox(language.name)
        offered.setAccessibleName(tr("Offer {language}", language=language.name))
        offered.toggled.connect(lambda on: model.form.offer_language(code, offered=on))
        form = SettingsGroup()
        form.addRow(offered)
        for fields, title, take in (
            (self.welcome, tr("Welcome line"), model.form.welcome),
            (self.next_steps, tr("After checking in"), model.form.next_steps),
        ):
            field = fields[code] = QLineEdit()
            field.setMaxLength(LONGEST_TEXT)
            field.setAccessibleName(f"{title}, {language.name}")
            field.setPlaceholderText(tr("Leave empty for the usual words"))
            field.textEdited.connect(lambda text, take=take: take(code, text))
            field.textEdited.connect(lambda _: self.language_touched.emit(code))
            form.add(title, field)
        return form

    def _show(self) -> None:
        setup, may = self._model.form.setup, self._model.may_change
        for code, box in self.offered.items():
            with QSignalBlocker(box):
                box.setChecked(code in setup.languages)
            box.setEnabled(may)
        for fields, texts in ((self.welcome, setup.welcome), (self.next_steps, setup.next_steps)):
            for code, field in fields.items():
                if field.text().strip() != texts.get(code, ""):
                    field.setText(texts.get(code, ""))
                field.setReadOnly(not may)
        self.choose.setEnabled(may)
        self.remove.setEnabled(may and bool(setup.logo))
