# SPDX-License-Identifier: Apache-2.0
"""The command line: the same analysis and reports as the window, without one.

stdout carries results, stderr progress and logs. Exit codes are in `core.cli.exits`.
"""
