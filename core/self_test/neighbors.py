# SPDX-License-Identifier: Apache-2.0
"""Steps that need more than this process: a signature's key, worker processes, the window."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil

from core.batch.cluster import ClusterRunner
from core.batch.discovery import Scope
from core.batch.local import LocalProcesses
from core.batch.options import BatchOptions
from core.batch.records import BatchFinished, ItemFinished
from core.batch.run import run_batch
from core.cancel import CancelToken
from core.dossier import Dossier
from core.engines.base import usable_cores
from core.records import Outcome
from core.report.catalog import export_reports
from core.report.export import ExportOptions
from core.self_test.bench import Bench
from core.self_test.records import Step, StepFailedError, require
from core.signing.signer import load_signer
from core.signing.validation import load_roots
from core.verify.check import VerifyOptions, verify_path
from core.verify.findings import first_failure

# The window answers this by showing itself once; see gui/lifecycle/first_paint.py.
PAINT_FLAG = "--facewitness-first-paint"
_PAINTED = re.compile(r"painted after ([\d.]+) s")
_WINDOW_TIMEOUT_S = 90


def neighbor_steps(bench: Bench, *, with_window: bool) -> Iterator[Step]:
    """Give the steps in order.

    Args:
        bench: Where an image was analyzed before.
        with_window: Whether the window is tried; it is shown on no screen.
    """
    yield Step("signature", "signature", lambda: _sign(bench))
    yield Step("workers", "worker process", lambda: _batch(bench))
    if with_window:
        yield Step("window", "window", _window)
    yield Step("network", "network", _network)


def window_command() -> list[str]:
    """How the program starts itself to show its window once."""
    if getattr(sys, "frozen", False):
        return [sys.executable, PAINT_FLAG]
    return [sys.executable, "-m", "gui", PAINT_FLAG]


def _sign(bench: Bench) -> str:
    """Sign a report with a key made for this test, and check it as another laboratory would."""
    if bench.image_result is None:
        raise StepFailedError("not tried: the image was not analyzed")
    folder = bench.folder / "signed"
    key, certificate = _make_key(bench.folder)
    export_reports(
        Dossier(bench.image_result),
        folder,
        ("json", "pdf"),
        evidence=bench.image,
        options=ExportOptions(seal=load_signer(key, None)),
    )
    checks = list(verify_path(folder, VerifyOptions(roots=load_roots([certificate]))))
    failure = first_failure(checks)
    require(failure is None, f"it does not verify: {failure}")
    signed = [check for check in checks if "signature" in check.what]
    require(len(signed) > 0, "no signature was found")
    return f"a report signed with a test key verifies ({len(checks)} checks)"


def _make_key(folder: Path) -> tuple[Path, Path]:
    """Make a key with its own certificate, good for an hour; PKCS#12 and PEM."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import pkcs12
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "FaceWitness self-test")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now - timedelta(minutes=5))
    builder = builder.not_valid_after(now + timedelta(hours=1))
    usage = dict.fromkeys(_USAGES, False) | dict.fromkeys(_USAGES[:2], True)
    builder = builder.add_extension(x509.KeyUsage(**usage), critical=True)
    certificate = builder.sign(key, hashes.SHA256())
    key_file, certificate_file = folder / "test-key.p12", folder / "test-root.pem"
    key_file.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"self-test", key, certificate, None, serialization.NoEncryption()
        )
    )
    certificate_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return key_file, certificate_file


_USAGES = (
    *("digital_signature", "content_commitment", "key_cert_sign", "crl_sign"),
    *("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"),
)


def _batch(bench: Bench) -> str:
    """Run a batch of one file on a worker process of this machine."""
    require(bench.image.exists(), "not tried: there is no image")
    options = BatchOptions(
        folder=bench.image.parent,
        out=bench.folder / "batch",
        settings=bench.settings,
        formats=("json",),
        scope=Scope(include=(bench.image.name,)),
        threads=usable_cores(),
    )
    events = list(run_batch(options, ClusterRunner(LocalProcesses(1)), CancelToken()))
    items = [event.item for event in events if isinstance(event, ItemFinished)]
    require(any(isinstance(event, BatchFinished) for event in events), "it did not come to its end")
    require(len(items) == 1, f"{len(items)} files were analyzed instead of one")
    outcome, reason = items[0].outcome, items[0].reason
    require(outcome is not Outcome.COULD_NOT_EVALUATE, f"could not evaluate: {reason}")
    return f"started, analyzed the image ({outcome.value if outcome else ''}), ended"


def _window() -> str:
    """Have the window shown once, where nobody sees it, by a second instance of the program."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = _run(window_command(), env)
    found = _PAINTED.search(done.stdout)
    if done.returncode != 0 or found is None:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise StepFailedError(f"it cannot be shown: {' '.join(said[-3:]) or done.returncode}")
    return f"painted {found[1]} s after its process began, without a screen"


def _run(command: Sequence[str], env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(  # noqa: S603  our own program
            command, env=env, capture_output=True, text=True, timeout=_WINDOW_TIMEOUT_S, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise StepFailedError(f"it was not shown within {_WINDOW_TIMEOUT_S} s") from error


def _network() -> str:
    """Look at the connections of this process and its children: none may leave the machine."""
    me = psutil.Process()
    outside = []
    for process in (me, *me.children(recursive=True)):
        try:
            found = process.net_connections(kind="inet")
        except psutil.Error:
            continue  # it is gone, or the system does not tell
        outside += [one.raddr.ip for one in found if one.raddr and not _is_local(one.raddr.ip)]
    require(not outside, f"connections to other machines: {', '.join(sorted(set(outside)))}")
    return "no connection to another machine"


def _is_local(address: str) -> bool:
    return address.startswith("127.") or address in {"::1", "::ffff:127.0.0.1"}
