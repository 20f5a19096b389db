"""The odontogram through the real widgets: earlier days, the list, and what happens on a refresh."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.views.staff.chart.odontogram_panel import OdontogramPanel
from tests.journeys.desk import CONTROL, SHIFT, Desk
from tests.journeys.patient.test_chart import open_chart

KEY = Qt.Key


async def _open(desk: Desk) -> OdontogramPanel:
    """The teeth of the adult who has everything, with the keyboard on them: one key."""
    view = await open_chart(desk)
    await desk.until(view.odontogram.canvas.hasFocus)
    return view.odontogram


async def test_how_it_was(desk_on_socket: Desk) -> None:
    """One key shows the teeth before the last change, a refresh leaves that day on the screen, one key returns."""
    desk = desk_on_socket
    panel = await _open(desk)
    model = panel._model
    now, days = model.state.mouth, model.state.dates
    assert len(days) > 3
    await desk.press(KEY.Key_Home, CONTROL)
    assert desk.texts(panel).count("As of ") == 1
    assert model.state.at == days[0]
    assert model.state.mouth.places != now.places
    before = len(desk.served.faults.seen)
    await desk.press(KEY.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    await desk.until(lambda: len(desk.served.faults.seen) > before)
    await desk.read()
    assert model.state.at == days[0]
    await desk.press(KEY.Key_End, CONTROL)
    assert model.state.mouth.places == now.places


async def test_the_list_by_keys(desk_on_socket: Desk) -> None:
    """Three keys from the teeth to their list, one more for each tooth; its notes follow."""
    desk = desk_on_socket
    panel = await _open(desk)
    for _ in range(2):
        await desk.press(KEY.Key_Tab, SHIFT)
    await desk.until(lambda: desk.focus() is panel.list_button)
    await desk.press(KEY.Key_Space)
    await desk.until(panel.list.isVisible)
    await desk.press(KEY.Key_Tab)
    while desk.focus() is not panel.list:
        await desk.press(KEY.Key_Tab)
    await desk.press(KEY.Key_Down)
    chosen = panel._model.state.selected
    assert chosen
    assert panel.list.currentIndex().data().startswith(f"{chosen}, ")
    assert panel.tooth.text().startswith(f"Tooth {chosen}, ")
