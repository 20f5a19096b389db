"""The grid's contents and positions; applies new grids by updating only the changed tiles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from app.core.text import Words
from app.domain.schedule.layout import Layout, Slot, day_of, lay_out, lay_out_again, start_minute, with_visit
from app.domain.schedule.tile import TileText, moves_with_time, tile_text
from app.domain.schedule.visit import Block, Placed, ScheduleGrid, Visit
from app.viewmodels.clock_face import clock
from app.views.staff.schedule.grid.background import by_column
from app.views.staff.schedule.grid.geometry import Box, Geometry, share_width
from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.staff.schedule.grid.tile import Tile

EMPTY = ScheduleGrid((), (), (), (), 8 * 60, 18 * 60)
NOTHING = Layout({})
MINUTE = timedelta(minutes=1)


class Scene:
    """The grid on the screen, laid out for one theme, width and zoom.

    `show`, `tell_time` and `tell_tasks` return the boxes to repaint; None means everything.
    """

    def __init__(self, theme: PaintTheme, now: datetime) -> None:
        self.grid = EMPTY
        self.now = now
        self.theme = theme
        self.room = 1
        self.hour = 1
        self.geometry = Geometry(theme, EMPTY.opens, EMPTY.closes, 1, ())
        self.tiles: dict[int, Tile] = {}
        """By AptNum; the part of an appointment after midnight, in the next day's column, by its negative."""
        self.tasks: Mapping[int, Words] = {}
        """The open tasks of appointments as text, by AptNum. Whoever changes it calls `tell_tasks`."""
        self.dress: Callable[[TileText, Visit], TileText] | None = None
        """Changes the texts of tiles. Whoever changes it calls `tell_tasks` for all of them."""
        self.hides_names = False
        """Whether the public can see it: appointments can't be selected, moved or opened."""
        self.blocks: dict[int, list[Block]] = {}
        self._columns: dict[int, tuple[Tile, ...]] = {}
        self._line_geometry, self._line_moment = self.geometry, now
        self._now_line: Box | None = None
        self._layout = NOTHING
        self._placed: dict[int, Placed] = {}

    def show(self, grid: ScheduleGrid, now: datetime) -> list[Box] | None:
        """Show a new grid."""
        old, self.grid = self.grid, grid
        if not _same_background(old, grid):
            self._placed, self.now = _by_number(grid.visits), now
            if grid.blocks != old.blocks:
                self.blocks = by_column(grid.blocks)
            self._layout = lay_out(grid)
            self.measure(self.theme, self.room, self.hour)
            return None
        reworded, moved = self._changes(old.visits, grid.visits)
        if moved and self._lay_out_again(moved):
            self.now = now
            self.measure(self.theme, self.room, self.hour)
            return None
        return [*self.tell_time(now), *self._replace(moved), *(self._reword(key) for key in reworded)]

    def tell_time(self, now: datetime) -> list[Box]:
        """Update late marks, waiting times and the now-line to a moment."""
        if same_minute(now, self.now):
            self.now = now
            return []
        before, self.now = self.now_line(), now
        after = self.now_line()
        lines = () if before == after else (before, after)
        touched = {tile.slot.column for tile in self.tiles.values() if moves_with_time(tile.slot.visit, now)}
        return [*self._replace(touched, texts=True), *(line for line in lines if line is not None)]

    def tell_tasks(self, apt_nums: Iterable[int]) -> list[Box]:
        """Update the marks of appointments whose tasks have changed."""
        shown = [key for each in apt_nums for key in (each, -each) if key in self.tiles]
        return [
            self._reword(key)
            for key in shown
            if self._text(self.tiles[key].slot.visit) != self.tiles[key].text
        ]

    def measure(self, theme: PaintTheme, room: int, hour: int) -> None:
        """Lay out everything for a theme, a width and an hour's height, in device pixels."""
        self.theme, self.room, self.hour = theme, room, hour
        grid = self.grid
        spans = share_width(theme, grid.columns, self._layout, room)
        self.geometry = Geometry(theme, grid.opens, grid.closes, hour, spans)
        self._columns = {key: self._tiles(key) for key in self._layout.columns}
        self._gather()

    def tiles_in(self, box: Box) -> Iterator[Tile]:
        """The tiles that overlap a box."""
        for span in self.geometry.spans:
            if span.left < box.left + box.width and box.left < span.left + span.width:
                for tile in self._columns[span.key]:
                    top = tile.box.top
                    if top < box.top + box.height and box.top < top + tile.box.height:
                        yield tile

    def tile_at(self, x: int, y: int) -> Tile | None:
        """The tile at a point."""
        return next((tile for tile in self.tiles_in(Box(x, y, 1, 1)) if tile.box.holds(x, y)), None)

    def parts(self, apt_num: int | None) -> list[Tile]:
        """An appointment's tiles: two if its part after midnight is in the next day's column."""
        found = (self.tiles.get(key) for key in (apt_num or 0, -(apt_num or 0)))
        return [tile for tile in found if tile is not None]

    def column_tiles(self, key: int) -> tuple[Tile, ...]:
        """One column's tiles in reading order."""
        return self._columns.get(key, ())

    def _changes(self, before: tuple[Placed, ...], after: tuple[Placed, ...]) -> tuple[list[int], set[int]]:
        """Keys of appointments with changed text only, and the columns where one was added, removed or moved."""
        reworded: list[int] = []
        moved: set[int] = set()
        old = self._placed
        touched = _replaced(old, before, after)
        self._placed = placed = _by_number(after) if touched is None else {**old, **touched}
        for key, new in (placed if touched is None else touched).items():
            was = old.get(key)
            if was is None:
                moved.add(new.column)
            elif was.visit != new.visit or was.column != new.column:
                if _place(was) == _place(new):
                    reworded.append(key)
                else:
                    moved.update((was.column, new.column))
        if moved or len(old) != len(placed):
            moved.update(each.column for key, each in old.items() if key not in placed)
        return [key for key in reworded if placed[key].column not in moved], moved

    def _lay_out_again(self, columns: set[int]) -> bool:
        """Lay out the appointments of some columns again; returns whether that changes the columns' widths."""
        before = self._layout
        self._layout = lay_out_again(before, self.grid, columns)
        if all(before.columns[key].lanes == self._layout.columns[key].lanes for key in columns):
            return False
        spans = share_width(self.theme, self.grid.columns, self._layout, self.room)
        return tuple(spans) != self.geometry.spans

    def _reword(self, key: int) -> Box:
        """Rebuild one appointment's tile in place."""
        visit, column = self._placed[key].visit, self._placed[key].column
        self._layout = with_visit(self._layout, column, visit)
        old = self.tiles[key]
        new = Tile(old.slot._replace(visit=visit), old.box, self._text(visit), old.skipped)
        self.tiles[key] = new
        self._columns[column] = tuple(new if tile is old else tile for tile in self._columns[column])
        return old.box

    def _replace(self, columns: set[int], *, texts: bool = False) -> list[Box]:
        """Rebuild columns' tiles and return the boxes where they differ."""
        dirty: list[Box] = []
        for key in columns:
            old = {tile.slot.visit.apt_num: tile for tile in self._columns[key]}
            self._columns[key] = new = self._tiles(key, keep=not texts)
            for tile in new:
                was = old.pop(tile.slot.visit.apt_num, None)
                if was is not tile and was != tile:
                    dirty.extend({tile.box} if was is None else {was.box, tile.box})
            dirty.extend(tile.box for tile in old.values())
        if columns:  # even if nothing differs: the columns' tiles are new objects
            self._gather()
        return dirty

    def _tiles(self, key: int, *, keep: bool = False) -> tuple[Tile, ...]:
        kept, box, now, tasks = (self.tiles if keep else {}), self.geometry.box, self.now, self.tasks
        tiles: list[Tile] = []
        dress = self.dress
        for slot in self._layout.columns[key].slots:
            old = kept.get(slot.visit.apt_num)
            if old is not None and old.slot == slot:
                tiles.append(old)
            else:
                skipped = _skipped(self.grid, slot) if slot.starts_before else 0
                text = tile_text(slot.visit, now, clock, has_task=slot.visit.apt_num in tasks)
                if dress is not None:
                    text = dress(text, slot.visit)
                tiles.append(Tile(slot, box(slot), text, skipped))
        return tuple(tiles)

    def _text(self, visit: Visit) -> TileText:
        text = tile_text(visit, self.now, clock, has_task=visit.apt_num in self.tasks)
        return text if self.dress is None else self.dress(text, visit)

    def _gather(self) -> None:
        every = [tile for tiles in self._columns.values() for tile in tiles]
        self.tiles = {tile.slot.visit.apt_num: tile for tile in every}
        if len(self.tiles) < len(every):
            self.tiles = {}
            for tile in every:
                apt_num = tile.slot.visit.apt_num
                self.tiles[-apt_num if apt_num in self.tiles else apt_num] = tile

    def now_line(self) -> Box | None:
        """The position of the now-line; None when today or this hour is not on the grid."""
        if self.geometry is not self._line_geometry or not same_minute(self.now, self._line_moment):
            self._line_geometry, self._line_moment, self._now_line = self.geometry, self.now, self._find_now()
        return self._now_line

    def first_minute(self) -> int:
        """The initial scroll position: an hour before now on today's grid, else at the first appointment."""
        if self._todays():
            return minute_of(self.now) - 60
        return min((tile.slot.start for tile in self.tiles.values()), default=self.grid.opens)

    def _find_now(self) -> Box | None:
        geometry, minute, todays = self.geometry, minute_of(self.now), self._todays()
        spans = [span for span in geometry.spans if span.key in todays]
        if not spans or not geometry.opens <= minute < geometry.closes:
            return None
        left, last = spans[0].left, spans[-1]
        return Box(left, geometry.y(minute), last.left + last.width - left, self.theme.u(1))

    def _todays(self) -> set[int]:
        """The keys of today's columns; they are adjacent."""
        today = self.now.date()
        return {column.key for column in self.grid.columns if day_of(self.grid, column) == today}


def _by_number(visits: tuple[Placed, ...]) -> dict[int, Placed]:
    """Laid-out appointments by the keys of their tiles."""
    placed = {each.visit.apt_num: each for each in visits}
    if len(placed) < len(visits):
        placed = {}
        for each in visits:
            apt_num = each.visit.apt_num
            placed[-apt_num if apt_num in placed else apt_num] = each
    return placed


def _replaced(
    old: Mapping[int, Placed], before: tuple[Placed, ...], after: tuple[Placed, ...]
) -> dict[int, Placed] | None:
    """What differs from the old ones at its place, by key; None if they are not the same ones in the same order."""
    if not len(old) == len(before) == len(after):
        return None
    touched = {
        key: new
        for key, was, new in zip(old, before, after, strict=True)
        if was is not new and (was.visit is not new.visit or was.column != new.column)
    }
    same = all(old[key].visit.apt_num == new.visit.apt_num for key, new in touched.items())
    return touched if same else None


def _skipped(grid: ScheduleGrid, slot: Slot) -> int:
    """How many of an appointment's minutes are before the grid."""
    column = next(each for each in grid.columns if each.key == slot.column)
    return slot.start - start_minute(slot.visit, day_of(grid, column))


def same_minute(one: datetime, other: datetime) -> bool:
    """Whether two moments are in the same clock minute."""
    return one.minute == other.minute and abs(one - other) < MINUTE


def minute_of(moment: datetime) -> int:
    """Minutes after midnight."""
    return moment.hour * 60 + moment.minute


def _place(placed: Placed) -> tuple[int, datetime, int]:
    return placed.column, placed.visit.start, placed.visit.minutes


def _same_background(old: ScheduleGrid, new: ScheduleGrid) -> bool:
    return (
        old.columns == new.columns
        and old.days == new.days
        and (old.opens, old.closes, old.increment) == (new.opens, new.closes, new.increment)
        and old.blocks == new.blocks
        and old.colors == new.colors
    )
