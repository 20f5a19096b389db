"""The software bill of materials keeps CycloneDX's rules, and names exactly what is locked for this bundle."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tools.building.locked import Library, locked, shipped
from tools.building.sbom import sbom
from tools.words import Trouble

MADE = 1_790_000_000
SPDX = re.compile(r"[A-Za-z0-9.-]+( (OR|AND) [A-Za-z0-9.-]+)*")


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    """The bill of a bundle that is built here."""
    return json.loads(sbom(MADE))


def test_the_bill_has_what_cyclonedx_requires(bill: dict[str, Any]) -> None:
    """The fields that the schema of 1.6 requires, with its patterns."""
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bill["serialNumber"])
    assert bill["metadata"]["timestamp"] == "2026-09-21T14:13:20+00:00"
    for each in bill["components"]:
        assert each["type"] in {"library", "platform"}
        assert each["name"]
        assert each["version"]
        assert all(SPDX.fullmatch(one["expression"]) for one in each["licenses"])
        for reference in each.get("externalReferences", []):
            assert reference["type"] == "distribution"
            assert reference["url"]
            assert all(re.fullmatch(r"[0-9a-f]{64}", one["content"]) for one in reference["hashes"])


def test_references_are_unique_and_each_is_known(bill: dict[str, Any]) -> None:
    """What depends on what is said with references that exist."""
    references = [each["bom-ref"] for each in (*bill["components"], bill["metadata"]["component"])]
    assert len(references) == len(set(references))
    for each in bill["dependencies"]:
        assert {each["ref"], *each["dependsOn"]} <= set(references)


def test_the_bill_names_what_is_locked_for_this_system_with_its_hashes(bill: dict[str, Any]) -> None:
    """No library more or less, in one version each."""
    named = {each["purl"]: each for each in bill["components"] if each["type"] == "library"}
    assert named.keys() == {f"pkg:pypi/{each.name}@{each.version}" for each in shipped()}
    assert len({each["name"] for each in named.values()}) == len(named)
    for each in shipped():
        hashes = named[f"pkg:pypi/{each.name}@{each.version}"]["externalReferences"][0]["hashes"]
        assert [one["content"] for one in hashes] == list(each.hashes)
        assert hashes


def test_the_same_lock_gives_the_same_bill() -> None:
    """Byte for byte, so that a build can be repeated."""
    assert sbom(MADE) == sbom(MADE)
    assert sbom(MADE) != sbom(MADE + 1)


def test_a_library_that_is_not_credited_ends_the_build() -> None:
    """A bill without a license would be no help to anybody."""
    with pytest.raises(Trouble, match=r"THIRD-PARTY\.md doesn't name strange"):
        sbom(MADE, [Library("strange", "1.0", "", ("0" * 64,))])


def test_a_lock_is_read_with_markers_and_hashes() -> None:
    """As uv writes it: a marker behind a semicolon, one hash a line."""
    text = (
        f"one==1.2 ; sys_platform == 'nowhere' \\\n    --hash=sha256:{'b' * 64} \\\n    --hash=sha256:{'a' * 64}\n"
        f"two==3 \\\n    --hash=sha256:{'c' * 64}\n"
    )
    one, two = locked(text)
    assert (one.name, one.version, one.here) == ("one", "1.2", False)
    assert one.hashes == ("a" * 64, "b" * 64)
    assert (two.name, two.version, two.here, two.hashes) == ("two", "3", True, ("c" * 64,))
