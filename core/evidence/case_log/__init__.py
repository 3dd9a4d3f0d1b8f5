# SPDX-License-Identifier: Apache-2.0
"""An append-only record of what was done, in which every line vouches for the one before it.

`chain` is the format and its check, `writer` the one writer, `locking` keeps a second one out,
`entries` turns the events of an analysis into lines. The format is described in `docs/custody.md`.
"""
