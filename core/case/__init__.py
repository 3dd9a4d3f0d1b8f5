# SPDX-License-Identifier: Apache-2.0
"""A case: a folder with what was opened, what was found, what was noted, and what was done.

`document` is its file, `folder` opens and keeps it, `recorder` writes its log while files are
analysed, `checking` tells whether the evidence is still what it was. See `docs/cases.md`.
"""
