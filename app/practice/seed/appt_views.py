"""The office's appointment views in Open Dental: everything, hygiene, doctors, and one without names."""

from __future__ import annotations

from typing import NamedTuple

from app.practice.schema.schedule import apptview, apptviewitem
from app.practice.seed.rows import Rows

_USUAL = ("PatientName", "Note", "Procs", "Production", "MedOrPremed[+]")


class _View(NamedTuple):
    name: str
    elements: tuple[str, ...]
    op_nums: tuple[int, ...] = ()
    prov_nums: tuple[int, ...] = ()
    scroll_start: str = "07:00:00"


VIEWS = (
    _View("All operatories", _USUAL),
    _View("Hygiene", ("PatientName", "Age", "Procs", "WirelessPhone"), (4, 5, 8)),
    _View("Doctors", _USUAL, (1, 2, 3), (1, 2), scroll_start="08:00:00"),
    _View("Hallway screen", ("ConfirmedColor",)),
)


def appt_view_rows() -> list[Rows]:
    """The views, and what each of them shows."""
    views = Rows(apptview, "Description", "ItemOrder", "RowsPerIncr", "ApptTimeScrollStart")
    items = Rows(apptviewitem, "ApptViewNum", "OpNum", "ProvNum", "ElementDesc", "ElementOrder")
    for order, view in enumerate(VIEWS):
        number = views.add(view.name, order, 1, view.scroll_start)
        for op_num in view.op_nums:
            items.add(number, op_num, 0, "", 0)
        for prov_num in view.prov_nums:
            items.add(number, 0, prov_num, "", 0)
        for place, element in enumerate(view.elements):
            items.add(number, 0, 0, element, place)
    return [views, items]
