# SPDX-License-Identifier: Apache-2.0
"""Takes rights away from the decoder's process, for good, before it sees the file's content.

Best effort by platform: each measure that took hold is named in the result, and a platform
without any says so. Linux: resource limits, Landlock, an empty network name space and a seccomp
filter. Elsewhere: resource limits as far as the system has them.

References: kernel documentation, userspace-api/landlock.rst, seccomp_filter.rst; numbers from
arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys

if sys.platform != "win32":
    import resource

_PR_SET_NO_NEW_PRIVS = 38
_CLONE_NEWNET = 0x4000_0000
_CLONE_NEWUSER = 0x1000_0000
_CLONE_THREAD = 0x0001_0000
_LANDLOCK_CREATE_RULESET, _LANDLOCK_RESTRICT_SELF = 444, 446
_LANDLOCK_VERSION_FLAG = 1
# File system rights known to each version of Landlock; a later one knows all of an earlier one.
_LANDLOCK_RIGHTS = {1: 0x1FFF, 2: 0x3FFF, 3: 0x7FFF, 4: 0x7FFF, 5: 0xFFFF}
_SECCOMP_SET_MODE_FILTER, _SECCOMP_ALL_THREADS = 1, 1

# System call, its number on x86-64, its number on aarch64; "-" where it does not exist.
_DENIED_CALLS = """
socket 41 198, socketpair 53 199, connect 42 203, bind 49 200, listen 50 201, accept 43 202,
accept4 288 242, sendto 44 206, sendmsg 46 211, sendmmsg 307 269,
execve 59 221, execveat 322 281, fork 57 -, vfork 58 -, ptrace 101 117,
process_vm_readv 310 270, process_vm_writev 311 271, kill 62 129, tkill 200 130,
pidfd_open 434 434, pidfd_send_signal 424 424, pidfd_getfd 438 438, process_madvise 440 440,
open 2 -, openat 257 56, openat2 437 437, creat 85 -, unlink 87 -, unlinkat 263 35,
rename 82 -, renameat 264 38, renameat2 316 276, mkdir 83 -, mkdirat 258 34, rmdir 84 -,
link 86 -, linkat 265 37, symlink 88 -, symlinkat 266 36, chmod 90 -, fchmod 91 52,
fchmodat 268 53, chown 92 -, fchown 93 55, lchown 94 -, fchownat 260 54, truncate 76 45,
ftruncate 77 46, utime 132 -, utimes 235 -, utimensat 280 88, futimesat 261 -,
setxattr 188 5, lsetxattr 189 6, fsetxattr 190 7, mknod 133 -, mknodat 259 33,
open_by_handle_at 304 265,
mount 165 40, umount2 166 39, pivot_root 155 41, chroot 161 51, fsopen 430 430,
open_tree 428 428, move_mount 429 429, bpf 321 280, perf_event_open 298 241,
userfaultfd 323 282, keyctl 250 219, add_key 248 217, request_key 249 218,
init_module 175 105, finit_module 313 273, delete_module 176 106, io_uring_setup 425 425,
io_uring_enter 426 426, setns 308 268, io_uring_register 427 427, unshare 272 97,
memfd_create 319 279, memfd_secret 447 447, personality 135 92, kexec_load 246 104
"""
# Machine: (column above, AUDIT_ARCH, clone, clone3, seccomp)
_MACHINES = {
    "x86_64": (0, 0xC000_003E, 56, 435, 317),
    "aarch64": (1, 0xC000_00B7, 220, 435, 277),
}
_X32_BIT = 0x4000_0000


def limit_resources(max_memory_bytes: int) -> tuple[str, ...]:
    """Bound memory and forbid core dumps, larger files and many descriptors.

    Returns:
        A phrase for each measure that took hold.
    """
    if sys.platform == "win32":
        return ()
    measures = [
        (resource.RLIMIT_CORE, 0, "no core dump"),
        (resource.RLIMIT_FSIZE, 0, "no writing to files"),
        (resource.RLIMIT_NOFILE, 64, "at most 64 open files"),
    ]
    if sys.platform == "linux":  # macOS accepts this limit and does not enforce it
        text = f"address space limited to {max_memory_bytes >> 20} MiB"
        measures.append((resource.RLIMIT_AS, max_memory_bytes, text))
    done = []
    for what, limit, text in measures:
        hard = resource.getrlimit(what)[1]
        value = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(what, (value, value))
        except (OSError, ValueError):
            continue
        done.append(text)
    return tuple(done)


def lock_down() -> tuple[str, ...]:
    """Give up network, files and other processes; imports must be done before.

    Returns:
        A phrase for each measure that took hold; one that says so where none did.
    """
    done: list[str] = []
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
            done.append("no new privileges")
        if libc.unshare(_CLONE_NEWNET) == 0 or libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0:
            done.append("network name space without any network")
        done.extend(_apply_landlock(libc))
        done.extend(_apply_seccomp(libc))
    if not done:
        return (f"no block of network and files on {platform.system()}",)
    return tuple(done)


def _apply_landlock(libc: ctypes.CDLL) -> tuple[str, ...]:
    """Handle every right and grant none: no file can be opened, listed or made any more."""
    version = libc.syscall(_LANDLOCK_CREATE_RULESET, None, 0, _LANDLOCK_VERSION_FLAG)
    if version < 1:
        return ()
    rights = _LANDLOCK_RIGHTS[min(version, max(_LANDLOCK_RIGHTS))]
    attributes = struct.pack("=Q", rights)
    if version >= 4:
        attributes += struct.pack("=Q", 0b11)  # binding and connecting TCP sockets
    if version >= 6:
        attributes += struct.pack("=Q", 0b11)  # abstract UNIX sockets and signals to others
    ruleset = libc.syscall(_LANDLOCK_CREATE_RULESET, attributes, len(attributes), 0)
    if ruleset < 0:
        return ()
    try:
        if libc.syscall(_LANDLOCK_RESTRICT_SELF, ruleset, 0) != 0:
            return ()
    finally:
        os.close(ruleset)
    return (f"file system closed (Landlock {version})",)


def _apply_seccomp(libc: ctypes.CDLL) -> tuple[str, ...]:
    """Refuse the denied system calls, for all threads; threads may still be started."""
    machine = _MACHINES.get(platform.machine())
    if machine is None or sys.maxsize < 2**32:
        return ()
    code = _filter_program(machine)
    program = ctypes.create_string_buffer(code, len(code))
    # struct sock_fprog: the number of 8-byte instructions, then their address.
    header = struct.pack("@HP", len(code) // 8, ctypes.addressof(program))
    number = machine[4]
    if libc.syscall(number, _SECCOMP_SET_MODE_FILTER, _SECCOMP_ALL_THREADS, header) != 0:
        return ()
    return ("system calls for network, files by name, programs and processes refused (seccomp)",)


def _filter_program(machine: tuple[int, int, int, int, int]) -> bytes:
    """Classic BPF over struct seccomp_data: number at 0, architecture at 4, arguments from 16."""
    load, jump_equal, jump_at_least, jump_any_bit, give = 0x20, 0x15, 0x35, 0x45, 0x06
    allow, kill, refuse = 0x7FFF_0000, 0x8000_0000, 0x0005_0000
    column, architecture, clone, clone3, _ = machine
    steps: list[tuple[int, int, int, int]] = [
        (load, 0, 0, 4),
        (jump_equal, 1, 0, architecture),
        (give, 0, 0, kill),
        (load, 0, 0, 0),
        # The second ABI of x86-64 numbers the same calls differently.
        (jump_at_least, 0, 1, _X32_BIT),
        (give, 0, 0, refuse | errno.EPERM),
        # The C library then falls back to clone, whose flags can be looked at here.
        (jump_equal, 0, 1, clone3),
        (give, 0, 0, refuse | errno.ENOSYS),
        (jump_equal, 0, 4, clone),
        (load, 0, 0, 16),
        (jump_any_bit, 0, 1, _CLONE_THREAD),
        (give, 0, 0, allow),
        (give, 0, 0, refuse | errno.EPERM),
    ]
    for entry in _DENIED_CALLS.split(","):
        number = entry.split()[1 + column]
        if number != "-":
            steps += [(jump_equal, 0, 1, int(number)), (give, 0, 0, refuse | errno.EACCES)]
    steps.append((give, 0, 0, allow))
    return b"".join(struct.pack("=HBBI", *step) for step in steps)
