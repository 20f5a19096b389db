"""The kiosk is quick: the welcome page loads next to nothing, and a page follows a touch within a frame of work."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from app.bootstrap.tour.kiosk.pages import pages, show_page
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.views.kiosk.kiosk_view import KioskView
from tests.support.qt_loop import until

PLAIN_PAGES = 3.0
"""Their work fills a frame (1/60 s) on a machine that builds and paints one of them in 5.6 ms."""
TURNS = 6
HEAVY = {
    "asyncio", "msgspec", "dataclasses", "ssl", "httpx", "sqlalchemy", "cryptography", "starlette", "keyring",
    "PySide6.QtSvg", "PySide6.QtNetwork", "app.wire.hub.kiosk", "app.core.text", "app.api",
}  # fmt: skip
WELCOME = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.views.kiosk.kiosk_view import KioskView
before = set(sys.modules)
view = KioskView(KioskViewModel(None, None, None, None))
view.resize(1366, 768)
view.grab()
print(*sorted(sys.modules))
"""
NAMESPACE = """
import enum, sys
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
app = QApplication([])
from app.services.kiosk.kept import EarlySetup
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.views.kiosk.device.window import KioskWindow
from app.views.kiosk.kiosk_view import KioskView
setup = EarlySetup("Willow Creek", "", {}, ("en", "es"), bool(int(sys.argv[1])))
window = KioskWindow(locked=True)
window.show_page(KioskView(KioskViewModel(None, None, None, setup)))
loop = QEventLoop()
window.painted.connect(loop.quit)
window.appear()
loop.exec()
print(*(kind.__name__ for base in (enum.Enum, enum.Flag, enum.IntEnum) for kind in base.__subclasses__()))
"""


def test_the_welcome_page_loads_nothing_heavy() -> None:
    """No messages of the hub, no event loop, no network, no staff screens before the first paint."""
    done = subprocess.run([sys.executable, "-c", WELCOME], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert loaded & HEAVY == set()
    assert not [name for name in loaded if name.startswith(("app.viewmodels.staff", "app.views.staff"))]


@pytest.mark.parametrize("is_open", [False, True])
def test_the_welcome_page_paints_without_the_namespace_qt(*, is_open: bool) -> None:
    """Its enums take longer to load than the page: no painter's pen or brush, no flags before the first paint."""
    command = [sys.executable, "-c", NAMESPACE, str(int(is_open))]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    loaded = set(done.stdout.split())
    assert "Weight" in loaded
    assert loaded & {"GlobalColor", "PenStyle", "AlignmentFlag"} == set()


@pytest.mark.parametrize("look", ["", "larger"])
async def test_a_page_follows_a_touch_within_one_frame(
    view: KioskView, quiet: KioskViewModel, look: str
) -> None:
    """Its texts, its layout and its painting, beside a plain page in the same moment: a slow PC is slow at both."""
    await until(lambda: not view._later.isActive())
    if look:
        quiet.toggle_look(look)
    slow = [
        name
        for name in pages()
        if not any(_turn(quiet, name) <= PLAIN_PAGES * _plain_page() for _ in range(TURNS))
    ]
    assert slow == []


def _turn(quiet: KioskViewModel, name: str) -> float:
    """The processor's time from the touch to the painted page."""
    show_page(quiet, "see the desk" if name != "see the desk" else "welcome")
    QApplication.sendPostedEvents()
    began = time.thread_time()
    show_page(quiet, name)
    QApplication.sendPostedEvents()  # layout and painting are posted
    return time.thread_time() - began


def _plain_page() -> float:
    """The processor's time to build, lay out and paint twenty lines of text."""
    began = time.thread_time()
    page = QWidget()
    lines = QVBoxLayout(page)
    for at in range(20):
        line = QLabel(f"Line {at}: please take a seat in the waiting room, we will call you soon")
        line.setWordWrap(True)
        font = line.font()
        font.setPixelSize(20 + at)
        line.setFont(font)
        lines.addWidget(line)
    page.resize(1366, 768)
    page.grab()
    return time.thread_time() - began
