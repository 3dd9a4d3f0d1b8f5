# SPDX-License-Identifier: Apache-2.0
"""The macOS app, as far as it can be looked at without macOS."""

from __future__ import annotations

import plistlib
from pathlib import Path

from installer.macos import ENTITLEMENTS, bundle_facts, image_command, signing_commands
from installer.media_types import CASE_SUFFIX, SUFFIXES

ROOT = Path(__file__).resolve().parents[2]


def test_the_app_states_its_version_and_types(tmp_path: Path) -> None:
    facts = bundle_facts(ROOT, tmp_path)
    types = facts["info_plist"]["CFBundleDocumentTypes"]
    named = {suffix for one in types for suffix in one["CFBundleTypeExtensions"]}
    assert named == {*SUFFIXES, CASE_SUFFIX}
    assert facts["version"] == facts["info_plist"]["CFBundleShortVersionString"]
    plistlib.dumps(facts["info_plist"])


def test_the_app_takes_over_no_type_of_media(tmp_path: Path) -> None:
    media = bundle_facts(ROOT, tmp_path)["info_plist"]["CFBundleDocumentTypes"][0]
    assert media["LSHandlerRank"] == "Alternate"


def test_entitlements_ask_for_no_network_and_no_device() -> None:
    asked = plistlib.loads((ROOT / ENTITLEMENTS).read_bytes())
    assert set(asked) == {
        "com.apple.security.cs.disable-library-validation",
        "com.apple.security.cs.allow-unsigned-executable-memory",
    }


def test_libraries_are_signed_before_the_app(tmp_path: Path) -> None:
    app = tmp_path / "FaceWitness.app"
    library = app / "Contents/Frameworks/libx.dylib"
    library.parent.mkdir(parents=True)
    library.write_bytes(b"")
    (library.parent / "link.dylib").symlink_to("libx.dylib")
    commands = signing_commands(app, ROOT / ENTITLEMENTS, "Developer ID")
    assert [command[-1] for command in commands] == [str(library), str(app), str(app)]
    assert "--timestamp" in commands[0]
    assert "--timestamp=none" in signing_commands(app, ROOT / ENTITLEMENTS, "-")[0]


def test_the_image_is_made_from_the_folder(tmp_path: Path) -> None:
    command = image_command(tmp_path, tmp_path / "x.dmg", "0.1.0", fast=False)
    assert command[0] == "hdiutil"
    assert command[-1].endswith("x.dmg")
