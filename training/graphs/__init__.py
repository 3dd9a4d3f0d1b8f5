# SPDX-License-Identifier: Apache-2.0
"""The networks of `core.networks` written as ONNX graphs."""
