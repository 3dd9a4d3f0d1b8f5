# SPDX-License-Identifier: Apache-2.0
"""A folder through the same analysis: in this process, in worker processes or on a cluster.

    discovery -> state -> run (plan) -> runners (task) -> results -> summary

What is done and what is left stands in an SQLite file, so that a run that is cut off goes on
where it was. Nothing here grows in memory with the number of files.
"""
