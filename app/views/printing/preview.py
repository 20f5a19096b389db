"""The print preview: shows what will be printed, page by page; printing starts only from here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.printing import PrintViewModel
from app.viewmodels.translation import tr
from app.views.printing.output import print_document, write_pdf
from app.views.printing.pages import Pages, lay_out, page_for
from app.views.printing.sheets import SheetArea
from app.views.printing.small import SmallPages
from app.views.widgets.file_dialog import ask_path
from app.views.widgets.labels import breakable, plain_label

SIZE = (980, 760)
FRAME = 40
"""The height in pixels of a dialog's own title bar, on a small screen."""
VARY = "Ctrl+D"
"""Switches to the other form, where there is one."""


class PrintPreview(QDialog):
    """Pages as images, with print and save. Ctrl+P prints, Ctrl+S saves a PDF, Ctrl+D changes the form, Esc closes."""

    def __init__(self, viewmodel: PrintViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewmodel = viewmodel
        self._pages: Pages | SmallPages | None = None
        self._offered: QPushButton | None = None
        self._shown = False
        """Whether a document has been shown: the keys scroll it from then on."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Print"))
        self._area = SheetArea()
        self._area.page_changed.connect(self._name_page)
        self._words = plain_label(wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._outcome = plain_label(wrap=True)
        self._open = QPushButton(tr("Open PDF"))
        self._open.clicked.connect(lambda: self._open_pdf())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._bar())
        column.addWidget(self._area, 1)
        column.addWidget(self._words, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._outcome, 1)
        foot.addWidget(self._open)
        column.addLayout(foot)
        self._keys()
        wide, high = SIZE
        self.resize(wide, min(high, self.screen().availableSize().height() - FRAME))
        viewmodel.changed.connect(self._show)
        self.finished.connect(lambda _: viewmodel.close())
        self.destroyed.connect(viewmodel.deleteLater)
        self._show()

    @property
    def is_ready(self) -> bool:
        """Whether the pages are shown, so they can be printed and saved."""
        return self._pages is not None

    # --- the bar -------------------------------------------------------------------------------------------

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self._choices():
            row.addWidget(button)
        if (switch := self._variant()) is not None:
            row.addWidget(switch)
        row.addStretch(1)
        self._number = QLabel()
        row.addWidget(self._number)
        for sign, name, step in (("−", tr("Zoom out"), -1), ("+", tr("Zoom in"), 1)):
            zoom = QToolButton()
            zoom.setText(sign)
            zoom.setAccessibleName(name)
            zoom.setToolTip(f"{name}  (Ctrl+{sign})")  # words: keys
            zoom.clicked.connect(lambda _=False, step=step: self._area.step(step))
            row.addWidget(zoom)
        row.addStretch(1)
        close = _button(tr("Close"), tr("Close without printing"), "Esc")  # words: a key
        close.clicked.connect(self.reject)
        self._save = _button(tr("Save PDF"), tr("Save as a PDF file"), "Ctrl+S")
        self._save.clicked.connect(lambda: self._ask_file())
        self._print = _button(tr("Print…"), tr("Choose a printer"), "Ctrl+P")
        self._print.clicked.connect(lambda: self._ask_printer())
        for each in (close, self._save, self._print):
            row.addWidget(each)
        return row

    def _choices(self) -> list[QToolButton]:
        self._group = QButtonGroup(self)
        choices = self.viewmodel.choices
        made = []
        for number, choice in enumerate(choices if len(choices) > 1 else ()):
            button = QToolButton()
            button.setText(choice.word)
            button.setCheckable(True)
            button.setChecked(number == self.viewmodel.chosen)
            self._group.addButton(button, number)
            made.append(button)
        self._group.idClicked.connect(self.viewmodel.choose)
        return made

    def _variant(self) -> QCheckBox | None:
        """The switch to the other form of the documents."""
        variant = self.viewmodel.variant
        if variant is None:
            return None
        switch = QCheckBox(variant.word)
        switch.setToolTip(f"{variant.word}  ({VARY})")
        switch.toggled.connect(lambda varied: self.viewmodel.vary(varied=varied))
        QShortcut(QKeySequence(VARY), self).activated.connect(switch.toggle)
        return switch

    def _keys(self) -> None:
        keys = {
            "Ctrl+P": self._ask_printer,
            "Ctrl+S": self._ask_file,
            "Ctrl++": lambda: self._area.step(1),
            "Ctrl+=": lambda: self._area.step(1),
            "Ctrl+-": lambda: self._area.step(-1),
            "Ctrl+0": lambda: self._area.step(0),
        }
        for key, do in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(do)

    # --- the pages -----------------------------------------------------------------------------------------

    def _show(self) -> None:
        viewmodel = self.viewmodel
        document = viewmodel.document
        if document is None or self._pages is None or self._pages.document is not document:
            self._pages = lay_out(document, page_for(document, viewmodel.paper)) if document else None
            self._area.show_pages(self._pages)
        self._area.setVisible(document is not None)
        self._words.setVisible(document is None)
        self._words.setText(viewmodel.words)
        if document is not None and not self._shown:
            self._shown = True
            self._area.setFocus()
            self._offered = None
        for button in (self._save, self._print):
            button.setEnabled(document is not None)
        self._outcome.setText(breakable(viewmodel.outcome))
        self._offer(self._save if viewmodel.offers_pdf else self._print)
        self._open.setVisible(viewmodel.saved is not None)

    def _offer(self, button: QPushButton) -> None:
        """Show which button does the obvious thing. Once printing has failed, Enter saves a PDF."""
        if self._offered is button:
            return
        self._offered = button
        for each in (self._save, self._print):
            each.setProperty("kind", "primary" if each is button else None)
            each.style().unpolish(each)
            each.style().polish(each)
        self._save.setAutoDefault(button is self._save)
        self._save.updateGeometry()  # the primary one is bold, so it is wider
        if button is self._save:
            button.setFocus()

    def _name_page(self, number: int) -> None:
        pages = self._pages
        self._number.setText(tr("Page {n} of {all}", n=number + 1, all=pages.count) if pages else "")

    # --- PDF and printer -----------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        if self._pages is None:
            return
        title, kind = tr("Save as a PDF file"), tr("PDF files")
        ask_path(self, title, kind, "pdf", self.viewmodel.file_name, self.save)

    def save(self, path: Path) -> None:
        """Write the PDF to the path that the user entered."""
        if self._pages is None:
            return
        if write_pdf(self._pages, path):
            self.viewmodel.pdf_saved(path)
        else:
            self.viewmodel.pdf_failed(path)

    def _open_pdf(self) -> None:
        saved = self.viewmodel.saved
        if saved is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(saved))):
            self.viewmodel.open_failed()

    def _ask_printer(self) -> None:
        if self._pages is None:
            return
        if not QPrinterInfo.availablePrinterNames():
            self.viewmodel.no_printer()
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(self._pages.layout)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, self._pages.count)
        dialog.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(dialog)  # PySide has only the print dialog's own, which requires a slot name

    def print_on(self, printer: QPrinter) -> None:
        """Print on the printer that the user selected."""
        document = self.viewmodel.document
        if document is None:
            return
        if pages := print_document(document, printer):
            self.viewmodel.printed(pages, printer.printerName())
        else:
            self.viewmodel.print_failed(printer.printerName())


def _button(words: str, what: str, key: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(f"{what}  ({key})")
    button.setAutoDefault(False)  # Enter prints nothing
    return button
