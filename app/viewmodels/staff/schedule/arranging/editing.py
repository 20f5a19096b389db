"""Editing the saved views of the schedule, and importing them from Open Dental."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.text import Text, msg
from app.domain.schedule.saved_view import KEYS, SavedView, free_key, new_id, view_on
from app.sealed.errors import LocalStoreError
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.arranging.arrangement import Arrangement
from app.viewmodels.translation import tr

READ = "app.services.schedule.saved_views.importing:read_views"
ADDED = "app.services.schedule.saved_views.importing:added"
QUESTIONS = "app.store.queries:Questions"
NO_QUERIES: Text = msg(
    "The office's key lacks the Queries permission. Ask Open Dental for it, or make the views here."
)
NEW_NAME = msg("New view")
HALF_HOURS = tuple(range(5 * 60, 12 * 60 + 1, 30))
"""Start times to choose from, in minutes after midnight."""


class ViewsEditor(QObject):
    """The views and the one that is edited. `changed` follows both, `told` is emitted with what an import did."""

    changed = Signal()
    told = Signal(str)

    def __init__(
        self,
        arranging: Arrangement,
        desk: DeskViewModel,
        place: Callable[[], tuple[int, int]],
        parent: QObject | None = None,
    ) -> None:
        """`place` returns the schedule's zoom in pixels per hour and its first minute in sight."""
        super().__init__(parent)
        self._arranging = arranging
        self._desk = desk
        self._place = place
        self.draft: SavedView | None = None
        """The view as it is edited; None: no view is chosen."""
        arranging.changed.connect(self._follow)
        if arranging.current is not None:
            self.draft = arranging.current
        elif arranging.views:
            self.draft = self.views[0]

    @property
    def views(self) -> list[SavedView]:
        """All of the office's views, by key."""
        return sorted(self._arranging.views, key=lambda each: (each.key or KEYS[-1] + 1, each.name))

    @property
    def dirty(self) -> bool:
        """Whether the edited view differs from what is saved."""
        return self.draft is not None and self.draft not in self._arranging.views

    @property
    def operatories(self) -> list[tuple[int, str]]:
        """(OperatoryNum, name) of those that are not hidden."""
        lists = self._desk.parts.office.lists
        rows = lists.operatories if lists is not None else ()
        return [(row.OperatoryNum, row.OpName or row.Abbrev) for row in rows if not row.IsHidden]

    @property
    def providers(self) -> list[tuple[int, str]]:
        """(ProvNum, abbreviation) of those that are not hidden."""
        lists = self._desk.parts.office.lists
        rows = lists.providers if lists is not None else ()
        return [(row.ProvNum, row.Abbr) for row in rows if not row.IsHidden]

    @property
    def clinics(self) -> list[tuple[int, str]]:
        """(ClinicNum, name), all of them first; empty for an office with fewer than two."""
        lists = self._desk.parts.office.lists
        rows = lists.clinic_names.items() if lists else ()
        return [(0, tr("All clinics")), *rows] if len(rows) > 1 else []

    def choose(self, view_id: int) -> None:
        """Edit another view; what was not saved of the one before is dropped."""
        self.draft = next((each for each in self._arranging.views if each.id == view_id), None)
        self.changed.emit()

    def new(self) -> None:
        """Begin a view from what is on the screen."""
        current, zoom = self._arranging.current, self._place()
        base = current or SavedView(0, "", by_provider=self._arranging.by_provider)
        clinic_num = self._arranging.clinic_num or 0
        key = free_key(self._arranging.views, clinic_num)
        self.draft = replace(
            base, id=new_id(self._arranging.views), name=tr(NEW_NAME), key=key, clinic_num=clinic_num,
            zoom=zoom[0], starts=zoom[1] // 30 * 30, source=0,
        )  # fmt: skip
        self.changed.emit()

    def edit(self, draft: SavedView) -> None:
        """The view as it was edited."""
        self.draft = draft
        self.changed.emit()

    @property
    def key_words(self) -> str:
        """What happens to another view with the same key when this one is saved; empty: there is none."""
        draft = self.draft
        if draft is None or not draft.key:
            return ""
        others = [each for each in self._arranging.views if each.id != draft.id]
        other = view_on(others, draft.key, draft.clinic_num or None)
        if other is None:
            return ""
        if _loses_key(other, draft):
            return tr("{name} uses this key now and will lose it when you save.", name=other.name)
        return tr("{name} keeps this key for the other clinics.", name=other.name)

    async def save(self) -> None:
        """Save the edited view and show it. Another view that has its key loses it."""
        draft = self.draft
        if draft is None:
            return
        draft = replace(draft, name=draft.name.strip() or tr(NEW_NAME))
        others = [
            replace(each, key=0) if _loses_key(each, draft) else each
            for each in self._arranging.views
            if each.id != draft.id
        ]
        if await self._keep((*others, draft)):
            self.draft = draft
            self._arranging.choose(draft)
            self.changed.emit()

    async def delete(self) -> None:
        """Delete the edited view; one that was never saved is only dropped."""
        if self.draft is None:
            return
        gone = self.draft.id
        if await self._keep(tuple(each for each in self._arranging.views if each.id != gone)):
            self.draft = next(iter(self.views), None)
            self.changed.emit()

    async def import_views(self) -> None:
        """Add Open Dental's views, or bring those that were imported before up to date."""
        parts = self._desk.parts
        questions, read, added = await parts.load(QUESTIONS, READ, ADDED)
        try:
            found = await read(questions(parts.client), Need.CLICK)
        except ApiError as error:
            self.told.emit(explain(error).sentence)
            return
        if found is None:
            self.told.emit(tr(NO_QUERIES))
            return
        if not await self._keep(added(self._arranging.views, found.views)):
            return
        words = [tr("{n} views imported.", n=len(found.views))]
        if found.left_out:
            words.append(tr("Not shown on tiles here: {names}.", names=", ".join(found.left_out)))
        self.told.emit(" ".join(words))
        if self.draft is None:
            self.draft = next(iter(self.views), None)
        self.changed.emit()

    # --- inside --------------------------------------------------------------------------------------------

    async def _keep(self, views: tuple[SavedView, ...]) -> bool:
        try:
            await (await self._desk.parts.saved_views()).save(views)
        except LocalStoreError as error:
            self._desk.fail(error)
            return False
        return True

    def _follow(self) -> None:
        """Another view was chosen, or another desk changed this one: unsaved edits are kept."""
        current = self._arranging.current
        if self.draft is not None and not self.dirty:
            self.choose(current.id if current is not None else self.draft.id)
        else:
            self.changed.emit()


def _loses_key(other: SavedView, saved: SavedView) -> bool:
    """Whether another view loses its key to a saved one. A clinic's own view shares one with all clinics' view."""
    return other.key == saved.key and saved.clinic_num in (0, other.clinic_num)
