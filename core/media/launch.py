# SPDX-License-Identifier: Apache-2.0
"""Starts the decoder's process, from source or from the packaged program.

Not `multiprocessing`: its spawn imports the parent's main module again (which may load Qt or a
test runner), its workers may have no children of their own (a batch runs in such workers), and
its results are pickles. The process gets three inherited handles and nothing else.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any

import core

_FLAG = "--facewitness-decoder"
_BOOT = (
    "import json,sys;a=json.loads(sys.argv[1]);sys.path[:]=a['path'];"
    "from core.media.child import main;main(a['handles'])"
)


@dataclass(frozen=True, slots=True)
class Child:
    """A running decoder process and the parent's end of its connection."""

    process: subprocess.Popen[bytes]
    connection: Connection

    def end(self) -> None:
        """Kill it and collect it; may be called again."""
        with contextlib.suppress(OSError):
            self.process.kill()
        self.process.wait()
        self.connection.close()


def become_decoder_if_asked() -> None:
    """Run as the decoder and exit, if this process was started for that.

    Call it first thing in every entry point of the packaged program, before Qt or anything slow
    is imported: there the program is its own interpreter.
    """
    if len(sys.argv) == 3 and sys.argv[1] == _FLAG:
        from core.media.child import main

        main(json.loads(sys.argv[2])["handles"])


def start_child(evidence: int, shared: int | None) -> Child:
    """Start a decoder for one file.

    Args:
        evidence: Descriptor of the file.
        shared: Descriptor of the frame memory, or None.

    Raises:
        OSError: The system gives no process.
    """
    ours, theirs = Pipe(duplex=True)
    try:
        process = _spawn(theirs, evidence, shared)
    except OSError:
        ours.close()
        raise
    finally:
        theirs.close()
    return Child(process, ours)


def _spawn(theirs: Connection, evidence: int, shared: int | None) -> subprocess.Popen[bytes]:
    # One thread for numpy's linear algebra, which is not used, and few heaps: each reserves
    # address space, which is limited.
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}
    if sys.platform == "win32":
        import msvcrt

        handles = [theirs.fileno(), msvcrt.get_osfhandle(evidence)]
        startup = subprocess.STARTUPINFO(lpAttributeList={"handle_list": handles})
        for handle in handles:
            os.set_handle_inheritable(handle, True)
        return _start([*handles, None], environment, startupinfo=startup)
    inherited = [theirs.fileno(), evidence, shared]
    # A group of its own: Ctrl-C in a terminal goes to the whole group, and a decoder that died of
    # it would count against its file. It ends with its parent all the same.
    return _start(
        inherited,
        environment,
        pass_fds=[h for h in inherited if h is not None],
        process_group=0,
    )


def _start(
    handles: list[int | None], environment: dict[str, str], **inheritance: Any
) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603  # our own interpreter, arguments without a shell
        _command(handles),
        env=environment,
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        **inheritance,
    )


def _command(handles: list[int | None]) -> list[str]:
    """The command line; from source, isolated from the user's site and environment settings."""
    if getattr(sys, "frozen", False):
        return [sys.executable, _FLAG, json.dumps({"handles": handles})]
    # A virtual environment's python.exe on Windows is a launcher that starts the real one, which
    # would not be the process that we kill.
    executable = getattr(sys, "_base_executable", "") if sys.platform == "win32" else ""
    root = str(Path(core.__file__).parents[1])
    settings = {"path": [root, *(p for p in sys.path if p)], "handles": handles}
    return [executable or sys.executable, "-I", "-S", "-c", _BOOT, json.dumps(settings)]
