"""Files that were chosen for a patient and not uploaded yet: each with its description, and why it can't be taken."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.core.text import At, Shape
from app.services.writes.errors import CannotWrite
from app.services.writes.patients.document import check_file
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.papers.document_rows import size_text
from app.viewmodels.translation import tr, typed


class StagedFile(Struct, frozen=True):
    """One file. `source` is read only when it is uploaded."""

    id: int
    pat_num: int
    """The patient for whom it was chosen, whoever is shown when it is uploaded."""
    name: str
    extension: str
    """With its dot."""
    size: int
    """In bytes."""
    description: str
    source: Path | bytes
    problem: str = ""
    """Why it can't be uploaded; empty: it can."""

    @property
    def size_words(self) -> str:
        """Its size."""
        return size_text(self.size or None)


class Staging(QObject):
    """The chosen files of each patient; `changed` when they, their category or the patient are others."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._numbers = count(1)
        self._files: dict[int, tuple[StagedFile, ...]] = {}
        self.pat_num: int | None = None
        self.category = 0
        """A definition of category 18; 0: the office's first. The next files get it too."""
        desk.patient.busy.append(lambda: bool(self.files))

    @property
    def files(self) -> tuple[StagedFile, ...]:
        """Those of the shown patient, in the order in which they were chosen."""
        return self._files.get(self.pat_num, ()) if self.pat_num is not None else ()

    @property
    def ready(self) -> tuple[StagedFile, ...]:
        """Those that can be uploaded."""
        return tuple(each for each in self.files if not each.problem)

    def show(self, pat_num: int | None) -> None:
        """Show this patient's files."""
        if pat_num != self.pat_num:
            self.pat_num = pat_num
            self.changed.emit()

    def add_paths(self, paths: Iterable[Path], pat_num: int | None = None) -> None:
        """Add files of this PC; `pat_num` None: for the shown patient.

        They are looked at in a thread: a network drive may be slow.
        """
        pat_num = pat_num or self.pat_num
        if pat_num is not None:
            self._desk.parts.scope.start(self._look(pat_num, tuple(paths)), "look at files")

    def add_content(
        self, content: bytes, extension: str, description: str, pat_num: int | None = None
    ) -> None:
        """Add a picture from the clipboard or the scanner; `pat_num` None: for the shown patient."""
        pat_num = pat_num or self.pat_num
        if pat_num is None:
            return
        at = tr(At(self._desk.now(), Shape.BOTH))
        self._add(pat_num, f"{description} {at}", extension, len(content), description, content)

    def describe(self, file_id: int, description: str) -> None:
        """The user typed a description."""
        files = (
            replace(each, description=description) if each.id == file_id else each for each in self.files
        )
        self._put(tuple(files))

    def remove(self, file_id: int) -> None:
        """Don't upload this one."""
        self._put(tuple(each for each in self.files if each.id != file_id))
        self.changed.emit()

    def choose_category(self, def_num: int) -> None:
        """The category of all files."""
        self.category = def_num
        self.changed.emit()

    def discard(self) -> None:
        """Upload none of them."""
        self._put(())
        self.changed.emit()

    def take(self) -> tuple[StagedFile, ...]:
        """Take those that can be uploaded; the others stay until they are removed."""
        taken = self.ready
        self._put(tuple(each for each in self.files if each.problem))
        self.changed.emit()
        return taken

    async def _look(self, pat_num: int, paths: Sequence[Path]) -> None:
        for path in paths:
            size, problem = await asyncio.to_thread(_size_of, path)
            self._add(pat_num, path.name, path.suffix, size, path.stem, path, problem)

    def _add(
        self,
        pat_num: int,
        name: str,
        extension: str,
        size: int,
        description: str,
        source: Path | bytes,
        problem: str = "",
    ) -> None:
        if not problem:
            try:
                check_file(extension, size)
            except CannotWrite as error:
                problem = typed(error.words)
        made = StagedFile(next(self._numbers), pat_num, name, extension, size, description, source, problem)
        self._files[pat_num] = (*self._files.get(pat_num, ()), made)
        self.changed.emit()

    def _put(self, files: tuple[StagedFile, ...]) -> None:
        if self.pat_num is not None:
            self._files[self.pat_num] = files


def _size_of(path: Path) -> tuple[int, str]:
    """A file's size in bytes, and why it can't be used. Nothing of it is read."""
    try:
        if path.is_dir():
            return 0, tr("This is a folder. Add the files in it.")
        return path.stat().st_size, ""
    except OSError:
        return 0, tr("This file can't be read. Check that it is still there and that you may open it.")
