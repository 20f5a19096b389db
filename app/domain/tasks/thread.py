"""A task's thread, and the plain text that carries it to another list: handing on makes a new task."""

# words: the texts are kept in Open Dental, and found there by other versions of this program

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from app.wire.fields import NO_DATE_TIME
from app.wire.resources.task_notes import TaskNote
from app.wire.resources.tasks import Task

LONGEST_NOTE, LONGEST = 2_000, 12_000
"""Characters of one note, and of all: less than the 65,535 bytes that Open Dental's note holds, in any script."""
_HEAD = r"Handed on from task \d+ in \""
_NUMBER = r"#\d+\s+\d{1,2}/\d{1,2}/\d{4}\s+\d{1,2}:\d\d\s+[AP]M(?!\S)"
_SPECIAL = re.compile(rf"(?<!\S)(\\*)(?={_HEAD}|{_NUMBER})".replace(" ", r"\s+"))
_ESCAPED = re.compile(rf"(?<!\S)\\(\\*)(?={_HEAD}|{_NUMBER})".replace(" ", r"\s+"))
_BEGINS = re.compile(rf"(?<!\S){_HEAD}".replace(" ", r"\s+"))
_MARK = re.compile(
    r"(?<!\S)#(\d+)\s+(\d{1,2})/(\d{1,2})/(\d{4})\s+(\d{1,2}):(\d\d)\s+([AP])M(?!\S)",
)
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_NAME = rf'({_QUOTED}|[^":\\#]+?)'
_WORDS = r"(?:\.|:(.*))"
_HANDED = re.compile(
    rf"Handed on from task (\d+) in ({_QUOTED}) to ({_QUOTED}) by {_NAME}{_WORDS}".replace(" ", r"\s+"),
    re.DOTALL,
)
_WROTE = re.compile(rf"{_NAME} wrote the task\.( #\d+ to #\d+ are in task \d+\.)?".replace(" ", r"\s+"))
_MOVED = re.compile(
    rf"{_NAME} handed on task (\d+) from ({_QUOTED}) to ({_QUOTED}){_WORDS}".replace(" ", r"\s+"), re.DOTALL
)
_SAID = re.compile(rf"{_NAME}:(.*)", re.DOTALL)
_ODD = re.compile(r'[":\\#]|wrote\s+the\s+task|handed\s+on\s+task')


class Kind(StrEnum):
    """What a line of a thread is."""

    WRITTEN = "written"
    """The task itself, which has the text."""
    NOTE = "note"
    HANDED_ON = "handed on"


class Line(Struct, frozen=True):
    """Who wrote what when."""

    kind: Kind
    at: datetime | None
    """In the office's time."""
    who: str
    text: str = ""
    """The note, or what the hander said."""
    task_num: int = 0
    """The task it belongs to; of HANDED_ON, the one that was handed on."""
    list_name: str = ""
    to_name: str = ""
    """Of HANDED_ON: from which list to which."""
    user_num: int = 0
    """Its author; 0: only the name is known."""
    note_num: int = 0
    """Its TaskNoteNum; 0: it is no note of its own."""


class Handover(Struct, frozen=True):
    """Where a task comes from."""

    task_num: int
    """The task that it continues."""
    list_name: str
    to_name: str
    who: str
    words: str = ""
    lines: tuple[Line, ...] = ()
    """The thread of that task, oldest first, with those that it continued itself."""
    left_out: int = 0
    """Notes that would have made it too long; they are in that task."""


class Thread(Struct, frozen=True):
    """A task's lines, oldest first."""

    task_num: int
    lines: tuple[Line, ...]
    before: Handover | None = None
    """The task that it continues and that is not among the lines yet; `joined` adds that one's."""


def with_date(words: str, day: date | None) -> str:
    """What the hander says, and the task's date, which the API can't give to the new one."""
    if day is None:
        return words
    its_date = f"Its date is {day.month}/{day.day}/{day.year}."
    if not words:
        return its_date
    return f"{words} {its_date}" if words.endswith((".", "!", "?", "…")) else f"{words}. {its_date}"


def write_handover(given: Handover) -> str:
    """The text of a handover, for people in Open Dental and for `read_handover`.

        Handed on from task 1408 in "Front desk" to "Doctors" by Ana Lopez: Please decide.
        #1 11/23/2026 9:00 AM Ben Kim wrote the task.
        #2 11/23/2026 9:30 AM Ana Lopez: No answer

    It can be read back also with spaces for its line breaks, which is how the API answers. So what looks like one of
    these beginnings inside a note gets a backslash, and an odd name stands in quotation marks.
    """
    head = (
        f"Handed on from task {given.task_num} in {_quoted(given.list_name)} to {_quoted(given.to_name)}"
        f" by {_named(given.who)}{_words(given.words)}"
    )
    return "\r\n".join([head, *_entries(given.lines, LONGEST - len(head), given.task_num)])


def read_handover(text: str) -> Handover | None:
    """The handover that a note or the end of a task's text has; None: it has none."""
    begins = [found.start() for found in _BEGINS.finditer(text)]
    if not begins:
        return None
    whole = text[begins[-1] :].strip()
    marks = [*_MARK.finditer(whole)]
    ends = [*(found.start() for found in marks), len(whole)]
    head = _HANDED.fullmatch(whole[: ends[0]].strip())
    if head is None:
        return None
    number, list_name, to_name, who, words = head.groups()
    pieces = zip(marks, ends[1:], strict=True)
    lines = tuple(_line(mark, whole[mark.end() : end].strip(), int(number)) for mark, end in pieces)
    return Handover(
        int(number),
        _unquoted(list_name),
        _unquoted(to_name),
        _unquoted(who),
        _plain(words or ""),
        lines,
        int(marks[-1][1]) - len(marks) if marks else 0,
    )


def own_text(descript: str) -> str:
    """A task's text without the handover that stands behind it in offices whose tasks can't have notes."""
    if read_handover(descript) is None:
        return descript
    begins = [found.start() for found in _BEGINS.finditer(descript)]
    return descript[: begins[-1]].rstrip()


def thread(task: Task, notes: Iterable[TaskNote], name: Callable[[int], str]) -> Thread:
    """The thread of one task. `name` returns a user's name."""
    before = read_handover(task.Descript)
    lines = [
        Line(Kind.WRITTEN, task.DateTimeOriginal, name(task.UserNum), "", task.TaskNum, user_num=task.UserNum)
    ]
    for note in notes:
        if before is None and (found := read_handover(note.Note)) is not None:
            before = found
            continue
        lines.append(
            Line(
                Kind.NOTE,
                note.DateTimeNote,
                name(note.UserNum),
                note.Note,
                task.TaskNum,
                user_num=note.UserNum,
                note_num=note.TaskNoteNum,
            )
        )
    if before is not None:
        lines[0] = _handed(before, lines[0])
    return Thread(task.TaskNum, tuple(lines), before)


def joined(older: Thread | None, newer: Thread) -> Thread:
    """Both as one. `older` is the thread of the task that the newer one continues; None: it can't be read.

    Without it, the lines are those that were carried along.
    """
    before = newer.before
    if before is None or (older is not None and older.task_num != before.task_num):
        return newer
    lines = before.lines if older is None else older.lines
    both = sorted((*lines, *newer.lines), key=lambda line: line.at or NO_DATE_TIME)
    return Thread(newer.task_num, tuple(both), older.before if older is not None else None)


def _handed(before: Handover, written: Line) -> Line:
    """The first line of a task that continues another one."""
    return replace(
        written,
        kind=Kind.HANDED_ON,
        text=before.words,
        task_num=before.task_num,
        list_name=before.list_name,
        to_name=before.to_name,
    )


def _entries(lines: Sequence[Line], room: int, task_num: int) -> list[str]:
    """The numbered history: the first line, and as many of the last ones as there is room for."""
    entries = [f"#{number} {_time(line.at)} {_entry(line)}" for number, line in enumerate(lines, 1)]
    if not entries:
        return []
    first, *rest = entries
    kept: list[str] = []
    room -= len(first) + 40
    for entry in reversed(rest):
        room -= len(entry) + 2
        if room < 0:
            break
        kept.insert(0, entry)
    if len(kept) < len(rest) and lines[0].kind is Kind.WRITTEN:
        first += f" #2 to #{len(entries) - len(kept)} are in task {task_num}."
    return [first, *kept]


def _entry(line: Line) -> str:
    match line.kind:
        case Kind.WRITTEN:
            return f"{_named(line.who)} wrote the task."
        case Kind.HANDED_ON:
            way = f"from {_quoted(line.list_name)} to {_quoted(line.to_name)}"
            return f"{_named(line.who)} handed on task {line.task_num} {way}{_words(line.text)}"
        case _:
            return f"{_named(line.who)}: {_marked(line.text)}"


def _line(mark: re.Match[str], text: str, task_num: int) -> Line:
    at = _moment(mark)
    if (found := _WROTE.fullmatch(text)) is not None:
        return Line(Kind.WRITTEN, at, _unquoted(found[1]), "", task_num)
    if (found := _MOVED.fullmatch(text)) is not None:
        who, number, list_name, to_name, words = found.groups()
        lists = _unquoted(list_name), _unquoted(to_name)
        return Line(Kind.HANDED_ON, at, _unquoted(who), _plain(words or ""), int(number), *lists)
    if (found := _SAID.fullmatch(text)) is not None:
        return Line(Kind.NOTE, at, _unquoted(found[1]), _plain(found[2]), task_num)
    return Line(Kind.NOTE, at, "", _plain(text), task_num)


def _time(at: datetime | None) -> str:
    at = at or NO_DATE_TIME
    return f"{at.month}/{at.day}/{at.year:04d} {at.hour % 12 or 12}:{at.minute:02d} {'AM' if at.hour < 12 else 'PM'}"


def _moment(mark: re.Match[str]) -> datetime | None:
    month, day, year, hour, minute = (int(mark[place]) for place in range(2, 7))
    try:
        at = datetime(year, month, day, hour % 12 + (12 if mark[7] == "P" else 0), minute)
    except ValueError:
        return None
    return at if year > 1 else None


def _words(text: str) -> str:
    return f": {_marked(text)}" if text.strip() else "."


def _marked(text: str) -> str:
    """A text that can't be taken for a beginning."""
    text = text.strip()
    if len(text) > LONGEST_NOTE:
        text = text[: LONGEST_NOTE - 1].rstrip() + "…"
    return _SPECIAL.sub(r"\\\1", text)


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text.strip())


def _named(name: str) -> str:
    name = " ".join(name.split())
    return _quoted(name) if not name or _ODD.search(name) else name


def _quoted(name: str) -> str:
    marked = _SPECIAL.sub(r"\\\1", " ".join(name.split()))
    escaped = re.sub(r'(["\\])', r"\\\1", marked)
    return f'"{escaped}"'


def _unquoted(name: str) -> str:
    return _plain(re.sub(r"\\(.)", r"\1", name[1:-1])) if name.startswith('"') else name
