# SPDX-License-Identifier: Apache-2.0
"""Keeps a second writer away from an open file, on every system, until it is closed.

The lock belongs to the open file, so it also keeps out a second opening in the same process, and
the system lifts it when the process dies.
"""

from __future__ import annotations

import os
import sys

if sys.platform == "win32":
    import msvcrt

    # Windows keeps readers out of a locked range too, so one byte far behind the end is locked.
    _FAR_BEHIND = 2**62

    def try_lock(handle: int) -> bool:
        """Take the lock if nobody has it; says whether it was had."""
        here = os.lseek(handle, 0, os.SEEK_CUR)
        os.lseek(handle, _FAR_BEHIND, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, here, os.SEEK_SET)
        return True

else:
    import fcntl

    def try_lock(handle: int) -> bool:
        """Take the lock if nobody has it; says whether it was had.

        Raises:
            OSError: The file system has no locks.
        """
        try:
            # Not lockf: its lock ends as soon as the process closes any handle of the file.
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
