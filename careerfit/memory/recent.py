"""A bounded memory that the threads of a process share."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Any, Generic, TypeVar
from weakref import WeakSet

Key = TypeVar("Key")
Value = TypeVar("Value")

_all: WeakSet[Recent[Any, Any]] = WeakSet()


def forget_all() -> None:
    """Begin anew, as a process does."""
    for one in _all:
        one.clear()


class Recent(Generic[Key, Value]):
    """Keeps the values that were used last, `most` of them, as they are: nobody may change one."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._values: OrderedDict[Key, Value] = OrderedDict()
        _all.add(self)

    def get(self, key: Key) -> Value | None:
        """The value under this key, if it is kept."""
        with self._lock:
            if key not in self._values:
                return None
            self._values.move_to_end(key)
            return self._values[key]

    def keys(self) -> list[Key]:
        """What there are values for."""
        with self._lock:
            return list(self._values)

    def keep(self, key: Key, value: Value) -> None:
        """Have this value at hand; the one that was not used for the longest time may go for it."""
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)

    def forget(self, key: Key) -> None:
        """Let one value go, if it is there."""
        with self._lock:
            self._values.pop(key, None)

    def clear(self) -> None:
        """Let every value go."""
        with self._lock:
            self._values.clear()
