# SPDX-License-Identifier: Apache-2.0
"""A display in memory, and pictures of it."""

from __future__ import annotations

import struct
import subprocess
import tempfile
import time
import zlib
from pathlib import Path
from types import TracebackType

from installer.talk import stop

SIZE = (1280, 800)


class Screen:
    """An X server without a monitor.

    Attributes:
        name: As DISPLAY has it.
    """

    def __init__(self) -> None:
        """Start it."""
        self._folder = tempfile.TemporaryDirectory(prefix="facewitness-screen-")
        number = next(n for n in range(90, 200) if not Path(f"/tmp/.X11-unix/X{n}").exists())  # noqa: S108
        self.name = f":{number}"
        geometry = f"{SIZE[0]}x{SIZE[1]}x24"
        # No access list: nothing but the socket of this machine leads to it.
        options = ["-screen", "0", geometry, "-fbdir", self._folder.name, "-ac"]
        self._server = subprocess.Popen(
            ["Xvfb", self.name, *options, "-nolisten", "tcp"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(100):
            if Path(f"/tmp/.X11-unix/X{number}").exists():  # noqa: S108
                return
            time.sleep(0.1)
        stop("the display did not start")

    def __enter__(self) -> Screen:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    def pixels(self) -> bytes:
        """Give what is shown: RGB, a byte each, row by row."""
        content = (Path(self._folder.name) / "Xvfb_screen0").read_bytes()
        return rgb_of_xwd(content)

    def save(self, file: Path) -> None:
        """Write what is shown as a PNG."""
        file.write_bytes(png(self.pixels(), *SIZE))


def rgb_of_xwd(content: bytes) -> bytes:
    """Read a window dump of 32 bits a pixel, blue first (XWD, X11's own form).

    Raises:
        ValueError: It is of another kind.
    """
    header = struct.unpack(">25I", content[:100])
    size, width, height, bits, stride, colors = (header[i] for i in (0, 4, 5, 11, 12, 19))
    if bits != 32:
        raise ValueError(f"expected 32 bits a pixel, got {bits}")
    start = size + colors * 12
    rows = []
    for row in range(height):
        line = content[start + row * stride : start + row * stride + width * 4]
        rgb = bytearray(width * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = line[2::4], line[1::4], line[0::4]
        rows.append(bytes(rgb))
    return b"".join(rows)


def png(rgb: bytes, width: int, height: int) -> bytes:
    """Encode pixels: RGB, a byte each, row by row."""
    rows = b"".join(b"\0" + rgb[y * width * 3 : (y + 1) * width * 3] for y in range(height))
    facts = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", facts), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
