"""Printing: which document is shown, on which paper, and in words what became of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QLocale, QObject, Signal

from app.api.errors import ApiError
from app.core.tasks import LatestTask, TaskScope
from app.core.text import many
from app.domain.printing.document import Document, Paper
from app.viewmodels.messages import explain
from app.viewmodels.translation import tr

_LETTER = frozenset(
    {"US", "CA", "MX", "PR", "GT", "SV", "NI", "CR", "PA", "BZ", "CO", "VE", "CL", "DO", "PH"}
)
"""Where offices print on Letter; everywhere else it is A4."""


class PrintChoice(Struct, frozen=True):
    """One document that can be printed. `make` raises the client's ApiErrors."""

    word: str
    """What its button says: Today."""
    file_name: str
    """What a PDF of it is called, without a patient's name."""
    make: Callable[[], Awaitable[Document]]


class PrintViewModel(QObject):
    """What the preview shows; `changed` follows it. The view says what it did, and `outcome` puts it into words."""

    changed = Signal()

    def __init__(
        self, choices: Sequence[PrintChoice], chosen: int, scope: TaskScope, parent: QObject | None = None
    ) -> None:
        """`chosen` is the number of the one that is shown first."""
        super().__init__(parent)
        self._task = LatestTask(scope)
        self.choices = tuple(choices)
        self.chosen = chosen
        self.document: Document | None = None
        self.words = ""
        """Instead of the document: that it is loading, or why it cannot be shown."""
        self.outcome = ""
        """What became of the last PDF or print."""
        self.saved: Path | None = None
        """The PDF that can be opened now."""
        self.choose(chosen)

    @property
    def paper(self) -> Paper:
        """The paper that the PC's region prints on."""
        return paper_of(QLocale())

    @property
    def file_name(self) -> str:
        """What a PDF is called where nobody says otherwise."""
        return f"{self.choices[self.chosen].file_name}.pdf"

    def choose(self, number: int) -> None:
        """Show one of the documents."""
        self.chosen = number
        self.document, self.words = None, tr("Loading…")
        self._tell("")
        self._task.start(self._make(self.choices[number]), "print")

    def close(self) -> None:
        """The preview is gone: what is still being read is not needed."""
        self._task.cancel()

    # --- what the view tells -------------------------------------------------------------------------------

    def pdf_saved(self, path: Path) -> None:
        """A PDF was written."""
        self._tell(tr("Saved as {file}", file=str(path)), path)

    def pdf_failed(self, path: Path) -> None:
        """A PDF could not be written."""
        self._tell(
            tr(
                "{file} couldn't be saved. If it is open in another program, close it there, "
                "or choose another folder.",
                file=str(path),
            )
        )

    def open_failed(self) -> None:
        """Nothing on this PC opens a PDF."""
        self._tell(tr("This PC has no program that opens PDF files. The file is saved."), self.saved)

    def no_printer(self) -> None:
        """There is nothing to print on."""
        self._tell(
            tr("No printer is set up on this PC. Save a PDF, or add a printer in the system's settings.")
        )

    def printed(self, pages: int, printer: str) -> None:
        """Pages went to a printer."""
        self._tell(
            tr(many("{n} pages sent to {printer}", "1 page sent to {printer}", pages, printer=printer))
        )

    def print_failed(self, printer: str) -> None:
        """The printer would not take it."""
        self._tell(tr("{printer} didn't accept this. Check that it is on and connected.", printer=printer))

    # --- inside --------------------------------------------------------------------------------------------

    async def _make(self, choice: PrintChoice) -> None:
        try:
            self.document = await choice.make()
        except ApiError as error:
            self.words = explain(error).sentence
        else:
            self.words = ""
        self.changed.emit()

    def _tell(self, words: str, saved: Path | None = None) -> None:
        self.outcome, self.saved = words, saved
        self.changed.emit()


def paper_of(locale: QLocale) -> Paper:
    """The paper that a region prints on."""
    return Paper.LETTER if QLocale.territoryToCode(locale.territory()) in _LETTER else Paper.A4
