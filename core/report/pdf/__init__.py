# SPDX-License-Identifier: Apache-2.0
"""A dossier as a document for people: content in blocks, set by typst from `resources/report`."""
