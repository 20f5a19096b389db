"""Builds the package: the code, what the program shows and in which languages, the types of the client that waits."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from tools.building.compile_texts import compile_all  # noqa: E402 # a build has no path to the sources
from tools.building.sync_stubs import write_stubs  # noqa: E402 # as above


class BuildPackage(build_py):
    """Adds what is outside of the package's folder, or made from its code."""

    def run(self) -> None:
        """Build into an empty folder: one of before may have modules that are gone."""
        if self.editable_mode:
            super().run()
            return
        shutil.rmtree(self.build_lib, ignore_errors=True)
        super().run()
        package = Path(self.build_lib, "app")
        compiled = shutil.ignore_patterns("*.qm")  # perhaps of an older text
        shutil.copytree(ROOT / "resources", package / "resources", ignore=compiled)
        compile_all(package / "resources" / "translations")
        shutil.copyfile(ROOT / "THIRD-PARTY.md", package / "THIRD-PARTY.md")
        write_stubs(package)


setup(cmdclass={"build_py": BuildPackage})
