# SPDX-License-Identifier: Apache-2.0
"""Where reports may go: never into the evidence's folder, and what to say when writing fails."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from core.errors import ReportError
from core.text import printable

_ADVICE = {
    errno.ENOSPC: "Free some space or choose a folder on another disk.",
    errno.EFBIG: "Choose a folder on a disk that takes larger files.",
    errno.EDQUOT: "Free some of your quota or choose a folder on another disk.",
    errno.EACCES: "Choose a folder you may write to, and close the report if a program shows it.",
    errno.EBUSY: "Close the report in the program that shows it, or choose another folder.",
    errno.EPERM: "Choose a folder you may write to.",
    errno.EROFS: "Choose a folder on a disk that is not write-protected.",
    errno.ENAMETOOLONG: "Choose a folder with a shorter path.",
    errno.ENOTDIR: "Choose a folder, not a file.",
    errno.EEXIST: "Choose a folder, not a file.",
    errno.EISDIR: "A folder has the report's name: move it, or choose another folder.",
}
# ERROR_FILENAME_EXCED_RANGE, which Python reports as "not found".
_WINDOWS_PATH_TOO_LONG = 206


def prepare_folder(folder: Path) -> None:
    """Make a folder for reports and see that files can be written there, before hours of work.

    Raises:
        ReportError: They cannot; says what to do.
    """
    with writing_translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        # Nothing tells for sure but trying: rights, a read-only disk, access lists of Windows.
        with TemporaryFile(dir=folder):
            pass


def refuse_evidence_folder(folder: Path, evidence: Path) -> None:
    """Refuse the folder in which the evidence or a link to it lies, and all folders inside.

    Raises:
        ReportError: It is one of them.
    """
    real = Path(os.path.realpath(evidence))
    with writing_translated(folder):
        target = Path(os.path.realpath(folder))
        for taboo in (evidence.parent, real.parent):
            # By identity, not by name: upper and lower case, mounts and links may differ.
            if taboo.exists() and any(
                one.exists() and one.samefile(taboo) for one in (target, *target.parents)
            ):
                raise ReportError(
                    f"Nothing is written beside the evidence, and {printable(str(folder))} is the "
                    "folder it lies in, or inside of it.",
                    advice="Choose a folder that the evidence's folder does not contain.",
                )


@contextmanager
def writing_translated(folder: Path) -> Iterator[None]:
    """Turn what the system says into an error with an advice.

    Raises:
        ReportError: In place of an OSError.
    """
    try:
        yield
    except OSError as error:
        code = error.errno or 0
        if getattr(error, "winerror", None) == _WINDOWS_PATH_TOO_LONG:
            code = errno.ENAMETOOLONG
        raise ReportError(
            f"The reports cannot be written to {printable(str(folder))}: "
            f"{error.strerror or error}.",
            advice=_ADVICE.get(code, "Choose another folder."),
            errno=error.errno,
        ) from error
