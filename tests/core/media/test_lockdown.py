# SPDX-License-Identifier: Apache-2.0
"""What a locked-down process can still do, tried for real in one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

ATTEMPTS = """
import json, os, socket, sys, threading
from core.media import lockdown

attempts = {
    "memory": lambda: bytearray(4 << 30),
    "socket": lambda: socket.socket(),
    "unix socket": lambda: socket.socketpair(),
    "read a file": lambda: open(__file__ if False else sys.executable, "rb"),
    "make a file": lambda: open(os.path.join(sys.argv[1], "new"), "w"),
    "list a folder": lambda: os.listdir("/"),
    "remove a file": lambda: os.unlink(os.path.join(sys.argv[1], "old")),
    "rename a file": lambda: os.rename(os.path.join(sys.argv[1], "old"), "x"),
    "change rights": lambda: os.chmod(os.path.join(sys.argv[1], "old"), 0),
    "change times": lambda: os.utime(os.path.join(sys.argv[1], "old")),
    "new process": lambda: os.fork(),
    "new program": lambda: os.execv(sys.executable, [sys.executable, "-c", ""]),
    "kill the parent": lambda: os.kill(os.getppid(), 0),
    "anonymous file": lambda: os.memfd_create("x"),
}
said = lockdown.limit_resources(2 << 30) + lockdown.lock_down()
done = []
for name, attempt in attempts.items():
    try:
        attempt()
        done.append(name)
    except (OSError, MemoryError):
        pass
thread = threading.Thread(target=lambda: done.append("thread"))
thread.start()
thread.join()
print(json.dumps({"said": said, "done": done}))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such locks here")
def test_a_locked_process_can_start_threads_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "old").touch()
    result = subprocess.run(
        [sys.executable, "-c", ATTEMPTS, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    answer = json.loads(result.stdout)
    said = " ".join(answer["said"])
    assert "address space limited to 2048 MiB" in said
    assert "no new privileges" in said
    if "seccomp" not in said and "Landlock" not in said:
        pytest.skip("this kernel has neither")
    assert answer["done"] == ["thread"]
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


def test_a_system_without_any_lock_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    from core.media import lockdown

    monkeypatch.setattr(sys, "platform", "plan9")
    (said,) = lockdown.lock_down()
    assert said.startswith("no block of network and files")


def test_refused_calls_differ_on_each_machine() -> None:
    """A number that stands for two calls would be a slip in the table."""
    from core.media import lockdown

    rows = [entry.split() for entry in lockdown._DENIED_CALLS.split(",")]
    for column in (1, 2):
        numbers = [row[column] for row in rows if row[column] != "-"]
        assert len(set(numbers)) == len(numbers)
        assert len(numbers) > 50
