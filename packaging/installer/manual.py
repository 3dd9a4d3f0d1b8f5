# SPDX-License-Identifier: Apache-2.0
"""The manual page, written from the command line's own descriptions so that it cannot differ."""

from __future__ import annotations

import enum
import gzip
import typing
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_KINDS = {Path: "PATH", int: "NUMBER", float: "NUMBER"}
EXITS = (
    ("0", "Done, whatever the outcome."),
    ("2", "The command line has no meaning."),
    ("3", "At least one file could not be evaluated."),
    ("4", "Weights are missing or altered."),
    ("5", "Verification or self-test failed."),
    ("6", "An outcome that batch --fail-on names."),
    ("130", "Interrupted."),
)
_ABOUT = (
    "FaceWitness finds every face in an image or a video, scores every face in every examined "
    "frame for signs of manipulation, and writes a result that another laboratory can check and "
    "repeat. It works offline and opens evidence read-only. Without a command it shows its window."
)
_CAUTION = (
    "The absence of detection does not show that the file is authentic. A score is no probability "
    "that something is fake. The error rates that were measured stand in the detectors' cards, "
    "which facewitness models lists."
)


def manual_page(version: str, epoch: int) -> bytes:
    """Write facewitness(1).

    Args:
        version: Of the program.
        epoch: Date of the page, seconds since 1970.

    Returns:
        Compressed roff.
    """
    import typer

    from core.cli import app, batch_commands, self_test  # noqa: F401  they bring their commands

    command = typer.main.get_command(app.app)
    text = "\n".join(_page(command, version, epoch)) + "\n"
    return gzip.compress(text.encode("utf-8"), mtime=0)


def _page(command: Any, version: str, epoch: int) -> Iterator[str]:
    date = datetime.fromtimestamp(epoch, UTC).date().isoformat()
    yield f'.TH FACEWITNESS 1 "{date}" "FaceWitness {version}" "User Commands"'
    yield from (".SH NAME", "facewitness \\- face\\-manipulation screening for investigators")
    yield from (".SH SYNOPSIS", ".B facewitness", ".RI [ FILE ...]", ".br", ".B facewitness")
    yield from (".I COMMAND", ".RI [ OPTION ...]")
    yield from (".SH DESCRIPTION", roff(_ABOUT), ".PP", roff(_CAUTION), ".SH COMMANDS")
    for name, one in command.commands.items():
        yield from _command(name, one)
    yield ".SH EXIT STATUS"
    for code, meaning in EXITS:
        yield from (".TP", f".B {code}", roff(meaning))
    yield from (".SH FILES", ".TP", ".I ~/.local/share/facewitness/weights")
    yield roff("Folders of further detectors, each with card.toml and network.onnx.")
    yield from (".TP", ".I ~/.config/FaceWitness", roff("What the window remembers."))
    yield from (".SH ENVIRONMENT", ".TP", ".B FACEWITNESS_WEIGHTS_DIR")
    yield roff("One more folder with detectors.")
    yield from (".TP", ".B FACEWITNESS_LOG", roff("Level of the window's log, such as INFO."))


def _command(name: str, command: Any) -> Iterator[str]:
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    words = " ".join(_argument(one) for one in arguments)
    yield f".SS {roff(f'facewitness {name} {words}'.strip())}"
    yield roff(" ".join((command.help or "").split()))
    for one in (*arguments, *command.params):
        if one.param_type_name == "option":
            names = ", ".join((*one.opts, *one.secondary_opts))
            value = "" if one.is_flag else f" {_value(one)}"
            yield from (".TP", f".B {roff(names + value)}", roff(_help(one)))
    for one in arguments:
        yield from (".TP", f".I {roff(_name(one))}", roff(_help(one)))


def _argument(one: Any) -> str:
    return f"{_name(one)}{'...' if one.nargs == -1 else ''}"


def _name(one: Any) -> str:
    return str(one.metavar or one.name).upper()


def _value(one: Any) -> str:
    """Say what an option takes, from the type that it was declared with."""
    kinds = _plain_types(one.type_descriptor.annotation)
    for kind in kinds:
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return "|".join(str(member.value) for member in kind)
    if kinds and all(isinstance(kind, str) for kind in kinds):  # of a Literal
        return "|".join(kinds)
    return next((name for kind, name in _KINDS.items() if kind in kinds), "TEXT")


def _plain_types(annotation: Any) -> list[Any]:
    """Take lists, unions and literals apart."""
    parts = typing.get_args(annotation)
    return [kind for part in parts for kind in _plain_types(part)] if parts else [annotation]


def _help(one: Any) -> str:
    text = " ".join((getattr(one, "help", None) or "").split())
    default = one.default
    is_shown = isinstance(default, str | int | float) and not isinstance(default, bool)
    return f"{text} Default: {default}." if is_shown and default != "" else text


def roff(text: str) -> str:
    """Write text so that roff takes it for text."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{escaped}" if escaped.startswith((".", "\\(aq")) else escaped
