"""Painting the odontogram, compared with the bare cost of its shapes.

The limit is the time that filling the same paths into a QImage of the same size takes: each tooth's outlines and
fields, and the paths of what is on it, without outlines, text, or layout. Each round measures the limit and the
jobs next to it, and the figures are medians of the rounds' ratios. A repaint and a changed tooth are the picture's
alone; a chart is opened in its panel, with days, legend, the list beside it, and what can't be drawn.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median
from typing import Any, cast

from PySide6.QtCore import QEvent
from PySide6.QtGui import QBrush, QImage, QPainter, QPainterPath
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.chart.build import mouth
from app.viewmodels.staff.chart.odontogram import OdontogramViewModel
from app.views.staff.chart.odontogram.canvas import OdontogramCanvas
from app.views.staff.chart.odontogram_panel import OdontogramPanel
from app.views.theme.theme import Theme, ThemeChoice
from app.wire.resources.procedure_codes import ProcedureCode, ToothPaint, TreatmentArea
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus
from bench.figures import Figure, at_most
from bench.painting import ROUNDS, TRIES, WARM, time_of

WIDTH, HEIGHT = 1220, 420
"""The middle of a window on a Full HD screen, and two fifths of its height."""
PROCEDURES = 300
VARIANTS = 96
"""Different changes of one tooth."""
TODAY = date(2026, 11, 23)
LIMITS = {"repaint": 0.1, "one changed tooth": 0.05, "opening a chart of 300 procedures": 2.0}
_AREAS = {
    ToothPaint.FILLING_DARK: TreatmentArea.SURF,
    ToothPaint.FILLING_LIGHT: TreatmentArea.SURF,
    ToothPaint.CROWN_LIGHT: TreatmentArea.TOOTH,
    ToothPaint.RCT: TreatmentArea.TOOTH,
    ToothPaint.SEALANT: TreatmentArea.TOOTH,
    ToothPaint.NONE: TreatmentArea.MOUTH,
}
CODES = {
    number: ProcedureCode(CodeNum=number, ProcCode=f"D{number}", TreatArea=area, PaintType=paint)
    for number, (paint, area) in enumerate(_AREAS.items(), 1)
}
Filled = tuple[QPainterPath, QBrush]


def measure() -> list[Figure]:
    """Measure a repaint, one changed tooth, and opening a chart."""
    app = QApplication.instance() or QApplication(["bench"])
    if not isinstance(app, QApplication):
        raise TypeError("the odontogram is painted in widgets")
    ratios = measure_chart(Theme(app, ThemeChoice.LIGHT))
    return [at_most(f"odontogram: {name}", ratios[name], "x limit", limit) for name, limit in LIMITS.items()]


def measure_chart(theme: Theme, rounds: int = ROUNDS) -> dict[str, float]:
    """The jobs' ratios to the limit."""
    charts = [make_chart(seed) for seed in (1, 2)]
    model = OdontogramViewModel()
    canvas = OdontogramCanvas(model)
    canvas.resize(WIDTH, HEIGHT)
    canvas.show()
    if not QTest.qWaitForWindowExposed(canvas):
        raise RuntimeError("the window did not come to the screen")
    opened = OdontogramViewModel()
    panel = make_panel(opened, theme)
    for chart in (*charts, charts[0]):
        show(model, canvas, chart)
        show(opened, panel, chart)
    for number in range(VARIANTS):  # as after some patients: shapes that were painted before
        time_change(model, canvas, number)
    bare, paths = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32), bare_paths(canvas)
    jobs: dict[str, Callable[[int], float]] = {
        "repaint": lambda _: time_of(canvas.repaint),
        "one changed tooth": lambda number: time_change(model, canvas, number),
        "opening a chart of 300 procedures": lambda number: time_of(
            lambda: show(opened, panel, charts[number % 2])
        ),
    }
    ratios: dict[str, list[float]] = {name: [] for name in jobs}
    for number in range(rounds):
        for name, job in jobs.items():
            show(model, canvas, charts[0])
            limits = [time_of(lambda: draw_bare(bare, paths)) for _ in range(WARM + TRIES)]
            times = [job((WARM + TRIES) * number + each + 1) for each in range(WARM + TRIES)]
            ratios[name].append(median(times[WARM:]) / median(limits[WARM:]))
    canvas.close()
    panel.close()
    return {name: median(values) for name, values in ratios.items()}


def make_panel(model: OdontogramViewModel, theme: Theme) -> OdontogramPanel:
    """The panel on the screen, its picture of the bench's size, with the list beside it."""
    panel = OdontogramPanel(model, theme)
    panel.canvas.setFixedSize(WIDTH, HEIGHT)
    panel.resize(WIDTH + 360, HEIGHT + 160)
    panel.show()
    panel.show_list(shown=True)
    if not QTest.qWaitForWindowExposed(panel):
        raise RuntimeError("the window did not come to the screen")
    return panel


def show(model: OdontogramViewModel, window: QWidget, chart: list[ProcedureLog]) -> None:
    """Show another patient's chart, and have Qt lay it out and paint it, as the event loop would."""
    model.clear()
    model.show_records(chart, (), CODES, TODAY)
    QApplication.sendPostedEvents()
    QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))


def time_change(model: OdontogramViewModel, canvas: OdontogramCanvas, number: int) -> float:
    """The time to paint a mouth in which one tooth has one more procedure than on the screen."""
    before, chart = model.state.mouth, make_chart(1)
    status = ProcedureStatus.TREATMENT_PLANNED if number % 2 else ProcedureStatus.COMPLETE
    chart.append(
        ProcedureLog(
            ProcNum=PROCEDURES,
            CodeNum=1 + number % 3,
            ToothNum=str(number * 7 % 32 + 1),
            Surf="MD",
            ProcStatus=status,
            ProcDate=TODAY,
        )
    )
    after = mouth(chart, (), CODES)

    def job() -> None:
        for cell in canvas.picture.show(after, model.state.numbering) or ():
            canvas.update(canvas.rect_of(cell.tooth.name))
        QApplication.sendEvent(canvas, QEvent(QEvent.Type.UpdateRequest))

    spent = time_of(job)
    canvas.picture.show(before, model.state.numbering)
    return spent


class Recorder:
    """Stands in for a painter and keeps the paths that are drawn with it."""

    def __init__(self) -> None:
        self.filled: list[Filled] = []
        self._at = (0.0, 0.0)
        self._brush = QBrush()

    def translate(self, x: float, y: float) -> None:
        """Move the origin."""
        self._at = (self._at[0] + x, self._at[1] + y)

    def setBrush(self, brush: object) -> None:
        """Use a brush; patterns without a fill draw no area."""
        self._brush = brush if isinstance(brush, QBrush) else QBrush()

    def drawPath(self, path: QPainterPath) -> None:
        """Keep a path."""
        self.filled.append((path.translated(*self._at), self._brush))

    def __getattr__(self, name: str) -> Any:
        return lambda *_: None


def bare_paths(canvas: OdontogramCanvas) -> list[Filled]:
    """The paths of the teeth on the canvas, and of all that is on them."""
    recorder = Recorder()
    painter = cast(QPainter, recorder)
    tools = canvas.picture.tools(stamps=None)
    for cell in canvas.picture.layout.cells:
        tools.paint(painter, cell, canvas.picture.state_of(cell))
    return [each for each in recorder.filled if each[1].style().value]


def draw_bare(image: QImage, paths: list[Filled]) -> None:
    """The limit: the same paths, filled."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for path, brush in paths:
        painter.fillPath(path, brush)
    painter.end()


def make_chart(seed: int) -> list[ProcedureLog]:
    """A made-up patient with many years of treatment: every tooth has something, and there are exams between."""
    chance = random.Random(seed)
    statuses = (ProcedureStatus.COMPLETE, ProcedureStatus.EXISTING_OTHER, ProcedureStatus.TREATMENT_PLANNED)
    return [
        ProcedureLog(
            ProcNum=number,
            CodeNum=chance.choices(tuple(CODES), (5, 5, 1, 1, 1, 12))[0],
            ToothNum=str(chance.randint(1, 32)),
            Surf=chance.choice(("M", "D", "MD", "B", "L", "BL", "MDL")),
            ProcStatus=chance.choices(statuses, (6, 2, 1))[0],
            ProcDate=TODAY - timedelta(days=chance.randrange(7000)),
            descript="Procedure",
        )
        for number in range(PROCEDURES)
    ]
