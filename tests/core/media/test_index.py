# SPDX-License-Identifier: Apache-2.0
"""The packet index and the table of frames."""

from __future__ import annotations

from core.media.index import FrameTable, PacketIndex, is_unique

# An open group of pictures: I0 P3 B1 B2 | I6 B4 B5 P9 B7 B8, in decode order.
ORDER = [(0, True), (3, False), (1, False), (2, False), (6, True)]
ORDER += [(4, False), (5, False), (9, False), (7, False), (8, False)]


def open_group(shift: int = 0) -> PacketIndex:
    index = PacketIndex()
    for place, (pts, is_key) in enumerate(ORDER):
        index.add(pts + shift, place + shift - 2, place * 100, is_key=is_key)
    return index


def test_frames_are_numbered_in_presentation_order() -> None:
    for shift in (0, -5):  # time stamps may be negative
        assert open_group(shift).in_presentation_order().tolist() == list(range(shift, 10 + shift))


def test_a_key_frame_serves_only_what_comes_after_it_both_ways() -> None:
    index = open_group()
    assert [key.pts for key in index.keys_before(8)] == [6, 0]
    assert [key.pts for key in index.keys_before(6)] == [0]  # it would be the first after itself
    assert [key.pts for key in index.keys_before(4)] == [0]  # shown before its key frame
    assert index.keys_before(0) == []


def test_a_key_packet_is_known_by_time_and_place() -> None:
    assert open_group().has_key(6, 400)
    assert not open_group().has_key(6, 300)
    assert not open_group().has_key(3, 100)


def test_what_was_decoded_overrules_the_forecast() -> None:
    table = FrameTable()
    table.set_forecast(open_group().in_presentation_order())
    assert table.stamps().tolist() == list(range(10))
    for index, pts in enumerate([0, 1, 4]):  # 2 and 3 were lost
        table.learn(index, pts)
    assert table.stamps().tolist() == [0, 1, 4, 5, 6, 7, 8, 9]
    table.learn(1, 77)  # known already
    table.learn(9, 77)  # a gap in between
    assert table.decoded_count == 3
    table.complete()
    assert table.stamps().tolist() == [0, 1, 4]


def test_a_forecast_of_two_packets_a_frame_is_noticed() -> None:
    table = FrameTable()
    for index in range(8):
        table.learn(index, index * 2)
    table.set_forecast(open_group().in_presentation_order())
    assert not table.forecast_agrees()
    table.drop_forecast()
    assert table.stamps().tolist() == [0, 2, 4, 6, 8, 10, 12, 14]


def test_lost_frames_at_the_very_start_do_not_spoil_the_forecast() -> None:
    table = FrameTable()
    for index, pts in enumerate([3, 4, 5, 6]):
        table.learn(index, pts)
    table.set_forecast(open_group().in_presentation_order())
    assert table.forecast_agrees()
    assert table.stamps().tolist() == [3, 4, 5, 6, 7, 8, 9]


def test_a_time_stamp_that_comes_twice_is_not_unique() -> None:
    table = FrameTable()
    for index, pts in enumerate([0, 1, 1, 2]):
        table.learn(index, pts)
    assert [is_unique(table.stamps(), i) for i in range(4)] == [True, False, False, True]
