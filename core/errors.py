# SPDX-License-Identifier: Apache-2.0
"""The exceptions of the analysis, in one tree.

    AnalysisError                     code, advice; facts as attributes
    ├── MediaError
    │   ├── UnsupportedMediaError     unsupported_media      not a type we open, or one we refuse
    │   ├── CorruptMediaError         corrupt_media          no frame can be had from it
    │   ├── MediaAccessError          media_access           missing, not readable, not a file
    │   ├── MediaChangedError         media_changed          the file changed while it was analysed
    │   ├── LimitExceededError        limit_exceeded         pixels, memory, time or frames
    │   └── DecoderCrashedError       decoder_crashed        the decoder's process died
    ├── FaceStageError                face_stage             the face detector cannot run
    ├── DetectorError
    │   ├── WeightsMissingError       weights_missing
    │   ├── WeightsMismatchError      weights_mismatch       the hash is not the card's
    │   ├── WeightsCardError          weights_card           the card cannot be used
    │   ├── EngineUnavailableError    engine_unavailable     not installed, or no such device
    │   └── OutOfMemoryError          out_of_memory
    ├── BatchError
    │   ├── BatchBusyError            batch_busy             another run writes the same state
    │   ├── WorkerCrashedError        worker_crashed         the process that analysed a file died
    │   ├── ClusterError              cluster                no cluster there, or no workers
    │   └── ClusterMismatchError      cluster_mismatch       a worker has other code or weights
    ├── ReportError                   report                 a report cannot be written
    │   └── SigningError              signing                a signature cannot be made
    ├── CaseLogError                  case_log               a case log cannot be written
    ├── CaseError                     case                   a case cannot be opened or kept
    │   ├── CaseBusyError             case_busy              it is open already
    │   └── CaseFolderError           case_folder            its folder cannot be taken
    └── SettingsError                 settings               a setting has no meaning

"No face found" and "cancelled" are outcomes, not errors. An error never becomes a score.
"""

from __future__ import annotations


class AnalysisError(Exception):
    """Base of all errors that an analysis raises on purpose.

    Args:
        message: One sentence that says what happened, with the facts.
        advice: One sentence that says what the user can do; may be empty.
        facts: Machine-readable facts, kept as `facts`.

    Attributes:
        code: Stable identifier of the kind of error; written to reports.
        message: As given.
        advice: As given.
        facts: As given.
    """

    code = "analysis"

    def __init__(self, message: str, *, advice: str = "", **facts: object) -> None:
        """Keep the sentence, the advice and the facts."""
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.facts = facts

    def __reduce__(self) -> tuple[object, ...]:
        """Survive pickling, since errors cross from the decoder's process."""
        return (_rebuild, (type(self), self.message, self.advice, self.facts))


def _rebuild(
    kind: type[AnalysisError], message: str, advice: str, facts: dict[str, object]
) -> AnalysisError:
    return kind(message, advice=advice, **facts)


class MediaError(AnalysisError):
    """The evidence file cannot be read as media."""

    code = "media"


class UnsupportedMediaError(MediaError):
    """The content is of a type that is not opened, or one that is refused on purpose."""

    code = "unsupported_media"


class CorruptMediaError(MediaError):
    """The content claims a known type but no frame can be had from it."""

    code = "corrupt_media"


class MediaAccessError(MediaError):
    """The file is missing, may not be read, or is not a regular file."""

    code = "media_access"


class MediaChangedError(MediaError):
    """The file's SHA-256 after the analysis differs from the one before."""

    code = "media_changed"


class LimitExceededError(MediaError):
    """A limit on pixels, memory, time or frames was exceeded."""

    code = "limit_exceeded"


class DecoderCrashedError(MediaError):
    """The child process that decodes the file died."""

    code = "decoder_crashed"


class FaceStageError(AnalysisError):
    """The face detector cannot be loaded or run."""

    code = "face_stage"


class DetectorError(AnalysisError):
    """A manipulation detector cannot be loaded or run."""

    code = "detector"


class WeightsMissingError(DetectorError):
    """A detector's folder, card or network file is not there."""

    code = "weights_missing"


class WeightsMismatchError(DetectorError):
    """A file is not the one its card states, by SHA-256 or by type; it was not opened."""

    code = "weights_mismatch"


class WeightsCardError(DetectorError):
    """A card cannot be read, or a key in it is missing or has no meaning; `facts` has the key."""

    code = "weights_card"


class EngineUnavailableError(DetectorError):
    """The engine is not installed, or has no such device."""

    code = "engine_unavailable"


class OutOfMemoryError(DetectorError):
    """The engine ran out of memory."""

    code = "out_of_memory"


class BatchError(AnalysisError):
    """A batch cannot start or go on; what is finished stays finished."""

    code = "batch"


class BatchBusyError(BatchError):
    """Another run writes the same state."""

    code = "batch_busy"


class WorkerCrashedError(BatchError):
    """The worker process that analysed a file died, each time it was tried."""

    code = "worker_crashed"


class ClusterError(BatchError):
    """There is no cluster at the address, or it has no workers, or it was lost."""

    code = "cluster"


class ClusterMismatchError(ClusterError):
    """A worker would not give the same scores: other code, weights or settings."""

    code = "cluster_mismatch"


class ReportError(AnalysisError):
    """A report cannot be written."""

    code = "report"


class SigningError(ReportError):
    """A report cannot be signed; nothing was written."""

    code = "signing"


class CaseLogError(AnalysisError):
    """A case log cannot be opened or written, or is not whole."""

    code = "case_log"


class CaseError(AnalysisError):
    """A case cannot be opened, read or written."""

    code = "case"


class CaseBusyError(CaseError):
    """The case is open already, here or in another program."""

    code = "case_busy"


class CaseFolderError(CaseError):
    """The folder cannot hold a case: evidence lies there, or other files do."""

    code = "case_folder"


class SettingsError(AnalysisError):
    """A setting has no meaning; the message says what was expected and what came."""

    code = "settings"
