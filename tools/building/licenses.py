"""The license texts of everything a bundle contains. A library without one ends the build.

Where they are is known to app/core/licenses.py, by which About shows them too.
"""

from __future__ import annotations

from app.core.licenses import folder_below, folder_of, installed_texts, kept_texts, python_text
from tools.building.locked import shipped
from tools.words import Trouble

_STARTER = "pyinstaller"
"""Its starter is in every bundle, though it is not one of the program's own libraries."""


def licenses() -> list[tuple[str, str]]:
    """Each text as (file, folder in the bundle). Raises Trouble if a library has none."""
    found: list[tuple[str, str]] = []
    lacking = []
    for name in (*(each.name for each in shipped()), _STARTER):
        folder = folder_of(name)
        texts = [*installed_texts(name), *kept_texts(folder)]
        if not texts:
            lacking.append(name)
        found += [(str(text), f"licenses/{folder}/{folder_below(text)}".rstrip("/")) for text in texts]
    python = python_text()
    if python is None:
        lacking.append("Python")
    else:
        found.append((str(python), "licenses/python"))
    if lacking:
        raise Trouble(
            f"No license text was found for: {', '.join(lacking)}. Put it into installer/licenses/NAME/LICENSE."
        )
    return sorted(set(found))
