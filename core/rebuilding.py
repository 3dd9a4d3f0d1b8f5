# SPDX-License-Identifier: Apache-2.0
"""Records made again from the plain values that JSON has, led by their own type hints.

Strict: a key that is missing without a default, one too many, or a value of another type is
refused, so that what comes out is what the record's own code expects. A converter is built once
for each type, since a long video has a hundred thousand records.
"""

from __future__ import annotations

import dataclasses
import enum
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from functools import cache
from typing import Any, Literal, TypeVar, Union

Record = TypeVar("Record")
Convert = Callable[[Any], Any]


def rebuild(kind: type[Record], untrusted_value: object) -> Record:
    """Make a record of plain values.

    Args:
        kind: A dataclass whose fields are plain values, enumerations, literals, tuples, mappings
            or such dataclasses; `None` in a field of floats stands for a gap and becomes NaN.
        untrusted_value: What JSON gave.

    Raises:
        ValueError: It is not what such a record is written as; says where.
    """
    made: Record = _converter(typing.cast("Hashable", kind))(untrusted_value)
    return made


@cache
def _converter(hint: Any) -> Convert:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if dataclasses.is_dataclass(hint):
        return _of_record(typing.cast("type", hint))
    make = _OF_GENERICS.get(origin)
    if make is not None:
        return make(arguments)
    return hint if _is_enumeration(hint) else _PLAIN[hint]


def _of_record(kind: type) -> Convert:
    hints = typing.get_type_hints(kind)
    fields = {one.name: _converter(hints[one.name]) for one in dataclasses.fields(kind)}

    def convert(value: Any) -> Any:
        if not isinstance(value, dict):
            raise _other("an object", value)
        unknown = value.keys() - fields.keys()
        if unknown:
            raise ValueError(f"{kind.__name__} has no {str(min(unknown, key=str))[:40]!r}")
        found = {}
        for name, given in value.items():
            try:
                found[name] = fields[name](given)
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from error
        try:
            return kind(**found)
        except TypeError as error:
            raise ValueError(f"{kind.__name__} lacks a field: {error}") from error

    return convert


def _one_of(words: tuple[Any, ...]) -> Convert:
    def convert(value: Any) -> Any:
        if value not in words:
            raise _other(" or ".join(map(repr, words)), value)
        return value

    return convert


def _of_optional(arguments: tuple[Any, ...]) -> Convert:
    (inner,) = (_converter(one) for one in arguments if one is not types.NoneType)
    return lambda value: None if value is None else inner(value)


def _of_tuple(arguments: tuple[Any, ...]) -> Convert:
    is_open = len(arguments) == 2 and arguments[1] is Ellipsis
    parts = tuple(map(_converter, arguments[:1] if is_open else arguments))

    def convert(value: Any) -> Any:
        if not isinstance(value, list) or not (is_open or len(value) == len(parts)):
            raise _other("a list" if is_open else f"a list of {len(parts)}", value)
        if is_open:
            return tuple(map(parts[0], value))
        return tuple(part(one) for part, one in zip(parts, value, strict=True))

    return convert


def _of_mapping(arguments: tuple[Any, ...]) -> Convert:
    of_key, of_value = map(_converter, arguments)

    def convert(value: Any) -> Any:
        if not isinstance(value, dict):
            raise _other("an object", value)
        return {of_key(name): of_value(one) for name, one in value.items()}

    return convert


def _float(value: Any) -> float:
    if value is None:
        return float("nan")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _other("a number", value)
    return float(value)


def _int(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _other("a whole number", value)
    return value


def _str(value: Any) -> str:
    if not isinstance(value, str):
        raise _other("text", value)
    return value


def _bool(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _other("true or false", value)
    return value


_PLAIN: dict[Any, Convert] = {
    float: _float,
    int: _int,
    str: _str,
    bool: _bool,
    object: lambda value: value,
}


_OF_GENERICS: dict[Any, Callable[[tuple[Any, ...]], Convert]] = {
    Literal: _one_of,
    Union: _of_optional,
    types.UnionType: _of_optional,
    tuple: _of_tuple,
    Mapping: _of_mapping,
}


def _is_enumeration(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, enum.Enum)


def _other(expected: str, value: object) -> ValueError:
    return ValueError(f"expected {expected}, got {str(value)[:40]!r}")
