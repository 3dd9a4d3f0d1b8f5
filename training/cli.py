# SPDX-License-Identifier: Apache-2.0
"""The sub-commands of `python -m training`."""

from __future__ import annotations

import json
import logging
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from training import commands
from training.datasets.splits import Split
from training.errors import TrainingError
from training.report import write_reports
from training.workspace import Workspace

log = logging.getLogger(__name__)

app = typer.Typer(help="Train, measure and export the networks.", no_args_is_help=True)

DEFAULT_WORK = Path("training-work")
SHIPPED_WEIGHTS = Path(__file__).parent.parent / "resources" / "weights"
MODEL_CARDS = Path(__file__).parent.parent / "docs" / "model-cards"


class Network(StrEnum):
    """Networks that can be trained."""

    IMAGE_CNN = "image_cnn"
    XCEPTION = "xception"
    XCEPTION_GRU = "xception_gru"


class MeasuredSplit(StrEnum):
    """Splits that can be measured."""

    VALIDATION = "validation"
    TEST = "test"


Work = Annotated[Path, typer.Option("--work", help="Folder for manifest, runs and results.")]


@app.command()
def prepare(
    table: Annotated[Path, typer.Option(help="metadata.csv of the data set.")],
    images: Annotated[Path, typer.Option(help="Folder of its images.")],
    work: Work = DEFAULT_WORK,
) -> None:
    """Check a data set, split it and write its manifest."""
    typer.echo(f"{commands.prepare(table, images, Workspace(work))} images")


@app.command()
def train(
    network: Network,
    work: Work = DEFAULT_WORK,
    imagenet_weights: Annotated[
        Path | None, typer.Option(help="NPZ with the ImageNet arrays, for xception.")
    ] = None,
    from_weights: Annotated[
        Path | None, typer.Option(help="network.onnx of an earlier release to go on from.")
    ] = None,
    minutes: Annotated[float | None, typer.Option(help="Budget; 0 for none.")] = None,
    steps: Annotated[int | None, typer.Option(help="Steps at most.")] = None,
) -> None:
    """Train a network, or go on with a run that was interrupted."""
    start = from_weights or imagenet_weights
    commands.train(network.value, Workspace(work), start, minutes, steps)


@app.command()
def evaluate(
    network: Network,
    work: Work = DEFAULT_WORK,
    split: Annotated[MeasuredSplit, typer.Option(help="Test: once per release.")] = (
        MeasuredSplit.VALIDATION
    ),
    per_class: Annotated[int, typer.Option(help="Crops of each class.")] = 1000,
) -> None:
    """Score a split with the form of the network that is shipped."""
    figures = commands.evaluate(network.value, Workspace(work), Split(split.value), per_class)
    typer.echo(json.dumps(figures, indent=1))


@app.command()
def calibrate(network: Network, work: Work = DEFAULT_WORK) -> None:
    """Fit likelihood ratios and operating points to the validation scores."""
    typer.echo(str(commands.fit_calibration(network.value, Workspace(work))))


@app.command()
def export(
    network: Network,
    work: Work = DEFAULT_WORK,
    weights: Annotated[Path, typer.Option(help="Receives a folder.")] = SHIPPED_WEIGHTS,
) -> None:
    """Write network.onnx and card.toml."""
    commands.release(network.value, Workspace(work), weights)
    typer.echo(str(weights / network.value))


@app.command()
def report(
    weights: Annotated[Path, typer.Option(help="Folder of the cards.")] = SHIPPED_WEIGHTS,
    out: Annotated[Path, typer.Option(help="Folder of the pages.")] = MODEL_CARDS,
    work: Work = DEFAULT_WORK,
) -> None:
    """Write one page for each network from its card and its run's history."""
    for path in write_reports(weights, out, Workspace(work)):
        typer.echo(str(path))


def run() -> int:
    """Run a command; a TrainingError ends as one line on stderr and exit code 3."""
    try:
        app()
    except TrainingError as error:
        log.error("%s", error)  # noqa: TRY400 - the sentence says it, a traceback would hide it
        return 3
    return 0
