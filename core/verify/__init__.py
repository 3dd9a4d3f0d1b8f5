# SPDX-License-Identifier: Apache-2.0
"""Does what lies here still hold? Reports, results, tables, manifests, case logs.

`check` tells the kinds apart and goes through a folder; there is one module for each kind. All of
them read untrusted bytes under limits, run nothing that stands in them, and yield a `Check` for
each thing that was looked at, whether it holds or not.
"""
