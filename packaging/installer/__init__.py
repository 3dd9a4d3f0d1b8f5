# SPDX-License-Identifier: Apache-2.0
"""Makes installers of FaceWitness; started by `packaging/build.py`, never part of the program."""
