# SPDX-License-Identifier: Apache-2.0
"""Model cards as pages, from `card.toml` and a run's history."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from core.cards import read_card
from training.measuring.crop_scores import CropScore
from training.pages.figures import draw_history, draw_scores
from training.pages.validation_page import crop_table
from training.workspace import Workspace

_SECTIONS = (
    ("Validation (fold 8)", "validation"),
    ("Test (fold 9, looked at once)", "test"),
    ("Under losses (validation)", "robustness"),
    ("Self-blended validation crops (another family of fakes)", "self_blended"),
    ("Heat maps: do they follow the weights, do they point at what matters", "explanation"),
    ("Cost of compact storage (validation)", "storage"),
    ("Calibration", "calibration"),
    ("Operating points", "operating_points"),
    ("Engines", "engines"),
)
_CURVE_LINES = 16
_CURVE_TITLE = "## Learning curve"


def write_reports(
    weights: Path, out: Path, work: Workspace, crops: Sequence[CropScore] = ()
) -> list[Path]:
    """Write `<id>.md` for each card.

    Args:
        weights: Folder that holds a folder with `card.toml` for each network.
        out: Receives the pages; made if missing.
        work: Its runs give the learning curves, where they are still there.
        crops: Scores of the shipped weights that are drawn; others are left out.

    Returns:
        The pages.
    """
    out.mkdir(parents=True, exist_ok=True)
    pages = []
    for path in sorted(weights.glob("*/card.toml")):
        card = tomllib.loads(path.read_text("utf-8"))
        history = work.run(card["id"]) / "history.json"
        curve = json.loads(history.read_text("utf-8")) if history.is_file() else []
        page = out / f"{card['id']}.md"
        pictures = _draw(card["id"], path, curve, out, crops)
        kept = "" if curve else _old_curve(page)
        page.write_text(page_of(card, curve, pictures) + kept, "utf-8")
        pages.append(page)
    return pages


def _old_curve(page: Path) -> str:
    """The learning curve of an earlier page: the run that made the weights may be gone."""
    text = page.read_text("utf-8") if page.is_file() else ""
    start = text.find(f"\n{_CURVE_TITLE}\n")
    return text[start:] if start >= 0 else ""


def _draw(
    network_id: str,
    card_path: Path,
    curve: list[dict[str, float]],
    out: Path,
    crops: Sequence[CropScore],
) -> list[tuple[str, str]]:
    """Draw what there is to draw; gives file names and what they show, in words."""
    pictures: list[tuple[str, str]] = []
    card = read_card(card_path)
    table = crop_table((c for c in crops if card.network_sha256[:12] in c.weights), network_id)
    if len(table.names) and card.calibration is not None:
        name = f"{network_id}-scores.png"
        thresholds = (card.no_support_threshold, card.support_threshold)
        draw_scores(table, card.calibration, thresholds, out / name)
        real = int((table.labels == 0).sum())
        text = (
            f"Scores of {real} real and {table.labels.size - real} fake validation crops: "
            "histogram, ROC with both operating points, reliability, Tippett plot"
        )
        pictures.append((name, text))
    drawn = out / f"{network_id}-curve.png"
    if len(curve) > 1:
        draw_history(curve, drawn)
    if drawn.is_file():
        pictures.append((drawn.name, "Loss and validation AUC while training"))
    return pictures


def page_of(
    card: Mapping[str, Any],
    history: list[dict[str, float]],
    pictures: Sequence[tuple[str, str]] = (),
) -> str:
    """Give a card as a page in Markdown, with pictures that lie beside it."""
    lines = [
        f"# {card['title']} (`{card['id']}`)",
        "",
        f"Version {card['version']}, {card['date']}, {card['license']}. {card['paper']}.",
        "",
        "## Limits",
        *(f"- {sentence}" for sentence in card["limits"]["text"]),
        "",
        "## Input",
        *_table(card["input"]),
        "## Training",
        *_table(card["training"]),
    ]
    for name, text in pictures:
        lines += [f"![{text}]({name})", "", f"*{text}.*", ""]
    for title, name in _SECTIONS:
        if name in card:
            lines += [f"## {title}", *_table(card[name])]
    if history:
        lines += [_CURVE_TITLE, *_curve(history)]
    return "\n".join(lines).rstrip() + "\n"


def _table(section: Mapping[str, Any], prefix: str = "") -> list[str]:
    lines = [] if prefix else ["| | |", "|---|---|"]
    for key, value in section.items():
        if isinstance(value, Mapping):
            lines += _table(value, f"{prefix}{key}: ")
        elif not key.endswith("_ci95"):
            bounds = section.get(f"{key}_ci95")
            interval = f" (95 % interval {bounds[0]} to {bounds[1]})" if bounds else ""
            lines.append(f"| {prefix}{key} | {value}{interval} |")
    return lines if prefix else [*lines, ""]


def _curve(history: list[dict[str, float]]) -> list[str]:
    stride = max(1, len(history) // _CURVE_LINES)
    shown = [
        entry
        for number, entry in enumerate(history)
        if number % stride == 0 or "validation_auc" in entry or number == len(history) - 1
    ]
    lines = ["| step | minutes | loss | validation AUC (part of the split) |", "|---|---|---|---|"]
    for entry in shown:
        minutes = entry["elapsed_s"] / 60
        auc = entry.get("validation_auc", "")
        lines.append(f"| {entry['step']} | {minutes:.1f} | {entry['loss']:.3f} | {auc} |")
    return lines
