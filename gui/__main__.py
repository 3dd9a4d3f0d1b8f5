# SPDX-License-Identifier: Apache-2.0
"""`facewitness`: the window, or the command line where a sub-command or an option is given."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from pathlib import Path

# Until there is something to tidy up, Ctrl-C ends the process as it ends any other.
signal.signal(signal.SIGINT, signal.SIG_DFL)

from core.media.launch import become_decoder_if_asked  # noqa: E402

# Shows the window, prints how many seconds after the process's start it was painted, and leaves.
# Not for people: the self-test and the installer's tests ask for it.
PAINT_FLAG = "--facewitness-first-paint"


def main(arguments: list[str] | None = None) -> None:
    """Start the window with the files that are named, or hand over to the command line."""
    multiprocessing.freeze_support()
    # A packaged program starts itself again as the decoder; that one loads nothing else.
    become_decoder_if_asked()
    from core.cli.commands import COMMANDS  # noqa: PLC0415

    words = sys.argv[1:] if arguments is None else arguments
    show_once = words[:1] == [PAINT_FLAG]
    words = words[1:] if show_once else words
    if words and (words[0] in COMMANDS or words[0].startswith("-")):
        # Only here: the window appears a third of a second sooner without it.
        from core.cli.app import main as command_line  # noqa: PLC0415

        command_line(words)
    try:
        from gui.app import main as show_window  # noqa: PLC0415  Qt only where it is needed
    except ImportError as error:
        sys.exit(
            f"facewitness: the window cannot be shown: {error}\n"
            "  On Debian or Ubuntu: sudo apt-get install libegl1 libgl1 libxkbcommon0 libdbus-1-3 "
            "libfontconfig1 libxcb-cursor0\n"
            "  Without a window: facewitness analyze FILE --out DIR"
        )
    if show_once:
        from gui.lifecycle.first_paint import FirstPaint  # noqa: PLC0415

        sys.exit(show_window(on_shown=FirstPaint))
    sys.exit(show_window([Path(word) for word in words]))


if __name__ == "__main__":
    main()
