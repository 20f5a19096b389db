"""Papers of one patient from the desk: route slip, appointment card and label, by key and by mouse."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.domain.schedule.visit import Stage, Visit
from app.viewmodels.staff.schedule.papers.commands import CARD
from app.views.printing.preview import PrintPreview
from app.views.printing.small import SmallPages
from tests.journeys.desk import ALT, Desk


async def preview_of(desk: Desk) -> PrintPreview:
    """The newest preview, once it shows pages."""

    def ready() -> list[PrintPreview]:
        found = desk.window.findChildren(PrintPreview)
        return [each for each in found if each.is_ready and each.isVisible()]

    await desk.until(lambda: bool(ready()))
    return ready()[-1]


def words_in(preview: PrintPreview) -> str:
    """Everything on the pages."""
    pages = preview._pages
    assert pages is not None
    if isinstance(pages, SmallPages):
        return "\n".join(text for number in range(pages.count) for text in pages.texts(number))
    return "\n".join(placed.lines.text for placed in pages.body.placed)


async def _select(desk: Desk) -> Visit:
    visit = desk.find(Stage.UNCONFIRMED)
    return await desk.select(visit)


async def test_a_route_slip_by_key(desk: Desk, tmp_path: Path) -> None:
    """Alt+R on the selected appointment: its time, the patient, alerts, account and recall on one page, as a PDF."""
    visit = await _select(desk)
    await desk.press(Qt.Key.Key_R, ALT)
    preview = await preview_of(desk)
    words = words_in(preview)
    for part in (visit.name, visit.procedures, "Alerts", "Allergies", "Balance", "Recall", "What for"):
        assert part in words
    assert "Not available" not in words
    assert preview._pages is not None
    assert preview._pages.count == 1
    preview.save(tmp_path / "slip.pdf")
    assert (tmp_path / "slip.pdf").read_bytes().startswith(b"%PDF-")
    preview.close()


async def test_a_card_and_a_label(desk: Desk) -> None:
    """The card has the patient's name; Alt+L offers the address and the chart label."""
    visit = await _select(desk)
    desk.model.commands[CARD.id].run()
    preview = await preview_of(desk)
    assert visit.person is not None
    assert f"{visit.person.first_name} {visit.person.last_name}" in words_in(preview)
    preview.close()
    await desk.sit_down()
    await desk.press(Qt.Key.Key_L, ALT)
    preview = await preview_of(desk)
    assert visit.person.last_name in words_in(preview)
    chart = next(each for each in preview.findChildren(QAbstractButton) if each.text() == "Chart label")
    before = preview._pages
    chart.click()
    await desk.until(lambda: preview._pages not in (None, before))
    assert str(visit.pat_num) in words_in(preview)
    preview.close()
