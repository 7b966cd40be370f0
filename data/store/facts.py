"""Between records and what columns hold: JSON by the records' own types."""

from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")
_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


class Unreadable(Exception):
    """A stored value is not what its type says; names the type alone."""


def dump(kind: Any, value: Any) -> bytes:
    return _adapter(kind).dump_json(value)


def parse(kind: type[T] | Any, stored: bytes | str) -> Any:
    """Raises Unreadable; pydantic's own error would quote the value."""
    try:
        return _adapter(kind).validate_json(stored)
    except ValidationError:
        raise Unreadable(f"A stored value is no {getattr(kind, '__name__', 'list of records')}.") from None


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]
