# SPDX-License-Identifier: Apache-2.0
"""The networks as code: Keras 3, any backend, imported when used."""
