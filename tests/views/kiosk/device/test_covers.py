from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
SCREENS = {
    "screens": [
        {"name": "touch", "x": 0, "y": 0, "width": 1280, "height": 800, "dpi": 96},
        {"name": "tv", "x": 1280, "y": 0, "width": 1920, "height": 1080, "dpi": 96},
    ]
}
PROGRAM = """
import json, sys
from PySide6.QtWidgets import QApplication
from app.views.kiosk.device.covers import Covers
from app.views.kiosk.device.window import KioskWindow

app = QApplication([])
window = KioskWindow(locked=True)
window.appear()
covers = Covers(app, window)
other = next(each for each in app.screens() if each is not window.screen())

def seen():
    return [[*each.geometry().getRect()] for each in covers.covers.values() if each.isVisible()]

told = [seen()]
covers.begin()
told.append(seen())
closed = [each.close() for each in covers.covers.values()]
told.append(seen())
app.screenRemoved.emit(other)  # unplugged
told.append(seen())
app.screenAdded.emit(other)  # and plugged in again
told.append(seen())
window.windowHandle().setScreen(other)  # its own was unplugged
told.append(seen())
covers.end()
told.append(seen())
window.end()
print(json.dumps({"closed": closed, "seen": told}))
"""


def test_other_screens_are_covered_as_long_as_they_are_there(tmp_path: Path) -> None:
    """A blank window over each whole screen but the kiosk's, also where one is plugged in later, until staff unlock."""
    config = tmp_path / "screens.json"
    config.write_text(json.dumps(SCREENS))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    cover = [[1280, 0, 1920, 1080]]
    assert told["seen"] == [[], cover, cover, [], cover, [[0, 0, 1280, 800]], []]
    assert told["closed"] == [False]
