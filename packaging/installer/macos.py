# SPDX-License-Identifier: Apache-2.0
"""The macOS app and its disk image: facts of the bundle, signature, notarization.

Without FACEWITNESS_SIGN_IDENTITY the app gets a signature without a name, which runs on the machine
that made it; others must be told to open it. With FACEWITNESS_NOTARY_PROFILE (a keychain profile of
`xcrun notarytool store-credentials`) the image is sent to Apple and stapled.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from installer.media_types import CASE_SUFFIX, SUFFIXES
from installer.metadata import project_facts
from installer.places import Places
from installer.source import Source
from installer.talk import run, say

BUNDLE_ID = "org.facewitness.FaceWitness"
ENTITLEMENTS = "packaging/macos/entitlements.plist"


def bundle_facts(root: Path, facts: Path) -> dict[str, Any]:
    """Give PyInstaller's arguments for the app.

    Args:
        root: Of the checkout.
        facts: Folder with the icon.
    """
    version = project_facts(root)["version"]
    return {
        "name": "FaceWitness.app",
        "icon": str(facts / "facewitness.icns"),
        "bundle_identifier": BUNDLE_ID,
        "version": version,
        "info_plist": {
            "CFBundleDisplayName": "FaceWitness",
            "CFBundleShortVersionString": version,
            "LSMinimumSystemVersion": "13.0",
            "LSApplicationCategoryType": "public.app-category.utilities",
            "NSHighResolutionCapable": True,
            "NSHumanReadableCopyright": "Apache-2.0; parts under other licences, see LICENSES",
            "CFBundleDocumentTypes": [
                {
                    "CFBundleTypeName": "Image or video",
                    "CFBundleTypeRole": "Viewer",
                    # Offered under "Open With"; the user's own choice stays as it is.
                    "LSHandlerRank": "Alternate",
                    "CFBundleTypeExtensions": list(SUFFIXES),
                },
                {
                    "CFBundleTypeName": "FaceWitness case",
                    "CFBundleTypeRole": "Editor",
                    "LSHandlerRank": "Owner",
                    "CFBundleTypeExtensions": [CASE_SUFFIX],
                },
            ],
        },
    }


def make_image(places: Places, source: Source, *, fast: bool) -> Path:
    """Sign the app and put it into a disk image with a link to Applications.

    Args:
        places: Of the build; the app is there.
        source: Not used: a signature has a time of its own.
        fast: Compress less.
    """
    del source
    app = places.tree
    identity = os.environ.get("FACEWITNESS_SIGN_IDENTITY", "-")
    for command in signing_commands(app, places.root / ENTITLEMENTS, identity):
        run(command)
    folder = places.build / "dmg"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    run(["ditto", app, folder / app.name])
    (folder / "Applications").symlink_to("/Applications")
    target = places.artifact(".dmg")
    target.parent.mkdir(parents=True, exist_ok=True)
    run(image_command(folder, target, places.version, fast=fast))
    _notarize(target, identity)
    return target


def signing_commands(app: Path, entitlements: Path, identity: str) -> list[list[str]]:
    """Give the commands that sign an app, libraries first, and check what they did."""
    stamp = "--timestamp=none" if identity == "-" else "--timestamp"
    sign = ["codesign", "--force", "--sign", identity, stamp, "--options", "runtime"]
    libraries = sorted(
        str(path)
        for path in app.rglob("*")
        if path.suffix in {".so", ".dylib"} and path.is_file() and not path.is_symlink()
    )
    whole = [*sign, "--entitlements", str(entitlements), str(app)]
    check = ["codesign", "--verify", "--strict", "--verbose=2", str(app)]
    return [*([*sign, library] for library in libraries), whole, check]


def image_command(folder: Path, target: Path, version: str, *, fast: bool) -> list[str]:
    """Give the command that makes the disk image."""
    kind = "UDZO" if fast else "ULMO"  # ULMO is LZMA, for macOS 10.15 and later
    return [
        *("hdiutil", "create", "-volname", f"FaceWitness {version}", "-srcfolder", str(folder)),
        *("-ov", "-format", kind, str(target)),
    ]


def _notarize(image: Path, identity: str) -> None:
    profile = os.environ.get("FACEWITNESS_NOTARY_PROFILE")
    if not profile or identity == "-":
        say("not notarized: FACEWITNESS_SIGN_IDENTITY and FACEWITNESS_NOTARY_PROFILE are not set")
        return
    run(["codesign", "--sign", identity, "--timestamp", image])
    run(["xcrun", "notarytool", "submit", image, "--keychain-profile", profile, "--wait"])
    run(["xcrun", "stapler", "staple", image])
