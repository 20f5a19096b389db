"""The schedule's clinic and provider filters."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.store.changes import Change, ChangeKind
from app.store.lists import ListName
from app.store.office import Office
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.translation import tr


class ScheduleFilters(QObject):
    """The choices and the selected ones; `changed` when either changes."""

    changed = Signal()

    def __init__(
        self,
        schedule: ScheduleViewModel,
        office: Office,
        clinic_num: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._schedule = schedule
        self._office = office
        self.clinic_num = clinic_num
        self.prov_num: int | None = None
        self._unwatch = office.watch(self._follow)

    @property
    def clinics(self) -> list[tuple[int | None, str]]:
        """(ClinicNum, name); None means all."""
        lists = self._office.lists
        found = lists.clinic_names.items() if lists else ()
        return [(None, tr("All clinics")), *found]

    @property
    def providers(self) -> list[tuple[int | None, str]]:
        """(ProvNum, abbreviation) of providers who are not hidden; None means all."""
        lists = self._office.lists
        found = [(each.ProvNum, each.Abbr) for each in lists.providers if not each.IsHidden] if lists else []
        return [(None, tr("All providers")), *found]

    def choose(self, *, clinic_num: int | None, prov_num: int | None) -> None:
        """Filter by this clinic and provider; unknown ones count as all."""
        self.clinic_num = clinic_num
        self.prov_num = prov_num
        self._show()

    def close(self) -> None:
        """Stop following the office."""
        self._unwatch()

    def _follow(self, change: Change) -> None:
        if change.kind is ChangeKind.LISTS:
            self._show()

    def _show(self) -> None:
        lists = self._office.lists
        unread = lists.missing if lists is not None else frozenset(ListName)  # their contents are unknown
        if ListName.CLINICS not in unread and self.clinic_num not in dict(self.clinics):
            self.clinic_num = None
        if ListName.PROVIDERS not in unread and self.prov_num not in dict(self.providers):
            self.prov_num = None
        chosen = replace(self._schedule.filter, clinic_num=self.clinic_num, prov_num=self.prov_num)
        self._schedule.set_filter(chosen)
        self.changed.emit()
