"""Maintains resources/translations: `python dev.py strings [LANGUAGE …]`.

Qt's lupdate finds all texts marked by tr, msg or many in app/ and writes them to front-desk_en.ts and, those of
the kiosk, to kiosk_en.ts, and to each existing translation; a given language ("es") is added to the desk's.
Open a file in Qt Linguist (pyside6-linguist) to translate it. lrelease compiles the translations for the program.
A new language of the kiosk is a copy of kiosk_en.ts under its code.
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
KIOSK = "kiosk"
"""What a kiosk says. It is translated by itself, and into other languages than what a desk says."""
SOURCE = "en"
KIOSK_PLACES = re.compile(r"app/(bootstrap|viewmodels|views)/kiosk/")
SHARED = frozenset({"app/api/hub/trouble.py", "app/viewmodels/durations.py"})
"""What both a desk and a kiosk say."""
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
    files = []
    for stem, sources in _sources().items():
        wanted = languages if stem == STEM else ()
        for name in sorted({SOURCE, *wanted, *_present(folder, stem)}):
            file = folder / f"{stem}_{name}.ts"
            _collect(file, name, sources, "-no-obsolete" if stem == KIOSK else "")
            files.append(file)
    return files


def outdated(folder: Path = FOLDER) -> list[str]:
    """The texts that the English files lack, or have though the program no longer does."""
    found: set[str] = set()
    with tempfile.TemporaryDirectory() as scratch:
        for file in update([], Path(scratch)):
            kept = folder / file.name
            found |= {text for text, _ in set(texts(file)) ^ set(texts(kept) if kept.exists() else {})}
    return sorted(found)


def release(folder: Path = FOLDER) -> list[Path]:
    """Compile every translation to a .qm file next to it. Raises Trouble if one lacks a field of its text."""
    made = []
    for source in _translations(folder):
        if wrong := lost_fields(source):
            raise Trouble(
                f"{source.name}: these translations name other fields than their texts: {'; '.join(wrong)}"
            )
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            compiled = Path(scratch) / "compiled.qm"
            _call(script("pyside6-lrelease"), str(source), "-silent", "-qm", str(compiled))
            made.append(compiled.replace(source.with_suffix(".qm")))
    return made


def release_changed(folder: Path = FOLDER) -> list[Path]:
    """Compile the translations if one was changed since it was compiled last, or never was."""
    changed = any(
        not (compiled := source.with_suffix(".qm")).exists()
        or compiled.stat().st_mtime < source.stat().st_mtime
        for source in _translations(folder)
    )
    return release(folder) if changed else []


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


def _sources() -> dict[str, list[str]]:
    """The modules whose texts each file has; a file without any is left out."""
    found: dict[str, list[str]] = {STEM: [], KIOSK: []}
    for path in sorted((ROOT / "app").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        if KIOSK_PLACES.match(place) or place in SHARED:
            found[KIOSK].append(str(path))
        if not KIOSK_PLACES.match(place):
            found[STEM].append(str(path))
    return {stem: sources for stem, sources in found.items() if sources}


def _collect(file: Path, language: str, sources: list[str], *options: str) -> None:
    if language == SOURCE:
        file.unlink(missing_ok=True)  # in the order of the program, without what it no longer says
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch) / "sources"
        listed.write_text("\n".join(sources), encoding="utf-8")
        _call(
            script("pyside6-lupdate"), f"@{listed}", "-tr-function-alias", MARKS, "-locations", "absolute",
            "-source-language", SOURCE, "-target-language", language,
            *filter(None, options), "-ts", str(file),
        )  # fmt: skip
    _drop_lines(file)


def _present(folder: Path, stem: str) -> list[str]:
    return sorted(path.stem.removeprefix(f"{stem}_") for path in folder.glob(f"{stem}_*.ts"))


def _translations(folder: Path) -> list[Path]:
    return [
        folder / f"{stem}_{name}.ts"
        for stem in (STEM, KIOSK)
        for name in _present(folder, stem)
        if name != SOURCE
    ]


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
