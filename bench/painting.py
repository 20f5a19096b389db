"""Painting the schedule, compared with the minimal cost of painting a day.

The limit is the time a QImage of the same size takes for two rectangles and three short texts per
appointment, drawn without layout, elision or grid. Each round measures the limit and the three jobs next to
it, and the figures are medians of the rounds' ratios, so that a busy computer slows down both sides alike.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from statistics import median
from time import process_time

import msgspec
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.schedule.pattern import plain
from app.domain.schedule.tile import tile_text
from app.domain.schedule.visit import (
    Block,
    BlockKind,
    Column,
    Mark,
    Person,
    Placed,
    ScheduleGrid,
    Stage,
    Visit,
)
from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from app.views.theme.theme import Theme, ThemeChoice
from bench.figures import Figure, at_most

COLUMNS = 12
WIDTH, HEIGHT = 1600, 960
OPENS, CLOSES = 8 * 60, 18 * 60
LONGEST = 60
"""Maximum minutes of a usual appointment."""
ROUNDS = 9
TRIES = 9
"""Repetitions of each job per round; the median counts."""
WARM = 4
"""Warm-up repetitions of the limit and of each job: the computer has just done something else."""
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, 42)
LIMITS = {200: (0.10, 0.05, 1.5), 60: (0.20, 0.15, 2.5)}
"""Ratios to the limit: repaint, one appointment changed, a day shown before."""
MARK_LIMITS = {200: 0.05, 60: 0.15}
"""The ratio for a mark of an open task that appears or goes."""
UNSEEN_LIMITS = {200: 3.0, 60: 5.0}
"""The ratio for a day with names never painted before: monitored, not promised by the design."""

NAMES = (
    "Ortiz",
    "Nguyen",
    "Smith",
    "Abernathy",
    "Castellanos",
    "Lee",
    "Kowalczyk",
    "Okafor",
    "Brown",
    "Jensen",
)
GIVEN = ("Maria", "James", "Aisha", "Tom", "Wilhelmina", "Li", "Noah", "Priya")
WORK = ("PerEx, BWX-4, Pro", "CompF(2) #14 MO, #15 O", "Crn #19", "RCT #30", "LimEx, PA", "SRP UR, SRP LR")
NOTES = ("", "Prefers mornings, bring headphones", "", "Confirm insurance before seating")
COLORS = ("#3c7dd9", "#c0504d", "#ffd9a0", "#7f5fbf", "#2e9b6f", "#f4a6c0")


def measure() -> list[Figure]:
    """Measure repaint, one change, a cached and an uncached day at 60 and 200 appointments."""
    app = QApplication.instance() or QApplication(["bench"])
    if isinstance(app, QApplication):
        Theme(app, ThemeChoice.LIGHT)
    figures: list[Figure] = []
    for visits, limits in LIMITS.items():
        ratios = measure_day(visits)
        names = ("repaint", "one changed appointment", "new day")
        for name, limit in zip(names, limits, strict=True):
            figures.append(
                at_most(f"painting: {name}, {visits} appointments", ratios[name], "x limit", limit)
            )
        figures.append(
            at_most(
                f"painting: one mark, {visits} appointments",
                ratios["one mark"],
                "x limit",
                MARK_LIMITS[visits],
            )
        )
        figures.append(
            at_most(
                f"painting: unseen day, {visits} appointments",
                ratios["unseen day"],
                "x limit",
                UNSEEN_LIMITS[visits],
            )
        )
    return figures


def measure_day(visits: int, rounds: int = ROUNDS) -> dict[str, float]:
    """The jobs' ratios to the limit for a day of this many appointments."""
    grids = [make_day(visits, seed) for seed in (1, 2)]
    canvas = ScheduleCanvas()
    canvas.resize(WIDTH, HEIGHT)
    canvas.set_zoom(round((HEIGHT - 48) / ((CLOSES - OPENS) / 60)))
    canvas.show()
    if not QTest.qWaitForWindowExposed(canvas):
        raise RuntimeError("the window did not come to the screen")
    for grid in [*grids, *grids]:
        canvas.show_grid(grid, NOW)
        canvas.viewport().repaint()
    bare, texts = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32), bare_texts(grids[0])
    jobs: dict[str, Callable[[int], float]] = {
        "repaint": lambda _: time_of(canvas.viewport().repaint),
        "one changed appointment": lambda number: time_change(canvas, grids[0], number),
        "one mark": lambda number: time_mark(canvas, number, visits),
        "new day": lambda number: time_of(lambda: show(canvas, grids[number % 2])),
        "unseen day": lambda number: time_new(canvas, visits, 1000 + number),
    }
    ratios: dict[str, list[float]] = {name: [] for name in jobs}
    for number in range(rounds):
        for name, job in jobs.items():
            show(canvas, grids[0])
            limits = [time_of(lambda: draw_bare(bare, texts)) for _ in range(WARM + TRIES)]
            times = [job((WARM + TRIES) * number + each + 1) for each in range(WARM + TRIES)]
            ratios[name].append(median(times[WARM:]) / median(limits[WARM:]))
    canvas.close()
    return {name: median(values) for name, values in ratios.items()}


def time_change(canvas: ScheduleCanvas, grid: ScheduleGrid, number: int) -> float:
    """The time to show a grid in which one appointment differs from the one on the screen."""
    show(canvas, grid)
    changed = change_one(grid, number)
    return time_of(lambda: show(canvas, changed))


def time_mark(canvas: ScheduleCanvas, number: int, visits: int) -> float:
    """The time to show or remove the mark of one appointment's open task."""
    apt_num = number // 2 * 7 % visits + 1
    tasks = {} if apt_num in canvas.scene.tasks else {apt_num: "1 open task: Call lab"}

    def mark() -> None:
        canvas.task_marks.show(tasks, {apt_num})
        QApplication.sendEvent(canvas, QEvent(QEvent.Type.UpdateRequest))

    return time_of(mark)


def time_new(canvas: ScheduleCanvas, visits: int, seed: int) -> float:
    """The time to show a day whose names were never painted."""
    grid = make_day(visits, seed)
    return time_of(lambda: show(canvas, grid))


def show(canvas: ScheduleCanvas, grid: ScheduleGrid) -> None:
    """Show a grid and have Qt paint the invalidated area, as the event loop would."""
    canvas.show_grid(grid, NOW)
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.UpdateRequest))


def bare_texts(grid: ScheduleGrid) -> list[tuple[str, str, str]]:
    """Name, procedures and time of every appointment, as on a tile."""
    texts = (tile_text(each.visit, NOW) for each in grid.visits)
    return [(text.name, text.procedures, text.span) for text in texts]


def draw_bare(image: QImage, texts: list[tuple[str, str, str]]) -> None:
    """The limit: the fewest calls that draw the same appointments into a picture."""
    painter = QPainter(image)
    painter.setFont(QApplication.font())
    ground, edge = QColor("#e5effb"), QColor("#3c7dd9")
    for number, (name, work, time) in enumerate(texts):
        x, y = number % COLUMNS * 130, number // COLUMNS * 52 % HEIGHT
        painter.fillRect(x, y, 120, 48, ground)
        painter.fillRect(x, y, 6, 48, edge)
        painter.drawText(QPoint(x + 8, y + 14), name)
        painter.drawText(QPoint(x + 8, y + 29), work)
        painter.drawText(QPoint(x + 8, y + 44), time)
    painter.end()


def time_of(job: Callable[[], None]) -> float:
    """CPU seconds of a job; other programs don't count."""
    started = process_time()
    job()
    return process_time() - started


def make_day(visits: int, seed: int) -> ScheduleGrid:
    """A made-up day: twelve columns, lunch, closed hours, a blockout, a few overlaps."""
    chance = random.Random(seed)
    columns = tuple(Column(key, f"Op {key}", "Dr Lee", COLORS[key % 6]) for key in range(1, COLUMNS + 1))
    blocks = [Block(each.key, 12 * 60, 13 * 60, BlockKind.LUNCH, "Lunch") for each in columns]
    blocks += [Block(each.key, 17 * 60, CLOSES, BlockKind.CLOSED) for each in columns]
    blocks.append(Block(3, 15 * 60, 16 * 60, BlockKind.BLOCKOUT, "Emergencies"))
    day = TODAY if seed == 1 else TODAY + timedelta(days=seed)
    midnight = datetime.combine(day, datetime.min.time())
    every = (CLOSES - OPENS) // -(-visits // COLUMNS) // 10 * 10
    placed = []
    for number in range(visits):
        start = midnight + timedelta(minutes=OPENS + number // COLUMNS * every)
        placed.append(Placed(number % COLUMNS + 1, make_visit(chance, number, start, min(every, LONGEST))))
    colors = tuple(enumerate(COLORS))
    return ScheduleGrid((day,), columns, tuple(blocks), tuple(placed), OPENS, CLOSES, colors=colors)


def make_visit(chance: random.Random, number: int, start: datetime, room: int) -> Visit:
    """A made-up appointment; one in twenty overlaps the next."""
    minutes = room + 10 if chance.random() < 0.05 else chance.choice((room - 10 or room, room))
    stage = chance.choice((Stage.UNCONFIRMED, Stage.CONFIRMED, Stage.ARRIVED, Stage.SEATED, Stage.DISMISSED))
    note = chance.choice(NOTES)
    marks = {Mark.NOTE} if note else set()
    if chance.random() < 0.1:
        marks.add(chance.choice((Mark.ALERT, Mark.NEW_PATIENT, Mark.LAB)))
    return Visit(
        apt_num=number + 1,
        pat_num=number + 1,
        start=start,
        minutes=minutes,
        op_num=1,
        clinic_num=0,
        stage=stage,
        status_name="",
        confirmed=0,
        pattern=plain(minutes),
        pattern_secondary="",
        prov_num=number % 6,
        prov_hyg=0,
        is_hygiene=False,
        person=Person(number, f"{chance.choice(NAMES)}{chance.randrange(1000)}", chance.choice(GIVEN)),
        procedures=chance.choice(WORK),
        note=note,
        marks=frozenset(marks),
        arrived_at=NOW - timedelta(minutes=12) if stage is Stage.ARRIVED else None,
    )


def change_one(grid: ScheduleGrid, number: int) -> ScheduleGrid:
    """The same day with one appointment in another stage and with another note."""
    index = number * 7 % len(grid.visits)
    placed = grid.visits[index]
    stage = Stage.SEATED if placed.visit.stage is not Stage.SEATED else Stage.DISMISSED
    changed = msgspec.structs.replace(placed.visit, stage=stage, note=NOTES[number % 2])
    visits = (*grid.visits[:index], Placed(placed.column, changed), *grid.visits[index + 1 :])
    return msgspec.structs.replace(grid, visits=visits)
