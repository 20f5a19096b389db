"""Run before PyInstaller's own preparations: keeps them from loading Qt, which the program does, in its own way.

One of them looks whether Qt knows where its files are. PySide6's wheels tell it themselves, and looking loads PySide6
with the parts that `app/bootstrap/import_hooks.py` leaves for later: a third of the time to the first paint, and more
for each module after it, because PySide6's own `import` stays in place and looks for its source.
"""

from _pyi_rth_utils import qt

qt.create_embedded_qt_conf = lambda *_: None
