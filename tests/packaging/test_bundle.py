# SPDX-License-Identifier: Apache-2.0
"""What the specification collects: everything that the catalogues name, on every platform."""

from __future__ import annotations

import ast
import re
from pathlib import Path, PurePosixPath

import pytest
from installer.bundle import EXCLUDED, Bundle, locked, make_bundle
from installer.pruning import DROPPED, drop_unreached, prune, reason_to_drop

import resources
from core.detectors.catalog import KNOWN_DETECTORS
from core.faces.catalog import FACE_DETECTORS
from core.report.pdf.languages import languages

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return make_bundle(ROOT)


def places(bundle: Bundle) -> set[str]:
    return {f"{folder}/{Path(source).name}" for source, folder in bundle.datas}


def test_every_detector_has_its_network_and_card(bundle: Bundle) -> None:
    wanted = {
        f"resources/weights/{detector}/{name}"
        for detector in KNOWN_DETECTORS
        for name in ("network.onnx", "card.toml")
    }
    assert wanted - places(bundle) == set()


def test_every_face_detector_has_its_weights(bundle: Bundle) -> None:
    wanted = {f"{one.weights.package}/{one.weights.path}" for one in FACE_DETECTORS}
    assert wanted - places(bundle) == set()


def test_every_file_of_the_resources_is_there(bundle: Bundle) -> None:
    """Templates, schemas, fonts, styles, icons, translations: whatever the folder holds."""
    wanted = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }
    assert wanted - places(bundle) == set()
    assert {f"resources/report/lang/{code}.toml" for code in languages()} <= places(bundle)


def test_what_the_program_asks_for_by_name_is_there(bundle: Bundle) -> None:
    """Names that stand in the code as `resources.path("...")` exist where they are put."""
    asked = set()
    for path in (*(ROOT / "core").rglob("*.py"), *(ROOT / "gui").rglob("*.py")):
        asked |= set(re.findall(r'resources\.path\("([^"{]+)"\)', path.read_text("utf-8")))
    assert len(asked) >= 4
    for name in asked:
        inside = f"resources/{name}"
        assert any(one == inside or one.startswith(f"{inside}/") for one in places(bundle)), name


def test_every_module_of_the_program_is_named(bundle: Bundle) -> None:
    by_name = {"gui.lifecycle.first_paint", "core.media.child", "core.batch.on_worker"}
    assert by_name | {"gui.app", "gui.desk.desk"} <= {*bundle.hidden_imports}
    assert not [one for one in bundle.hidden_imports if one.startswith("training")]


def test_what_is_imported_by_name_is_named(bundle: Bundle) -> None:
    """PyInstaller sees import statements; these are function calls with a literal."""
    for path in (ROOT / "core").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_call = isinstance(node, ast.Call) and ast.unparse(node.func).endswith(
                "import_module"
            )
            if is_call and isinstance(node.args[0], ast.Constant):  # type: ignore[attr-defined]
                name = str(node.args[0].value)  # type: ignore[attr-defined]
                assert name in bundle.hidden_imports, name


def test_tensorflow_and_keras_stay_out(bundle: Bundle) -> None:
    assert {"tensorflow", "keras", "matplotlib", "pandas"} <= set(bundle.excludes)
    assert all(reason for reason in EXCLUDED.values())


def test_no_rule_drops_what_the_program_uses(bundle: Bundle) -> None:
    dropped = {place: reason for place in places(bundle) if (reason := reason_to_drop(place))}
    assert dropped == {}


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "onnxruntime/capi/onnxruntime_pybind11_state.so",
        "facewitness-0.1.0.dist-info/METADATA",
        "jsonschema_specifications/schemas/draft202012/metaschema.json",
        "python311.dll",
        "libpython3.11.so.1.0",
    ],
)
def test_the_rules_keep(place: str) -> None:
    assert reason_to_drop(place) is None


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6\\plugins\\tls\\qschannelbackend.dll",
        "libstdc++.so.6",
        "libGL.so.1",
        "numpy/core/tests/test_x.py",
        "numpy-2.4.6.dist-info/RECORD",
        "numpy-2.4.6.dist-info/direct_url.json",
        "cv2/data/haarcascade_eye.xml",
    ],
)
def test_the_rules_drop(place: str) -> None:
    assert reason_to_drop(place)
    assert prune([(place, "", "BINARY")]) == []


def test_every_rule_says_why() -> None:
    assert [rule.pattern for rule in DROPPED if not rule.reason] == []


def test_a_library_that_nothing_links_to_goes_with_what_only_it_needs() -> None:
    binaries = [
        ("PySide6/QtCore.abi3.so", "/a/QtCore.abi3.so", "EXTENSION"),
        ("PySide6/Qt/lib/libQt6Core.so.6", "/a/libQt6Core.so.6", "BINARY"),
        ("PySide6/Qt/lib/libQt6Qml.so.6", "/a/libQt6Qml.so.6", "BINARY"),
        ("PySide6/Qt/lib/libQt6QmlModels.so.6", "/a/libQt6QmlModels.so.6", "BINARY"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("libpython3.11.so.1.0", "/b/libpython3.11.so.1.0", "BINARY"),
    ]
    links = {
        "/a/QtCore.abi3.so": ["libQt6Core.so.6"],
        "/a/libQt6Qml.so.6": ["libQt6Core.so.6", "libQt6QmlModels.so.6"],
    }
    kept, dropped = drop_unreached(binaries, lambda source: links.get(source, []))
    assert [PurePosixPath(one[0]).name for one in dropped] == [
        "libQt6Qml.so.6",
        "libQt6QmlModels.so.6",
    ]
    assert len(kept) == 4


def test_the_specification_starts_the_window_program_and_nothing_else() -> None:
    text = (ROOT / "build.spec").read_text("utf-8")
    compile(text, "build.spec", "exec")
    assert make_bundle(ROOT).entry == ROOT / "gui" / "__main__.py"
    assert "upx=True" not in text


def test_builders_own_libraries_are_no_part_of_the_program(bundle: Bundle) -> None:
    pytest.importorskip("cyclonedx", reason="needs the extra `packaging`")
    assert locked(ROOT, "runtime") < locked(ROOT, "packaging")
    assert {"cyclonedx", "PyInstaller", "rfc3987_syntax"} <= set(bundle.excludes)


def test_resources_are_found_beside_the_package() -> None:
    assert resources.path("weights").parent == ROOT / "resources"
