# SPDX-License-Identifier: Apache-2.0
"""The sub-commands of `python -m training`."""

from __future__ import annotations

import json
import logging
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from training import shipped
from training.commands import data, judge, leakage, learn, publish, recipe, texture
from training.datasets.clips import read_clips
from training.datasets.splits import Split
from training.errors import TrainingError
from training.measuring.clip_scores import read_clip_scores, score_clips, write_clip_scores
from training.measuring.crop_scores import read_crop_scores
from training.measuring.quick_clips import rescored
from training.pages.card_conditions import write_conditions
from training.pages.report import write_reports
from training.pages.studies_page import studies_page
from training.pages.validation_page import page_of
from training.releasing.export import NETWORK_FILE
from training.workspace import Workspace

log = logging.getLogger(__name__)

app = typer.Typer(help="Train, measure and export the networks.", no_args_is_help=True)

DEFAULT_WORK = Path("training-work")


class Network(StrEnum):
    """Networks that can be trained."""

    IMAGE_CNN = "image_cnn"
    XCEPTION = "xception"
    XCEPTION_GRU = "xception_gru"


class Layout(StrEnum):
    """Published layouts of data sets of whole files."""

    DFDC = "dfdc"
    FFPP = "ffpp"
    CELEB_DF = "celeb-df"
    TREE = "tree"


class MeasuredSplit(StrEnum):
    """Splits that can be measured."""

    VALIDATION = "validation"
    TEST = "test"


Work = Annotated[Path, typer.Option("--work", help="Folder for manifest, runs and results.")]


@app.command()
def prepare(
    table: Annotated[Path | None, typer.Option(help="metadata.csv of a set of crops.")] = None,
    images: Annotated[Path | None, typer.Option(help="Folder of its crops.")] = None,
    layout: Annotated[Layout | None, typer.Option(help="Of a set of whole files.")] = None,
    source: Annotated[Path | None, typer.Option(help="Its folder.")] = None,
    crops: Annotated[int, typer.Option(help="Crops cut from one of its files at most.")] = 4,
    work: Work = DEFAULT_WORK,
) -> None:
    """Check a data set, cut its faces where needed, split it and write its manifest; resumes."""
    if layout is not None and source is not None and table is None and images is None:
        count = data.prepare_files(layout.value, source, crops, Workspace(work))
    elif layout is None and source is None and table is not None and images is not None:
        count = data.prepare(table, images, Workspace(work))
    else:
        raise typer.BadParameter("give --table and --images, or --layout and --source")
    typer.echo(f"{count} images")


@app.command()
def leaks(
    work: Work = DEFAULT_WORK,
    drop: Annotated[
        bool, typer.Option("--drop", help="Take them out of the manifest: before any training.")
    ] = False,
    figures: Annotated[Path, typer.Option(help="JSON of counts to write.")] = shipped.LEAKS,
) -> None:
    """Find crops that look the same on two sides of the split; resumes."""
    found = data.find_leaks(Workspace(work), drops=drop)
    figures.parent.mkdir(parents=True, exist_ok=True)
    figures.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    typer.echo(json.dumps(found, indent=1))


@app.command()
def identities(
    models: Annotated[Path, typer.Option(help="Folder of dlib's two model files.")],
    work: Work = DEFAULT_WORK,
    train: Annotated[int, typer.Option(help="Real training crops to draw.")] = 1500,
    others: Annotated[int, typer.Option(help="Real crops of validation and of test.")] = 200,
    figures: Annotated[Path, typer.Option(help="JSON of counts to write.")] = shipped.IDENTITIES,
) -> None:
    """Estimate how many persons of validation and test were seen in training; resumes."""
    found = data.count_identities(Workspace(work), models, train, others)
    figures.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    typer.echo(json.dumps(found, indent=1))


@app.command("leakage")
def weigh_leakage(
    work: Work = DEFAULT_WORK,
    imagenet_weights: Annotated[
        Path | None, typer.Option(help="NPZ with the ImageNet arrays, for the trunk's part.")
    ] = None,
    originals: Annotated[int, typer.Option(help="Originals to draw.")] = 2000,
    whole: Annotated[int, typer.Option(help="Originals to draw with all their fakes.")] = 400,
    trunk: Annotated[int, typer.Option(help="Originals to pass through the trunk.")] = 400,
    splits: Annotated[int, typer.Option(help="Pairs of splits to compare.")] = 5,
    figures: Annotated[Path, typer.Option(help="JSON of figures to write.")] = shipped.LEAKAGE,
) -> None:
    """Estimate what the recipe's random split by file is worth; resumes."""
    draws = leakage.Draws(originals, whole, trunk, splits)
    found = leakage.weigh(Workspace(work), draws, imagenet_weights)
    figures.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    typer.echo(json.dumps(found, indent=1))


@app.command("recipe")
def retrace_recipe(
    imagenet_weights: Annotated[Path, typer.Option(help="NPZ with the ImageNet arrays.")],
    work: Work = DEFAULT_WORK,
    batches: Annotated[int, typer.Option(help="Of each training of xception.")] = 140,
    plain_batches: Annotated[int, typer.Option(help="Of each training of image_cnn.")] = 60,
    per_class: Annotated[int, typer.Option(help="Validation crops of each class.")] = 700,
    weights: Annotated[Path, typer.Option(help="Folder of the detectors.")] = shipped.WEIGHTS,
    figures: Annotated[Path, typer.Option(help="JSON of figures to write.")] = shipped.RECIPE,
) -> None:
    """Train the published recipe, and our changes to it one at a time, for a while; resumes."""
    budget = recipe.Budget(batches, plain_batches, per_class)
    released = weights / "xception" / NETWORK_FILE
    found = recipe.retrace(Workspace(work), imagenet_weights, released, budget)
    figures.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    typer.echo(json.dumps(found, indent=1))


@app.command(name="texture")
def texture_variants(
    work: Work = DEFAULT_WORK,
    steps: Annotated[int, typer.Option(help="Batches of each training.")] = 3000,
    figures: Annotated[Path, typer.Option(help="JSON of figures to write.")] = shipped.TEXTURE,
) -> None:
    """Train image_cnn's dense layers on fewer crops and on parts of the measures; resumes."""
    found = texture.vary(Workspace(work), steps)
    figures.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    typer.echo(json.dumps(found, indent=1))


@app.command()
def used(
    batches: Annotated[int, typer.Option(help="That the earlier release was trained on.")],
    work: Work = DEFAULT_WORK,
    since: Annotated[
        bool, typer.Option("--since", help="The release went on from the one noted before.")
    ] = False,
    mixed_from: Annotated[
        int, typer.Option(help="Its first batch with crops of clips; -1 for none.")
    ] = -1,
) -> None:
    """Note the crops that earlier releases used, so that they come last.

    The first release comes before `leaks --drop`, later ones (`--since`) after it.
    """
    place = Workspace(work)
    count = (
        data.note_used_since(place, batches, mixed_from)
        if since
        else data.note_used(place, batches)
    )
    typer.echo(f"{count} crops")


@app.command()
def cut(
    table: Annotated[Path, typer.Option(help="CSV of labelled clips, with a hash each.")],
    root: Annotated[Path, typer.Option(help="Folder of the clips: <root>/<repo>/<path>.")],
    work: Work = DEFAULT_WORK,
) -> None:
    """Cut faces of labelled clips, for `train --mixed-from` and `xception_gru`; resumes."""
    typer.echo(json.dumps(data.cut_labelled_clips(table, root, Workspace(work))))


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
    mixed_from: Annotated[
        int, typer.Option(help="First batch of xception with crops of clips; -1 for none.")
    ] = -1,
) -> None:
    """Train a network, or go on with a run that was interrupted."""
    start = from_weights or imagenet_weights
    learn.train(network.value, Workspace(work), start, minutes, steps, mixed_from)


@app.command()
def keep(
    out: Annotated[Path, typer.Option(help="ONNX file to write.")],
    work: Work = DEFAULT_WORK,
    of_average: Annotated[
        bool, typer.Option("--of-average", help="The running average, not the last weights.")
    ] = False,
) -> None:
    """Write the state of the run of xception as a network file, to average it later."""
    learn.keep(Workspace(work), out, of_average=of_average)


@app.command()
def average(
    networks: Annotated[list[Path], typer.Argument(help="Networks of xception.")],
    work: Work = DEFAULT_WORK,
) -> None:
    """Make the mean of several networks' weights what the run of xception gives."""
    learn.average(Workspace(work), networks)


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
    figures = judge.evaluate(network.value, Workspace(work), Split(split.value), per_class)
    typer.echo(json.dumps(figures, indent=1))


@app.command()
def clips(
    table: Annotated[Path, typer.Option(help="CSV of labelled clips, with a hash each.")],
    root: Annotated[Path, typer.Option(help="Folder of the clips: <root>/<repo>/<path>.")],
    split: Annotated[str, typer.Option(help="Rows of the table to take.")] = "val",
    scores: Annotated[
        Path, typer.Option(help="CSV to write, or to go on with.")
    ] = shipped.CLIP_SCORES,
    quick: Annotated[
        bool, typer.Option("--quick", help="Rescore the crops that `cut` made, in minutes.")
    ] = False,
    work: Work = DEFAULT_WORK,
) -> None:
    """Analyse whole clips with the shipped weights, as a user would; resumes."""
    if quick:
        folder = Workspace(work).validation_clips
        found = rescored(read_clip_scores(scores), shipped.WEIGHTS, folder)
        write_clip_scores(found, scores)
        typer.echo(f"{len(found)} clips in {scores}")
        return
    typer.echo(f"{len(score_clips(read_clips(table, split), root, scores))} clips in {scores}")


@app.command()
def measure(
    work: Work = DEFAULT_WORK,
    per_class: Annotated[int, typer.Option(help="Validation crops of each class.")] = 700,
    changed: Annotated[int, typer.Option(help="Of them, also scored after losses.")] = 150,
    weights: Annotated[Path, typer.Option(help="Folder of the detectors.")] = shipped.WEIGHTS,
    scores: Annotated[
        Path, typer.Option(help="CSV to write, or to go on with.")
    ] = shipped.CROP_SCORES,
) -> None:
    """Score validation crops with the shipped weights, by condition; resumes."""
    found = judge.measure(Workspace(work), per_class, changed, weights, scores)
    typer.echo(f"{found} crops in {scores}")


@app.command()
def validation(
    weights: Annotated[Path, typer.Option(help="Folder of the cards.")] = shipped.WEIGHTS,
    crops: Annotated[Path, typer.Option(help="CSV by `measure`.")] = shipped.CROP_SCORES,
    clips: Annotated[Path, typer.Option(help="CSV by `clips`.")] = shipped.CLIP_SCORES,
    out: Annotated[Path | None, typer.Option(help="Page to write as well.")] = None,
    cards: Annotated[bool, typer.Option(help="Write the figures into the cards too.")] = False,
) -> None:
    """Print the table of error rates by condition again, from the scores."""
    crop_scores, clip_scores = read_crop_scores(crops), read_clip_scores(clips)
    if cards:
        write_conditions(weights, crop_scores, clip_scores)
    page = page_of(
        crop_scores,
        clip_scores,
        weights,
        leaks=publish.kept_figures(shipped.LEAKS),
        explanations=publish.kept_figures(shipped.EXPLANATIONS),
    )
    if out is not None:
        out.write_text(page, "utf-8")
    typer.echo(page)


@app.command()
def studies(
    figures: Annotated[Path, typer.Option(help="Folder of the figures.")] = shipped.FIGURES,
    out: Annotated[Path | None, typer.Option(help="Page to write as well.")] = None,
) -> None:
    """Print learning curve, gains of each step, rivals and other studies again."""
    crops = read_crop_scores(shipped.CROP_SCORES) if shipped.CROP_SCORES.is_file() else []
    page = studies_page(figures, crops, shipped.WEIGHTS)
    if out is not None:
        out.write_text(page, "utf-8")
    typer.echo(page)


@app.command()
def explain(
    network: Network,
    work: Work = DEFAULT_WORK,
    crops: Annotated[int, typer.Option(help="Validation fakes to take.")] = 48,
    weights: Annotated[
        Path | None, typer.Option(help="network.onnx to check instead of the run's.")
    ] = None,
    kept: Annotated[
        Path, typer.Option(help="JSON for the figures of --weights.")
    ] = shipped.EXPLANATIONS,
) -> None:
    """Check that heat maps follow the weights, and that what they point at matters."""
    figures = judge.explain(network.value, Workspace(work), crops, weights)
    if weights is not None:
        publish.keep_figures(kept, network.value, figures)
    typer.echo(json.dumps(figures, indent=1))


@app.command()
def calibrate(
    network: Network,
    work: Work = DEFAULT_WORK,
    released: Annotated[
        bool, typer.Option("--released", help="Anew for the shipped weights, from --scores.")
    ] = False,
    scores: Annotated[Path, typer.Option(help="CSV by `measure`.")] = shipped.CROP_SCORES,
) -> None:
    """Fit likelihood ratios and operating points to the validation scores."""
    if released:
        found = publish.recalibrate(network.value, shipped.WEIGHTS, read_crop_scores(scores))
    else:
        found = judge.fit_calibration(network.value, Workspace(work))
    typer.echo(str(found))


@app.command()
def export(
    network: Network,
    work: Work = DEFAULT_WORK,
    weights: Annotated[Path, typer.Option(help="Receives a folder.")] = shipped.WEIGHTS,
) -> None:
    """Write network.onnx and card.toml."""
    publish.release(network.value, Workspace(work), weights)
    typer.echo(str(weights / network.value))


@app.command()
def report(
    weights: Annotated[Path, typer.Option(help="Folder of the cards.")] = shipped.WEIGHTS,
    out: Annotated[Path, typer.Option(help="Folder of the pages.")] = shipped.MODEL_CARDS,
    crops: Annotated[Path, typer.Option(help="CSV by `measure`, drawn.")] = shipped.CROP_SCORES,
    work: Work = DEFAULT_WORK,
) -> None:
    """Write one page for each network, with pictures, from card, history and scores."""
    scores = read_crop_scores(crops) if crops.is_file() else []
    for path in write_reports(weights, out, Workspace(work), scores):
        typer.echo(str(path))


def run() -> int:
    """Run a command; a TrainingError ends as one line on stderr and exit code 3."""
    try:
        app()
    except TrainingError as error:
        log.error("%s", error)  # noqa: TRY400 - the sentence says it, a traceback would hide it
        return 3
    return 0
