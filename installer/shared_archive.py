"""Run first in each executable of a bundle: tells PyInstaller's importer where the pure Python modules are.

PyInstaller puts a copy of them into each executable. The two of Windows share this one file instead, which saves
a seventh of the bundle. What PyInstaller put in, an empty archive, is named in the same place.
"""

import sys

sys._pyinstaller_pyz = f"{sys._MEIPASS}/modules.pyz"  # noqa: SLF001 # what PyInstaller's own importer reads
