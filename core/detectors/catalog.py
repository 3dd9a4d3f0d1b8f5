# SPDX-License-Identifier: Apache-2.0
"""The detectors there are: known ones, and any folder with a card and a network.

A detector is told entirely by its card, so a dropped-in folder needs no code. A known detector
without weights stays absent: nothing is ever scored by untrained weights.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from core.cards import SequenceSpec, WeightsCard
from core.detectors.base import ImageDetector, SequenceDetector
from core.engines.base import Engine
from core.engines.catalog import EngineSelection, load_engine, select_engine
from core.errors import DetectorError, SettingsError, WeightsMissingError
from core.networks.onnx_explanation import is_explainable, with_explanation
from core.records import DetectorRun, InputSpec
from core.settings import DeviceChoice, EngineChoice, OperatingPoint
from core.weights import WeightsFolder, find_weights, read_network

log = logging.getLogger(__name__)

_INSTALL = "Install the weights into the user's weights folder, or name one in the settings."


# Ours, in the order in which they are shown everywhere; what was added comes after them.
KNOWN_DETECTORS = ("xception", "xception_gru", "image_cnn")


@dataclass(frozen=True, slots=True)
class DetectorSet:
    """Detectors that are loaded and ready.

    Attributes:
        image: Also a trunk that was loaded for its features alone; see `is_reported`.
        sequence: Each reads the features of one of `image`.
        selection: What runs them.
        runs: Of the detectors that were asked for, in the order of the catalogue.
    """

    image: tuple[ImageDetector, ...]
    sequence: tuple[SequenceDetector, ...]
    selection: EngineSelection
    runs: tuple[DetectorRun, ...]

    def is_reported(self, detector_id: str) -> bool:
        """Whether the detector's scores were asked for."""
        return any(run.detector_id == detector_id for run in self.runs)


def load_detectors(
    ids: tuple[str, ...],
    engine: EngineChoice,
    device: DeviceChoice,
    threads: int | None = None,
    on_loading: Callable[[str], None] | None = None,
    operating_points: Sequence[OperatingPoint] = (),
) -> DetectorSet:
    """Load detectors, each network once, after its hash was compared with its card.

    Args:
        ids: What to run; empty for all whose weights are there.
        engine, device: What to run them on.
        threads: Of the CPU; None for all usable cores.
        on_loading: Called with a detector's title before its network is loaded.
        operating_points: Thresholds in place of the cards'.

    Raises:
        SettingsError: There is no such detector.
        WeightsMissingError: There are no weights at all, or not those that were asked for.
        WeightsCardError: A card cannot be used.
        WeightsMismatchError: A file is not the one its card describes.
        EngineUnavailableError: The engine or the device is not there.
        DetectorError: A network cannot be loaded.
    """
    folders = _with_points(find_detectors(), operating_points)
    wanted = _wanted(ids, folders)
    loading = _with_trunks(wanted, folders)
    selection = select_engine(engine, device)
    tell = on_loading or (lambda _title: None)
    try:
        return _load(loading, wanted, selection, threads, tell)
    except DetectorError as error:
        if device != "auto" or selection.device != "gpu":
            raise
        log.warning("the GPU cannot load the detectors, the CPU is used: %s", error)
        note = f"The GPU could not be used: {error.message} The CPU is used."
        return _load(loading, wanted, replace(selection, device="cpu", note=note), threads, tell)


def describe_detectors(
    ids: tuple[str, ...], operating_points: Sequence[OperatingPoint] = ()
) -> tuple[DetectorRun, ...]:
    """Say what `load_detectors` would load, by the cards alone; no network is opened.

    Raises:
        SettingsError, WeightsMissingError, WeightsCardError, DetectorError: As `load_detectors`.
    """
    folders = _with_points(find_detectors(), operating_points)
    wanted = _wanted(ids, folders)
    loading = {folder.id: folder for folder in _with_trunks(wanted, folders)}
    return tuple(_run_of(loading[key].card, loading) for key in wanted)


def find_detectors() -> dict[str, WeightsFolder]:
    """Find the detectors there are: folders by id, in our order, dropped-in ones last.

    Raises:
        WeightsMissingError: There is not one.
        WeightsCardError: A card cannot be used.
    """
    found = {folder.id: folder for folder in find_weights()}
    if not found:
        raise WeightsMissingError("There are no detector weights.", advice=_INSTALL)
    known = [key for key in KNOWN_DETECTORS if key in found]
    return {key: found[key] for key in (*known, *sorted(found.keys() - set(known)))}


def _with_points(
    folders: dict[str, WeightsFolder], points: Sequence[OperatingPoint]
) -> dict[str, WeightsFolder]:
    """Put other thresholds in the place of the cards', and say so among the limits."""
    changed = dict(folders)
    for point in points:
        folder = folders.get(point.detector_id)
        if folder is None:
            raise SettingsError(
                f"There is no detector {point.detector_id!r} to change the thresholds of; "
                f"there are {', '.join(folders)}."
            )
        card = folder.card
        told = (
            f"Its thresholds were changed by the settings; its card's are {card.support_threshold} "
            f"for support and {card.no_support_threshold} for no support, and its card's error "
            "rates hold for those only."
        )
        card = replace(
            card,
            support_threshold=point.support_threshold,
            no_support_threshold=point.no_support_threshold,
            limits=(told, *card.limits),
        )
        changed[folder.id] = replace(folder, card=card)
    return changed


def _wanted(ids: tuple[str, ...], folders: Mapping[str, WeightsFolder]) -> tuple[str, ...]:
    if not ids:
        return tuple(key for key, folder in folders.items() if _has_trunk(folder, folders))
    for asked in ids:
        if asked not in folders and asked in KNOWN_DETECTORS:
            raise WeightsMissingError(f"The weights of {asked} are not there.", advice=_INSTALL)
        if asked not in folders:
            raise SettingsError(f"There is no detector {asked!r}; there are {', '.join(folders)}.")
    return tuple(key for key in folders if key in ids)


def _has_trunk(folder: WeightsFolder, folders: Mapping[str, WeightsFolder]) -> bool:
    spec = folder.card.input
    if isinstance(spec, InputSpec) or _is_image(spec.trunk, folders):
        return True
    log.warning("detector %s is left out: it needs %s, which is not there", folder.id, spec.trunk)
    return False


def _is_image(detector_id: str, folders: Mapping[str, WeightsFolder]) -> bool:
    return detector_id in folders and isinstance(folders[detector_id].card.input, InputSpec)


def _with_trunks(
    wanted: tuple[str, ...], folders: Mapping[str, WeightsFolder]
) -> tuple[WeightsFolder, ...]:
    """The wanted folders and the trunks that they read from, in the order of the catalogue."""
    needed = set(wanted)
    for key in wanted:
        spec = folders[key].card.input
        if isinstance(spec, SequenceSpec):
            _check_trunk(key, spec, folders)
            needed.add(spec.trunk)
    return tuple(folder for key, folder in folders.items() if key in needed)


def _check_trunk(key: str, spec: SequenceSpec, folders: Mapping[str, WeightsFolder]) -> None:
    if not _is_image(spec.trunk, folders):
        raise WeightsMissingError(
            f"{key} reads the features of {spec.trunk}, whose weights are not there.",
            advice=_INSTALL,
        )
    actual = folders[spec.trunk].card.network_sha256
    if spec.trunk_sha256 and spec.trunk_sha256 != actual:
        raise DetectorError(
            f"{key} was trained on other weights of {spec.trunk} than those that are there.",
            advice=f"Install {spec.trunk} and {key} of the same release.",
        )


def _load(
    loading: tuple[WeightsFolder, ...],
    wanted: tuple[str, ...],
    selection: EngineSelection,
    threads: int | None,
    tell: Callable[[str], None],
) -> DetectorSet:
    folders = {folder.id: folder for folder in loading}
    image: dict[str, ImageDetector] = {}
    sequence: dict[str, SequenceDetector] = {}
    runs: dict[str, DetectorRun] = {}
    for key, folder in folders.items():
        tell(folder.card.title)
        engine = load_engine(selection, read_network(folder), folder.card, threads)
        runs[key] = run = _run_of(folder.card, folders)
        spec = folder.card.input
        if isinstance(spec, InputSpec):
            image[key] = ImageDetector(run, spec, engine, _explainer_of(folder, threads))
        else:
            sequence[key] = SequenceDetector(
                run, spec.window, spec.feature_size, spec.trunk, engine
            )
    for reader in sequence.values():
        if not image[reader.feature_source].gives_features:
            raise DetectorError(f"{reader.feature_source} gives no features for {reader.id}.")
    return DetectorSet(
        image=tuple(image.values()),
        sequence=tuple(sequence.values()),
        selection=selection,
        runs=tuple(runs[key] for key in wanted),
    )


def _explainer_of(folder: WeightsFolder, threads: int | None) -> Callable[[], Engine] | None:
    """How to load the network that explains; by ONNX Runtime on the CPU, whatever scores."""
    if not is_explainable(folder.id):
        return None

    def load() -> Engine:
        network = with_explanation(folder.id, read_network(folder))
        return load_engine(EngineSelection("onnx", "cpu"), network, folder.card, threads)

    return load


def _run_of(card: WeightsCard, folders: Mapping[str, WeightsFolder]) -> DetectorRun:
    limits = card.limits
    if isinstance(card.input, SequenceSpec):
        # The trunk may not be reported itself, yet repeating the run takes the same one.
        trunk = folders[card.input.trunk].card
        limits += (f"Reads the features of {trunk.id}, weights {trunk.network_sha256}.",)
    return DetectorRun(
        detector_id=card.id,
        title=card.title,
        version=card.version,
        weights_sha256=card.network_sha256,
        support_threshold=card.support_threshold,
        no_support_threshold=card.no_support_threshold,
        calibration=card.calibration,
        validation_auc=card.validation_auc,
        limits=limits,
    )
