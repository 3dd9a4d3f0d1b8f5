# SPDX-License-Identifier: Apache-2.0
"""Which frames show best what was found about each person; a pure function of the result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.dossier import KeyFace, KeyFrameChoice, KeyFrameReason
from core.records import AnalysisResult, FaceObservation, TrackResult

# A few tell more than many; all the others are in the CSV.
HIGHEST, LOWEST, SPACED = 2, 1, 3
# Pictures in one report, so that a crowd does not make it a picture book.
MOST_FRAMES = 48


def choose_key_frames(
    result: AnalysisResult, most: int = MOST_FRAMES
) -> tuple[KeyFrameChoice, ...]:
    """Choose frames for each person: highest and lowest score, and some evenly over time.

    Highest and lowest stand for what speaks for and against manipulation; the evenly spaced ones
    were chosen without looking at scores. A frame is chosen once for a person, for the first of
    these reasons that holds. A person without a usable face is shown once, as found.

    Args:
        result: Any result.
        most: At most so many frames in all; people are served in turn, in the order of the
            result.

    Returns:
        Choices in order of person, then time.
    """
    together = _faces_by_frame(result)
    is_image = result.media is not None and result.media.kind == "image"
    wanted = [list(_of_track(track, is_image=is_image)) for track in result.tracks]
    chosen: list[tuple[int, FaceObservation, KeyFrameReason]] = []
    for turn in range(max(map(len, wanted), default=0)):
        for place, ranked in enumerate(wanted):
            if turn < len(ranked) and len(chosen) < most:
                chosen.append((place, *ranked[turn]))
    chosen.sort(key=lambda one: (one[0], one[1].frame_index))
    return tuple(
        KeyFrameChoice(
            track_id=seen.track_id,
            frame_index=seen.frame_index,
            time_s=seen.time_s,
            reason=reason,
            faces=together[seen.frame_index],
        )
        for _, seen, reason in chosen
    )


def _faces_by_frame(result: AnalysisResult) -> dict[int, tuple[KeyFace, ...]]:
    faces: dict[int, list[KeyFace]] = {}
    for track in result.tracks:
        for seen in track.observations:
            face = KeyFace(seen.track_id, seen.bbox, dict(seen.scores), seen.rejected)
            faces.setdefault(seen.frame_index, []).append(face)
    return {index: tuple(found) for index, found in faces.items()}


def _of_track(
    track: TrackResult, *, is_image: bool
) -> Iterator[tuple[FaceObservation, KeyFrameReason]]:
    """Give a person's frames, the most telling first, each once."""
    usable = [seen for seen in track.observations if seen.rejected is None]
    if is_image or not usable:
        for seen in (usable or track.observations)[:1]:
            reason = KeyFrameReason.STILL_IMAGE if is_image else KeyFrameReason.EVENLY_SPACED
            yield seen, reason
        return
    taken: set[int] = set()
    for seen, reason in _ranked(usable, _scored(track, usable)):
        if seen.frame_index not in taken:
            taken.add(seen.frame_index)
            yield seen, reason


def _scored(track: TrackResult, usable: Sequence[FaceObservation]) -> list[FaceObservation]:
    """Sort by the deciding detector's frame scores, highest first.

    A sequence detector has none: then any frame detector's will do, the first by name.
    """
    names = sorted({name for seen in usable for name in seen.scores})
    name = track.decided_by if track.decided_by in names else next(iter(names), None)
    if name is None:
        return []
    scored = [seen for seen in usable if name in seen.scores]
    return sorted(scored, key=lambda seen: (-seen.scores[name], seen.frame_index))


def _ranked(
    usable: Sequence[FaceObservation], scored: Sequence[FaceObservation]
) -> Iterator[tuple[FaceObservation, KeyFrameReason]]:
    if scored:
        yield scored[0], KeyFrameReason.HIGHEST_SCORE
        for seen in scored[-LOWEST:]:
            yield seen, KeyFrameReason.LOWEST_SCORE
        for seen in scored[1:HIGHEST]:
            yield seen, KeyFrameReason.HIGHEST_SCORE
    for number in range(SPACED):
        # The middle of each third, so that neither the first nor the last frame is favoured.
        yield (
            usable[(2 * number + 1) * len(usable) // (2 * SPACED)],
            KeyFrameReason.EVENLY_SPACED,
        )
