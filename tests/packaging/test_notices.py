# SPDX-License-Identifier: Apache-2.0
"""Licences of all that is bundled, the list of parts, sizes and sums."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tomllib
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import pytest
from installer import notices, sbom
from installer.bundle import locked, make_bundle
from installer.notices import Component, collect_notices, find_components, gnu_texts
from installer.owners import BundledFile, Owners, normal_name, read_bundled, write_bundled
from installer.places import Places
from installer.reports import folder_sizes, make_sums, size_lines
from installer.source import Source, read_source

ROOT = Path(__file__).resolve().parents[2]
FACTS = {
    "name": "facewitness",
    "version": "0.1.0",
    "description": "Screening",
    "license": "Apache-2.0",
}
PARTS: list[dict[str, Any]] = [
    {
        "name": "numpy",
        "version": "2.4.6",
        "kind": "wheel",
        "licence": "BSD-3-Clause AND MIT",
        "purl": "pkg:pypi/numpy@2.4.6",
        "source": "https://example.org/numpy",
    },
    {
        "name": "fonts",
        "version": "",
        "kind": "data",
        "licence": "OFL-1.1 and others",
        "purl": None,
        "source": "",
    },
]


def bundled_by_lock() -> list[BundledFile]:
    """A file of every distribution that the program's lock file names and this platform has."""
    here = {normal_name(one.metadata["Name"]) for one in distributions()}
    names = sorted((locked(ROOT, "runtime") - {"setuptools"}) & here)
    return [BundledFile(f"{name}/x", f"/nowhere/{name}/x", name) for name in names]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_distribution_of_the_lock_file_has_a_licence_and_its_text() -> None:
    """Whatever of them is bundled: a new one without a text fails here, before any build."""
    pytest.importorskip("PyInstaller", reason="needs the extra `packaging`")
    found = [one for one in find_components(bundled_by_lock(), ROOT) if one.kind == "wheel"]
    assert len(found) > 50
    assert [one.name for one in found if not one.texts] == []
    assert [one.name for one in found if not one.licence] == []


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.skipif(sys.platform != "linux", reason="libraries have other names elsewhere")
def test_every_library_inside_the_wheel_of_pyav_has_a_licence() -> None:
    pytest.importorskip("PyInstaller", reason="needs the extra `packaging`")
    import av

    folder = Path(av.__file__).parent.parent / "av.libs"
    files = [BundledFile(one.name, str(one), "av") for one in folder.iterdir()]
    found = {one.name: one for one in find_components(files, ROOT) if one.kind == "library"}
    assert {"FFmpeg", "x264", "x265", "dav1d"} <= found.keys()
    assert {"GPL-3.0.txt", "ffmpeg.txt"} <= {path.name for path in found["FFmpeg"].texts}


def test_a_library_without_a_known_licence_stops_the_build() -> None:
    pytest.importorskip("PyInstaller", reason="needs the extra `packaging`")
    file = BundledFile("av.libs/libnew.so", "/x/av.libs/libnew-1234.so.1", "av")
    with pytest.raises(SystemExit, match="libnew-1234"):
        list(find_components([file], ROOT))


def test_something_without_a_text_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = Component("thing", "1", "wheel", "MIT")
    monkeypatch.setattr(notices, "find_components", lambda _files, _root: iter([bare]))
    with pytest.raises(SystemExit, match="no licence text for thing"):
        collect_notices([], Places(ROOT, tmp_path))


def test_every_text_that_the_table_names_is_there() -> None:
    folder = ROOT / "packaging/licences"
    table = tomllib.loads((folder / "native.toml").read_text("utf-8"))
    named = {entry["text"] for entry in table["library"]}
    named |= {text for entry in table["wheel"] for text in entry["texts"]}
    assert [text for text in sorted(named) if not (folder / text).is_file()] == []


@pytest.mark.parametrize(
    ("licence", "texts"),
    [
        ("GPL-2.0-or-later", ["GPL-2.0"]),
        ("LGPL-3.0-or-later OR GPL-2.0-or-later", ["GPL-2.0", "GPL-3.0", "LGPL-3.0"]),
        ("LGPL-2.1-or-later", ["LGPL-2.1"]),
        ("BSD-3-Clause", []),
    ],
)
def test_gnu_licences_bring_their_texts(licence: str, texts: list[str]) -> None:
    assert gnu_texts(licence) == texts


def test_texts_of_one_name_do_not_replace_each_other(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    for folder in ("a", "b"):
        (tmp_path / folder / "LICENSE").write_text(folder)
    texts = (tmp_path / "a/LICENSE", tmp_path / "b/LICENSE")
    places = Places(tmp_path, tmp_path)
    (tmp_path / "packaging/licences").mkdir(parents=True)
    (tmp_path / "packaging/licences/head.txt").write_text("head\n")
    notices.write_notices([Component("x y", "1", "wheel", "MIT", texts)], places)
    written = {path.read_text() for path in (places.notices / "x-y").iterdir()}
    assert written == {"a", "b"}
    assert notices.read_components(places)[0]["purl"] == "pkg:pypi/x y@1"
    assert "x y 1" in (places.notices / "THIRD-PARTY.txt").read_text()


def test_files_are_told_by_their_distribution(tmp_path: Path) -> None:
    owners = Owners(ROOT)
    import numpy

    assert owners.owner(numpy.__file__) == "numpy"
    assert owners.owner(str(ROOT / "core/records.py")) == ""
    assert owners.owner("/usr/lib/nothing.so") is None
    files = owners.of([("core.records", str(ROOT / "core/records.py"), "PYMODULE")])
    write_bundled(files, tmp_path / "bundled.json")
    assert read_bundled(tmp_path / "bundled.json") == files


def test_only_what_the_lock_file_of_the_program_names_is_bundled() -> None:
    owners = Owners(ROOT)
    bundle = make_bundle(ROOT)
    found = {owners.owner(source) for source, _ in (*bundle.datas, *bundle.binaries)}
    assert {name for name in found if name} <= locked(ROOT, "runtime")


def test_the_list_of_parts_fits_its_schema_and_is_the_same_each_time() -> None:
    pytest.importorskip("cyclonedx", reason="needs the extra `packaging`")
    networks = sbom.weights(ROOT)
    source = Source("c0ffee", 1_700_000_000)
    text = sbom.sbom_text(FACTS, PARTS, networks, source)
    assert sbom.sbom_problem(text) is None
    assert text == sbom.sbom_text(FACTS, PARTS, networks, source)
    document = json.loads(text)
    assert document["bomFormat"] == "CycloneDX"
    names = {one["name"] for one in document["components"]}
    assert {"numpy", "fonts", "xception", "centerface"} <= names
    numpy = next(one for one in document["components"] if one["name"] == "numpy")
    assert numpy["licenses"] == [{"expression": "BSD-3-Clause AND MIT"}]


def test_a_broken_list_of_parts_is_noticed() -> None:
    pytest.importorskip("cyclonedx", reason="needs the extra `packaging`")
    assert sbom.sbom_problem('{"bomFormat": "CycloneDX", "specVersion": "1.6", "x": 1}')


def test_weights_are_listed_with_the_hashes_of_their_files() -> None:
    for one in sbom.weights(ROOT):
        file = ROOT / "resources/weights" / one["name"] / "network.onnx"
        if file.exists():
            assert hashlib.sha256(file.read_bytes()).hexdigest() == one["sha256"]


def test_sizes_add_up_and_links_take_nothing(tmp_path: Path) -> None:
    (tmp_path / "_internal/big").mkdir(parents=True)
    (tmp_path / "_internal/big/a").write_bytes(bytes(3_000_000))
    (tmp_path / "_internal/b.so").write_bytes(bytes(1_000_000))
    (tmp_path / "facewitness").write_bytes(bytes(500_000))
    (tmp_path / "_internal/link.so").symlink_to("b.so")
    sizes = folder_sizes(tmp_path)
    assert sum(sizes.values()) == 4_500_000
    assert sizes["_internal/big"] == 3_000_000
    assert size_lines(tmp_path, [])[0].startswith("installed 4.5 MB")


def test_sums_are_what_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "x.deb").write_bytes(b"x")
    sums = make_sums(Places(ROOT, tmp_path), [tmp_path / "x.deb"])
    assert sums.read_text() == f"{hashlib.sha256(b'x').hexdigest()}  x.deb\n"


def test_the_commit_says_when_the_checkout_was_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}

    def git(*words: str) -> None:
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        command = ["git", "-C", str(tmp_path), *who, *words]
        subprocess.run(command, check=True, capture_output=True, env=env)

    assert read_source(tmp_path / "none").commit is None
    git("init")
    (tmp_path / "a").write_text("1")
    git("add", "a")
    git("commit", "-m", "a")
    clean = read_source(tmp_path)
    assert clean.commit is not None
    assert len(clean.commit) == 40
    (tmp_path / "a").write_text("2")
    assert read_source(tmp_path).commit == f"{clean.commit}-modified"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert read_source(tmp_path).epoch == 1234567890
