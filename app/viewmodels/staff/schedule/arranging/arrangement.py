"""How the schedule is arranged: by operatory or provider, and by which saved view."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.domain.schedule.saved_view import CardLine, Look, SavedView, view_on, views_of
from app.sealed.errors import LocalStoreError
from app.services.schedule.filter import ColumnKind
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.arranging.balances import FamilyBalances
from app.viewmodels.staff.schedule.arranging.commands import ALL, COLUMNS, EDIT, ON_KEYS
from app.viewmodels.staff.schedule.filters import ScheduleFilters
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.translation import tr

USUAL = Look()


class Arrangement(QObject):
    """Keeps the chosen view and kind of columns.

    `changed` follows another view, other columns or other views to choose from. `look_changed` follows `look`.
    `place_asked` is emitted with a view whose zoom and start time should be shown.
    """

    changed = Signal()
    look_changed = Signal()
    place_asked = Signal(object)
    edit_asked = Signal()
    chosen = Signal(int, bool)
    """The view's id, or 0, and whether columns are providers: what the next start shows."""

    def __init__(
        self,
        schedule: ScheduleViewModel,
        filters: ScheduleFilters,
        desk: DeskViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._schedule = schedule
        self._filters = filters
        self._desk = desk
        self.views: tuple[SavedView, ...] = ()
        """All of the office's; none before they are first asked for."""
        self.current: SavedView | None = None
        self.look = USUAL
        self._balances = FamilyBalances(schedule, desk.parts, self)
        self._balances.changed.connect(self._show_look)
        filters.changed.connect(self._follow_clinic)
        desk.patient.busy.append(lambda: schedule.hides_names)  # no other program shows a patient then
        self._unwatch: Callable[[], None] | None = None
        self.commands = [
            self._command(COLUMNS, self._toggle),
            self._command(ALL, partial(self.choose, None)),
            self._command(EDIT, self.edit_asked.emit),
            *(self._command(spec, partial(self._on_key, int(spec.shortcut[1:]))) for spec in ON_KEYS),
        ]

    @property
    def by_provider(self) -> bool:
        """Whether columns are providers."""
        return self._schedule.filter.columns is ColumnKind.PROVIDER

    @property
    def narrows(self) -> str:
        """The chosen view in words if it leaves appointments out, also where the bar has no room to name it."""
        view, shown = self.current, self._schedule.filter
        chosen = shown.op_nums if shown.columns is ColumnKind.OPERATORY else shown.op_nums or shown.prov_nums
        return tr("View: {name}", name=view.name) if view is not None and chosen is not None else ""

    @property
    def offered(self) -> list[SavedView]:
        """The views of the chosen clinic and of all clinics, by key."""
        return views_of(self.views, self._filters.clinic_num)

    @property
    def clinic_num(self) -> int | None:
        """The chosen clinic; None: all."""
        return self._filters.clinic_num

    async def load(self) -> None:
        """Read the office's views, the first time; what can't be read leaves none."""
        try:
            kept = await self._desk.parts.saved_views()
        except LocalStoreError as error:
            self._desk.fail(error)
            return
        if self._unwatch is None:
            self._unwatch = kept.watch(lambda: self._take(kept.views))
            self._take(kept.views)

    def choose(self, view: SavedView | None) -> None:
        """Show a view, with its clinic; None: everything, by operatory."""
        self.current = view
        self._hide_names(hides=view is not None and view.hides_names)
        if view is not None and view.clinic_num and self._filters.clinic_num != view.clinic_num:
            self._filters.choose(clinic_num=view.clinic_num, prov_num=None)
        by_provider = view is not None and view.by_provider
        self._filter(view, ColumnKind.PROVIDER if by_provider else ColumnKind.OPERATORY)
        self._balances.want(view is not None and CardLine.BALANCE in view.lines)
        self._show_look()
        self._tell()
        if view is not None:
            self.place_asked.emit(view)

    def show_columns(self, *, by_provider: bool) -> None:
        """Switch between columns by operatory and by provider; the view's other choices stay."""
        self._filter(self.current, ColumnKind.PROVIDER if by_provider else ColumnKind.OPERATORY)
        self._tell()

    def recall(self, view_id: int, *, by_provider: bool, hides_names: bool = False) -> None:
        """Show what was shown before; a deleted view is ignored. Names stay hidden while it loads."""
        if hides_names:
            self.choose(SavedView(view_id, "", by_provider=by_provider, hides_names=True))
        if view_id:
            self._desk.parts.scope.start(self._recall(view_id, by_provider=by_provider), "last view")
        elif by_provider:
            self.show_columns(by_provider=True)

    def close(self) -> None:
        """Stop following the office's views."""
        if self._unwatch is not None:
            self._unwatch()

    # --- inside --------------------------------------------------------------------------------------------

    async def _recall(self, view_id: int, *, by_provider: bool) -> None:
        await self.load()
        view = next((each for each in self.views if each.id == view_id), None)
        if view is not None:
            self.choose(view)
        if by_provider is not self.by_provider:
            self.show_columns(by_provider=by_provider)

    def _hide_names(self, *, hides: bool) -> None:
        """Nothing that is open, or comes, tells who a patient is."""
        self._schedule.hides_names = hides
        self._desk.notices.hush(hushed=hides)
        if hides:
            self._schedule.select(None)
            self._desk.patient.clear()

    def _tell(self) -> None:
        self.changed.emit()
        self.chosen.emit(self.current.id if self.current is not None else 0, self.by_provider)

    def _command(self, spec: CommandSpec, do: Callable[[], object]) -> AsyncCommand:
        async def work() -> None:
            await self.load()
            do()

        return self._desk.command(spec, work)

    def _toggle(self) -> None:
        self.show_columns(by_provider=not self.by_provider)

    def _on_key(self, key: int) -> None:
        view = view_on(self.views, key, self._filters.clinic_num)
        if view is None:
            self._desk.notices.say(
                tr("No view has the key F{n}. Press Ctrl+Shift+F2 to make one.", n=key), kind="warning"
            )
        else:
            self.choose(view)

    def _filter(self, view: SavedView | None, columns: ColumnKind) -> None:
        op_nums = (view.op_nums or None) if view is not None else None
        prov_nums = (view.prov_nums or None) if view is not None else None
        chosen = replace(self._schedule.filter, columns=columns, op_nums=op_nums, prov_nums=prov_nums)
        self._schedule.set_filter(chosen)

    def _take(self, views: tuple[SavedView, ...]) -> None:
        """Other views: the chosen one is shown as it is now, or left if it is gone.

        One that hides names stays: a public screen must not show them because of another desk.
        """
        self.views = views
        current = self.current
        if current is not None:
            now = next((each for each in views if each.id == current.id), None)
            if now != current and (now is not None or not current.hides_names):
                self.choose(now)
                return
        self.changed.emit()

    def _follow_clinic(self) -> None:
        """Another clinic: a view of the one before is left."""
        view, clinic_num = self.current, self._filters.clinic_num
        if view is not None and view.clinic_num and view.clinic_num != clinic_num:
            self.choose(None)
        else:
            self.changed.emit()

    def _show_look(self) -> None:
        view = self.current
        if view is None:
            look = USUAL
        else:
            lists = self._desk.parts.office.lists
            names = {row.ProvNum: row.Abbr for row in lists.providers} if lists is not None else {}
            look = Look(view.card_lines, view.hides_names, names, self._balances.texts, tr)
        if look != self.look:
            self.look = look
            self.look_changed.emit()
