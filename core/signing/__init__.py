# SPDX-License-Identifier: Apache-2.0
"""Signatures by pyHanko: PAdES inside PDF files, CMS beside a manifest; RFC 3161 time stamps.

Signing is a choice, never needed, and works without a network unless a time stamp server is named.
`signer` makes signatures, `validation` checks them and says what is not known.
"""
