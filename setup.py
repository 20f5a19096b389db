"""Builds the package: the code, what the program shows, and the types of the client that waits. See pyproject.toml."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from tools.building.sync_stubs import write_stubs  # noqa: E402 # a build has no path to the sources


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
        texts = shutil.ignore_patterns("*.ts")
        shutil.copytree(ROOT / "resources", package / "resources", ignore=texts)
        shutil.copyfile(ROOT / "THIRD-PARTY.md", package / "THIRD-PARTY.md")
        write_stubs(package)


setup(cmdclass={"build_py": BuildPackage})
