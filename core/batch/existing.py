# SPDX-License-Identifier: Apache-2.0
"""An existing Dask cluster, reached by the address of its scheduler."""

from __future__ import annotations

import ssl
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.batch import on_worker
from core.errors import AnalysisError, ClusterError, SettingsError
from core.text import printable

if TYPE_CHECKING:
    from distributed import Client, Security

_CONNECT_S = 15.0


@dataclass(frozen=True, slots=True)
class TlsFiles:
    """PEM files for `tls://` addresses, as Dask's `Security` takes them."""

    ca: Path | None = None
    cert: Path | None = None
    key: Path | None = None


class ExistingCluster:
    """A cluster that others started and that goes on without us."""

    shares_disk = False

    def __init__(self, address: str, tls: TlsFiles | None = None) -> None:
        """Connect to nothing yet.

        Args:
            address: `tcp://HOST:PORT` or `tls://HOST:PORT`.
            tls: Where it asks for certificates.

        Raises:
            SettingsError: The address has another form, or a file is missing.
        """
        self.where = f"cluster {printable(address)}"
        self._address = address
        self._tls = tls or TlsFiles()
        if not address.startswith(("tcp://", "tls://")):
            raise SettingsError(f"expected tcp://HOST:PORT or tls://HOST:PORT, got {address!r}")
        for file in (self._tls.ca, self._tls.cert, self._tls.key):
            if file is not None and not file.is_file():
                raise SettingsError(f"There is no file {printable(str(file))}.")
        if address.startswith("tls://") and None in {self._tls.ca, self._tls.cert, self._tls.key}:
            raise SettingsError("tls:// needs --tls-ca, --tls-cert and --tls-key.")

    def connect(self) -> Client:
        """Connect to the scheduler."""
        import dask
        from distributed import Client

        try:
            # Files that are sent to the workers are meant to be large.
            dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})
            return Client(
                self._address,
                security=self._security(),
                timeout=_CONNECT_S,
                set_as_default=False,
            )
        except (OSError, ssl.SSLError, ValueError, TypeError) as error:
            raise ClusterError(
                f"No Dask scheduler answers at {printable(self._address)}: {error}.",
                advice="Check the address, the certificates and that the scheduler runs.",
            ) from error

    def grown(self, pid: int) -> AnalysisError | None:  # noqa: ARG002  the protocol's
        """Leave the workers' memory to their own nannies."""
        return None

    def end(self, client: Client, address: str, pid: int) -> None:  # noqa: ARG002  the protocol's
        """Ask the worker to end itself, beside the analysis that does not come back."""
        with suppress(Exception):
            client.run(on_worker.end_process, workers=[address], wait=False, on_error="ignore")

    def close(self) -> None:
        """Leave the cluster to its owners."""

    def _security(self) -> Security | None:
        from distributed import Security

        if not self._address.startswith("tls://"):
            return None
        return Security(
            tls_ca_file=str(self._tls.ca),
            tls_client_cert=str(self._tls.cert),
            tls_client_key=str(self._tls.key),
            require_encryption=True,
        )
