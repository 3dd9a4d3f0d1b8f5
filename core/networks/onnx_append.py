# SPDX-License-Identifier: Apache-2.0
"""Operators and outputs added to an ONNX network as bytes, without the package `onnx`.

An ONNX file is one protobuf message, and of two such messages written one after the other a
parser makes one: lists are joined and messages inside are merged (protobuf.dev, "Encoding", last
section). So a few bytes at the end of a file that was hashed already give it further outputs. The
package `onnx` would do it too, but users do not have it: it comes with the extra `training`.

Field numbers are those of `onnx.proto` (ONNX 1.17, IR version 8).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Attribute: TypeAlias = int | tuple[int, ...]

_VARINT, _BYTES = 0, 2
_MODEL_GRAPH = 7
_GRAPH_NODE, _GRAPH_INITIALIZER, _GRAPH_OUTPUT = 1, 5, 12
_ELEMENT_TYPES = {"float32": 1, "int64": 7}
_INT, _INTS = 2, 7


@dataclass(frozen=True, slots=True)
class Node:
    """One operator.

    Attributes:
        op: Name of the operator, such as `MatMul`.
        inputs: Names of the tensors that it reads.
        output: Name of the tensor that it gives.
        attributes: Name to one integer or several.
    """

    op: str
    inputs: tuple[str, ...]
    output: str
    attributes: Mapping[str, Attribute] = field(default_factory=dict)


def append_to(
    network: bytes,
    nodes: Sequence[Node] = (),
    constants: Mapping[str, npt.NDArray[np.float32 | np.int64]] | None = None,
    outputs: Sequence[str] = (),
) -> bytes:
    """Give a network further operators, constants and outputs.

    Args:
        network: Bytes of an ONNX file; what is in it stays as it is.
        nodes: Operators; they may read any tensor of the network and of those before them.
        constants: Name to value, float32 or int64.
        outputs: Names of float32 tensors that become outputs, after those there are.

    Returns:
        Bytes of an ONNX file. Whether the tensors exist is found out by what loads it.
    """
    graph = b"".join(
        (
            *(_message(_GRAPH_NODE, _node(node)) for node in nodes),
            *(_message(_GRAPH_INITIALIZER, _tensor(*item)) for item in (constants or {}).items()),
            *(_message(_GRAPH_OUTPUT, _float_output(name)) for name in outputs),
        )
    )
    return network + _message(_MODEL_GRAPH, graph)


def _node(node: Node) -> bytes:
    return b"".join(
        (
            *(_text(1, name) for name in node.inputs),
            _text(2, node.output),
            _text(3, node.output),
            _text(4, node.op),
            *(_message(5, _attribute(*item)) for item in node.attributes.items()),
        )
    )


def _attribute(name: str, value: Attribute) -> bytes:
    if isinstance(value, int):
        return _text(1, name) + _number(3, value) + _number(20, _INT)
    return _text(1, name) + b"".join(_number(8, one) for one in value) + _number(20, _INTS)


def _tensor(name: str, value: npt.NDArray[np.float32 | np.int64]) -> bytes:
    dims = b"".join(_number(1, size) for size in value.shape)
    kind = _number(2, _ELEMENT_TYPES[value.dtype.name])
    raw = value.astype(value.dtype.newbyteorder("<")).tobytes()
    return dims + kind + _text(8, name) + _message(9, raw)


def _float_output(name: str) -> bytes:
    """A value without a shape: the shape is inferred."""
    tensor_type = _number(1, _ELEMENT_TYPES["float32"])
    return _text(1, name) + _message(2, _message(1, tensor_type))


def _message(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | _BYTES) + _varint(len(content)) + content


def _text(number: int, text: str) -> bytes:
    return _message(number, text.encode())


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3 | _VARINT) + _varint(value)


def _varint(value: int) -> bytes:
    """Seven bits a byte, lowest first; negative numbers as 64 bits."""
    value &= 0xFFFF_FFFF_FFFF_FFFF
    coded = bytearray()
    while value > 0x7F:
        coded.append(value & 0x7F | 0x80)
        value >>= 7
    coded.append(value)
    return bytes(coded)
