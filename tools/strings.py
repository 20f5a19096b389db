"""Maintains resources/translations: `python dev.py strings [LANGUAGE …]`.

Qt's lupdate finds all texts marked by tr, msg or many in app/ and writes them to front-desk_en.ts, the one
file that contains all texts, and to each existing translation; a given language ("es") is added. Open a file
in Qt Linguist (pyside6-linguist) to translate it. lrelease compiles the translations for the program.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

from tools.setup import ROOT, script
from tools.words import Trouble, say

FOLDER = ROOT / "resources" / "translations"
STEM = "front-desk"
SOURCE = "en"
MARKS = "tr+=msg,tr+=many"
"""All three have the same arguments as tr: the text, a comment, and for counted texts a number."""
_FIELD = re.compile(r"\{[a-z_][a-z0-9_]*\}")
_LINE = re.compile(r'(<location filename="[^"]*") line="\d+"')
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")


def update(languages: Iterable[str], folder: Path = FOLDER) -> list[Path]:
    """Update the .ts files with the program's texts; create those of new languages. Raises Trouble."""
    for each in languages:
        if not _LANGUAGE.fullmatch(each):
            raise Trouble(f"{each} is not a language. Name one as es or pt_BR.")
    folder.mkdir(parents=True, exist_ok=True)
    names = sorted({SOURCE, *languages, *_present(folder)})
    files = [folder / f"{STEM}_{name}.ts" for name in names]
    sources = sorted(str(path) for path in (ROOT / "app").rglob("*.py"))
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch) / "sources"
        listed.write_text("\n".join(sources), encoding="utf-8")
        for name, file in zip(names, files, strict=True):
            if name == SOURCE:
                file.unlink(missing_ok=True)  # in the order of the program, without what it no longer says
            _call(
                script("pyside6-lupdate"), f"@{listed}", "-tr-function-alias", MARKS, "-locations", "absolute",
                "-source-language", SOURCE, "-target-language", name,
                "-ts", str(file),
            )  # fmt: skip
            _drop_lines(file)
    return files


def outdated(folder: Path = FOLDER) -> list[str]:
    """The texts that front-desk_en.ts lacks, or has though the program no longer does."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = texts(update([], Path(scratch))[0])
    kept = folder / f"{STEM}_{SOURCE}.ts"
    return sorted(text for text, _ in set(fresh) ^ set(texts(kept) if kept.exists() else {}))


def release(folder: Path = FOLDER) -> list[Path]:
    """Compile every translation to a .qm file next to it. Raises Trouble if one lacks a field of its text."""
    made = []
    for name in _present(folder):
        source = folder / f"{STEM}_{name}.ts"
        if wrong := lost_fields(source):
            raise Trouble(
                f"{source.name}: these translations name other fields than their texts: {'; '.join(wrong)}"
            )
        if name != SOURCE:
            _call(script("pyside6-lrelease"), str(source), "-silent")
            made.append(source.with_suffix(".qm"))
    return made


def texts(file: Path) -> dict[tuple[str, str], bool]:
    """The contents of a .ts file: (text, comment), and whether it is counted."""
    return {
        (each.findtext("source") or "", each.findtext("comment") or ""): each.get("numerus") == "yes"
        for each in _messages(file)
    }


def lost_fields(file: Path) -> list[str]:
    """Texts whose translation has different {fields}. A counted form may omit its number."""
    wrong = []
    for each in _messages(file):
        source = each.findtext("source") or ""
        wanted = set(_FIELD.findall(source))
        written = each.find("translation")
        forms = [] if written is None else [written.text or "", *(form.text or "" for form in written)]
        for form in filter(str.strip, forms):
            if set(_FIELD.findall(form)) | ({"{n}"} & wanted) != wanted:
                wrong.append(source)
                break
    return wrong


def main(arguments: list[str]) -> int:
    """Update and compile, only compile with --compile, or only compare with --check. Returns the exit code."""
    try:
        if arguments == ["--check"]:
            if changed := outdated():
                raise Trouble(
                    f"{len(changed)} texts have changed ({changed[0]!r}). Run: python dev.py strings"
                )
            return 0
        if arguments != ["--compile"]:
            for file in update(arguments):
                say(f"{file.relative_to(ROOT)}: {len(texts(file))} texts")
        for file in release():
            say(f"{file.relative_to(ROOT)} is what the program loads")
    except Trouble as trouble:
        sys.stderr.write(f"\n{trouble}\n")
        return 1
    return 0


def _present(folder: Path) -> list[str]:
    return sorted(path.stem.removeprefix(f"{STEM}_") for path in folder.glob(f"{STEM}_*.ts"))


def _drop_lines(file: Path) -> None:
    """Keep where a text is by file only: its line changes with every change above it, and two branches would clash."""
    kept: list[str] = []
    for line in file.read_text(encoding="utf-8").splitlines(keepends=True):
        place = _LINE.sub(r"\1", line)
        if place == line or place != kept[-1]:  # a text may occur twice in a file
            kept.append(place)
    file.write_text("".join(kept), encoding="utf-8", newline="\n")


def _messages(file: Path) -> Iterable[ET.Element]:
    return ET.parse(file).getroot().iter("message")  # noqa: S314  # our own file


def _call(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Trouble(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
