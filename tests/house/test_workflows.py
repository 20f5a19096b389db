"""The workflows for GitHub's runners: what can be proved about them without running them."""

from __future__ import annotations

import base64
import os
import re
import stat
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import dev
from tools.building import signing

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
COMMAND = re.compile(r"\bdev\.py\s+(\S+)((?:\s+--\S+)*)")
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


class Unparsed(Exception):
    """A line outside of the subset of YAML that the workflows keep to."""


def lines_of(text: str) -> list[tuple[int, str]]:
    """Indentation and content of each line, without comments and blank lines."""
    kept = []
    for line in text.splitlines():
        content = re.sub(r"(^|\s)#.*$", "", line).rstrip()
        if "\t" in line:
            raise Unparsed(line)
        if content:
            kept.append((len(content) - len(content.lstrip()), content.lstrip()))
    return kept


def parse(text: str) -> Any:
    """Mappings, lists and scalars, nested by indentation. Anything else of YAML raises Unparsed."""
    lines = lines_of(text)
    value, rest = block(lines, 0)
    if rest != len(lines):
        raise Unparsed(lines[rest][1])
    return value


def block(lines: list[tuple[int, str]], at: int) -> tuple[Any, int]:
    """The mapping or list that starts at a line, and where the next thing starts."""
    depth = lines[at][0]
    items: list[Any] = []
    mapping: dict[str, Any] = {}
    while at < len(lines) and lines[at][0] == depth:
        content = lines[at][1]
        if content.startswith("- "):
            inner = content[2:]
            if key_of(inner) is None:
                items.append(scalar(inner))
                at += 1
            else:  # a mapping that begins on the dash's line
                lines[at] = (depth + 2, inner)
                value, at = block(lines, at)
                items.append(value)
            continue
        found = key_of(content)
        if found is None or found[0] in mapping:
            raise Unparsed(content)
        key, written = found
        at += 1
        if written:
            mapping[key] = scalar(written)
        elif at < len(lines) and lines[at][0] > depth:
            mapping[key], at = block(lines, at)
        else:
            mapping[key] = None
    if (at < len(lines) and lines[at][0] > depth) or (items and mapping):
        raise Unparsed(lines[min(at, len(lines) - 1)][1])
    return items or mapping, at


def key_of(content: str) -> tuple[str, str] | None:
    """Key and value of a line of a mapping; None for anything else."""
    found = re.fullmatch(r"([\w-]+):(?: (.*))?", content)
    return (found[1], (found[2] or "").strip()) if found else None


def scalar(written: str) -> str:
    """A plain or quoted value. A plain one must not contain what YAML reads in another way."""
    if re.fullmatch(r'"[^"\\]*"', written):
        return written[1:-1]
    if written[0] in "&*!|>%@`{['\"" or ": " in written:
        raise Unparsed(written)
    return written


def steps(workflow: Any) -> Iterator[dict[str, Any]]:
    """The steps of all jobs."""
    for job in workflow["jobs"].values():
        yield from job["steps"]


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.name)
def path(request: pytest.FixtureRequest) -> Path:
    """Each workflow's file."""
    found: Path = request.param
    return found


def test_there_is_a_job_for_windows_and_one_for_linux() -> None:
    """The workflows check and test on both; on Windows they build too, and keep what was built."""
    jobs = [job for each in WORKFLOWS for job in parse(each.read_text("utf-8"))["jobs"].values()]
    done: dict[str, str] = {}
    for job in jobs:
        system = job["runs-on"].partition("-")[0]
        done[system] = done.get(system, "") + " ".join(str(step) for step in job["steps"])
    for system in ("ubuntu", "windows"):
        assert "dev.py check" in done[system]
        assert "dev.py test" in done[system]
    assert "dev.py build" in done["windows"]
    assert "actions/upload-artifact@" in done["windows"]


def test_each_command_of_dev_exists(path: Path) -> None:
    """A `dev.py` command that a workflow names is one of dev.py's, and its options are in the help."""
    workflow = parse(path.read_text("utf-8"))
    named = [found for step in steps(workflow) for found in COMMAND.finditer(step.get("run", ""))]
    assert named
    for found in named:
        assert found[1] in dev.COMMANDS
        assert [option for option in found[2].split() if option not in dev.USAGE] == []


def test_each_module_that_is_run_exists(path: Path) -> None:
    """A module that a workflow runs with Python is in this tree."""
    workflow = parse(path.read_text("utf-8"))
    runs = [step["run"] for step in steps(workflow) if "run" in step]
    for module in re.findall(r"python -m ([\w.]+)", "\n".join(runs)):
        assert (ROOT / module.replace(".", "/")).with_suffix(".py").exists(), module


def test_a_job_gets_what_another_keeps(path: Path) -> None:
    """An artifact that a job asks for is kept by one that it waits for."""
    jobs = parse(path.read_text("utf-8"))["jobs"]
    for job in jobs.values():
        for step in job["steps"]:
            if "download-artifact" in step.get("uses", ""):
                earlier = jobs[job["needs"]]["steps"]
                kept = [each["with"]["name"] for each in earlier if "upload-artifact" in each.get("uses", "")]
                assert step["with"]["name"] in kept


def test_actions_are_pinned(path: Path) -> None:
    """Each action is named by the full hash of its commit, with its version in a comment."""
    text = path.read_text("utf-8")
    used = [step["uses"] for step in steps(parse(text)) if "uses" in step]
    assert used
    assert [each for each in used if not PINNED.fullmatch(each)] == []
    assert len(re.findall(r"uses: \S+ # v\d+\.\d+\.\d+$", text, re.MULTILINE)) == len(used)


def test_a_workflow_may_only_read(path: Path) -> None:
    """The token that runners get can't change the repository, and it says that nobody has run the file yet."""
    text = path.read_text("utf-8")
    workflow = parse(text)
    assert workflow["permissions"] == {"contents": "read"}
    assert "persist-credentials: false" in text
    assert "has not been run here" in text.partition("name:")[0]


def test_secrets_stay_in_the_step_that_takes_the_certificate(path: Path) -> None:
    """No command line and no other step has one: runners print command lines, and mask only what is whole."""
    text = path.read_text("utf-8")
    having = [step for step in steps(parse(text)) if "secrets." in str(step)]
    assert [step["name"] for step in having] == ["Take the certificate, if one is configured"]
    assert "secrets." not in having[0]["run"]
    assert text.count("{{ secrets.") == str(having).count("{{ secrets.")


def test_packages_are_cached_by_the_locks(path: Path) -> None:
    """Wherever dev.py installs them, a new lock is a new cache."""
    for job in parse(path.read_text("utf-8"))["jobs"].values():
        if "dev.py" in str(job["steps"]):
            python = next(step["with"] for step in job["steps"] if "setup-python" in step.get("uses", ""))
            assert (python["cache"], python["cache-dependency-path"]) == ("pip", "requirements/*.txt")
    assert list((ROOT / "requirements").glob("*.txt"))


def test_a_shell_script_that_a_workflow_runs_is_there(path: Path) -> None:
    """And so is each variable that tells the signing where the certificate is."""
    scripts = re.findall(r"bash (\S+\.sh)", path.read_text("utf-8"))
    assert scripts == ["installer/take-certificate.sh"]
    told = re.findall(r"FRONT_DESK_SIGN_[A-Z]+", (ROOT / scripts[0]).read_text("utf-8"))
    assert set(told) <= set(re.findall(r"FRONT_DESK_SIGN_[A-Z]+", str(signing.__doc__)))


@pytest.mark.skipif(os.name == "nt", reason="This step runs on Linux only")
@pytest.mark.parametrize("password", ["", "pass word"])
def test_the_certificate_is_written_and_not_printed(tmp_path: Path, password: str) -> None:
    """Without one nothing is configured; with one its files are private, and the next steps get their names."""
    told = tmp_path / "environment"
    told.touch()
    usual = {**os.environ, "RUNNER_TEMP": str(tmp_path), "GITHUB_ENV": str(told)}
    script = ["bash", str(ROOT / "installer" / "take-certificate.sh")]
    run = partial(subprocess.run, script, capture_output=True, text=True, check=True, timeout=30)
    assert "nothing is signed" in run(env=usual).stdout
    assert told.read_text("utf-8") == ""
    done = run(env={**usual, "PFX": base64.b64encode(b"the key").decode(), "PASSWORD": password})
    names = dict(line.split("=", 1) for line in told.read_text("utf-8").splitlines())
    assert Path(names["FRONT_DESK_SIGN_PFX"]).read_bytes() == b"the key"
    assert Path(names["FRONT_DESK_SIGN_PASSWORD"]).read_text("utf-8") == password
    assert {stat.S_IMODE(Path(each).stat().st_mode) for each in names.values()} == {0o600}
    assert done.stdout == "What is built is signed.\n"


@pytest.mark.parametrize(
    "text", ["a: {b: c}", "a:\n  b: 1\n c: 2", "a: 1\na: 2", "a: |\n  b", "a:\n\tb: 1", "- a\nb: 1"]
)
def test_other_yaml_is_not_guessed(text: str) -> None:
    """What the parser doesn't know is an error, never a wrong value."""
    with pytest.raises(Unparsed):
        parse(text)
