# SPDX-License-Identifier: Apache-2.0
"""Parts of the face as indices of the 468 landmarks, in no particular order: use convex hulls."""

from __future__ import annotations

OVAL: tuple[int, ...] = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365)
OVAL += (379, 378, 400, 377, 152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162)
OVAL += (21, 54, 103, 67, 109)
BROWS = (70, 63, 105, 66, 107, 336, 296, 334, 293, 300)
JAW: tuple[int, ...] = (454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152)
JAW += (148, 176, 149, 150, 136, 172, 58, 132, 93, 234)
MOUTH = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 40, 37, 0, 267, 270)
NOSE = (129, 358, 2)
