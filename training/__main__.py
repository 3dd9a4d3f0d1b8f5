# SPDX-License-Identifier: Apache-2.0
"""`python -m training`: checks that the extra `training` is installed, then runs the commands."""

from __future__ import annotations

import logging
import os
import sys
from importlib.util import find_spec

NEEDED = ("tensorflow", "keras", "onnx", "sklearn")

log = logging.getLogger(__name__)


def main() -> int:
    """Run a command.

    Returns:
        Exit code: 0 done, 2 usage, 3 the command failed or a package is missing.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        log.error("%s missing: install the extra `training`", ", ".join(missing))
        return 3
    from training.cli import run  # noqa: PLC0415 - needs the packages looked for above

    return run()


if __name__ == "__main__":
    sys.exit(main())
