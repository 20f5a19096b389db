"""A report of each error that nobody handled, on this PC only: where in the program, never with what."""
# words: for IT. No message, value or local variable of an exception is written, because it may quote a patient: only
# the types, our own frames as module and line, the version and the system. Modules are loaded with the first error.

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first module of every start
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import Any

MOST_REPORTS = 20
"""Files that are kept, and errors that one run reports."""
WORDS = "Something went wrong in Front Desk, and it has to close. What was saved is still there."
WHERE = "A report without patient data is in {path}. Send it to your IT support."

_seen: set[str] = set()
_told: list[Callable[[BaseException], None]] = []


def install() -> None:
    """Report what this process doesn't handle: in its main thread, its other threads, and its destructors."""
    sys.excepthook = _unhandled
    threading.excepthook = lambda args: _elsewhere(args.exc_value)
    sys.unraisablehook = lambda args: _elsewhere(args.exc_value)


def tell(on_report: Callable[[BaseException], None]) -> Callable[[], None]:
    """Call `on_report`, in any thread, with each error that this process survives: a person should hear of it.

    Returns what ends that, once.
    """
    _told.append(on_report)
    return lambda: _told.remove(on_report)


def from_loop(_: Any, context: dict[str, Any]) -> None:
    """For asyncio's `set_exception_handler`."""
    error = context.get("exception")
    if error is not None:
        _elsewhere(error)
        return
    import logging

    logging.getLogger(__name__).warning("asyncio: %s", context.get("message", ""))


def of_task(error: BaseException) -> None:
    """A task in the background has failed: write its report. Who owns the task logs it, and tells a person."""
    if (path := _written(error)) is not None:
        import logging

        logging.getLogger(__name__).info("the report is %s", path.name)


def describe(error: BaseException) -> str:
    """An exception, its causes and its group, outermost first: types, and our own frames as module and line."""
    return "\n".join(line for each in _chain(error) for line in _lines(each))


def write(error: BaseException, folder: Path, moment: str) -> Path | None:
    """Write a report into the folder for logs; None if it was reported in this run already, or can't be written.

    `moment`: local time, as 20260131-235959. The oldest of more than `MOST_REPORTS` is removed.
    """
    words = describe(error)
    if words in _seen or len(_seen) >= MOST_REPORTS:
        return None
    _seen.add(words)
    path = folder / f"report-{moment}-{os.getpid()}-{len(_seen)}.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text(f"{_about(moment)}\n\n{words}\n", "utf-8")
        path.chmod(0o600)
        for old in sorted(folder.glob("report-*.txt"))[:-MOST_REPORTS]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return path


def _about(moment: str) -> str:
    import platform

    from app.core.version import VERSION

    kind = "installed" if getattr(sys, "frozen", False) else "from source"
    lines = (
        f"Front Desk {VERSION}, {kind}",
        moment,
        f"{platform.system()} {platform.release()} {platform.version()}, {platform.machine()}",
        f"Python {platform.python_version()}",
        f"thread {'main' if threading.current_thread() is threading.main_thread() else 'other'}",
    )
    return "\n".join(lines)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An exception and what led to it."""
    known: set[int] = set()
    waiting = [error]
    while waiting:
        each = waiting.pop(0)
        if id(each) in known:
            continue
        known.add(id(each))
        yield each
        if isinstance(each, BaseExceptionGroup):
            waiting.extend(each.exceptions)
        before = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
        if before is not None:
            waiting.append(before)


def _lines(error: BaseException) -> Iterator[str]:
    kind = type(error)
    yield f"{kind.__module__}.{kind.__qualname__}"
    for module, line in _frames(error.__traceback__):
        yield f"  {module}:{line}"


def _frames(trace: TracebackType | None) -> Iterator[tuple[str, int]]:
    """Our own frames, outermost first."""
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module == "app" or module.startswith("app."):
            yield module, trace.tb_lineno
        trace = trace.tb_next


def _unhandled(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The main thread's: the end of the process, or of one of Qt's calls into the program."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    if _in_loop():
        _elsewhere(error)
        return
    path = _written(error)
    from app.bootstrap.startup_error import report

    report(WORDS if path is None else f"{WORDS}\n{WHERE.format(path=path)}")


def _elsewhere(error: BaseException | None) -> None:
    """The process survives it."""
    if error is None or isinstance(error, KeyboardInterrupt | SystemExit):
        return
    if (path := _written(error)) is None:
        return
    import logging

    logging.getLogger(__name__).error("an error was not handled: %s", path.name)
    for each in tuple(_told):
        each(error)


def _written(error: BaseException) -> Path | None:
    import time

    try:
        from app.core.paths import program_folders
    except ModuleNotFoundError:  # the client alone has no folder for reports
        sys.stderr.write(f"{describe(error)}\n")
        return None
    return write(error, program_folders().logs, time.strftime("%Y%m%d-%H%M%S"))


def _in_loop() -> bool:
    """Whether an event loop runs in this thread: it survives an error of one of its calls."""
    if "asyncio" not in sys.modules:
        return False
    import asyncio

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
