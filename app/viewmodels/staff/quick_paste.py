"""Quick Paste notes for a text field: offered while it is typed, and put in where the cursor is."""

from __future__ import annotations

from app.domain.people.quick_paste import abbreviation_before, put_in
from app.services.patients.ready_notes import ReadyNote

ENDS = tuple(" \n\t.,;:!)")
"""What is typed behind a whole abbreviation."""
MOST_OFFERS = 6
"""Ready-made notes that are offered at a time."""

Put = tuple[str, int]
"""A text with a note put in, and where the cursor is then."""


class QuickPaste:
    """Follows what is typed in one field. The field's owner keeps the text."""

    def __init__(self) -> None:
        self.notes: tuple[ReadyNote, ...] = ()
        """The office's, those for this kind of text first; empty until they have been read."""
        self._typing: str | None = None
        """What is typed of an abbreviation."""

    @property
    def offers(self) -> tuple[ReadyNote, ...]:
        """The notes that match what is being typed, else the usual ones."""
        if self._typing is None:
            found = [each for each in self.notes if each.first]
        else:
            start = self._typing.lower()
            found = [each for each in self.notes if each.abbreviation.lower().startswith(start)]
        return tuple(found[:MOST_OFFERS])

    def begin(self) -> None:
        """Another text is entered: nothing is typed yet."""
        self._typing = None

    def type_text(self, text: str, cursor: int) -> Put | None:
        """Follow a text as typed up to the cursor. A whole abbreviation with a space or a period behind it is replaced.

        Returns the text with its note, if that is so.
        """
        if text[cursor - 1 : cursor] in ENDS and (whole := self._whole(text, cursor - 1)) is not None:
            replaced, at = self.put(text, cursor - 1, whole)
            return replaced, at + 1
        self._typing = abbreviation_before(text, cursor)
        return None

    def put(self, text: str, cursor: int, offer: ReadyNote) -> Put:
        """Put a note in at the cursor, in place of a typed abbreviation."""
        self._typing = None
        return put_in(text, cursor, offer.text)

    def first(self, text: str, cursor: int) -> Put | None:
        """Put in the first note that matches the abbreviation being typed; None: nothing is, or none matches."""
        if self._typing is None or not self.offers:
            return None
        return self.put(text, cursor, self.offers[0])

    def _whole(self, text: str, cursor: int) -> ReadyNote | None:
        typing = abbreviation_before(text, cursor)
        notes = self.notes if typing else ()
        return next((each for each in notes if each.abbreviation.lower() == (typing or "").lower()), None)
