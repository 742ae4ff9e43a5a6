"""Results that are computed once for all sessions and kept by their arguments.

Streamlit's own cache hashes every argument anew at each call, field by field, which took a fifth of
a rerun; arguments here are frozen values, whose hash Python knows. What is kept is shared by
threads without locks, so it must be immutable.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import update_wrapper
from typing import Generic, TypeVar, TypeVarTuple

Arguments = TypeVarTuple("Arguments")
Result = TypeVar("Result")


class Kept(Generic[*Arguments, Result]):
    """A function that keeps its last `most` results, by its arguments.

    Sessions that ask for the same at once compute it once: the others wait. What raises is not
    kept.
    """

    def __init__(self, function: Callable[[*Arguments], Result], most: int) -> None:
        update_wrapper(self, function)
        self._function, self._most = function, most
        self._results: OrderedDict[Hashable, Result] = OrderedDict()  # the one used last at the end
        self._computing: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()  # held whenever one of these is touched

    def __call__(self, *arguments: *Arguments) -> Result:
        with self._lock:
            if arguments in self._results:
                self._results.move_to_end(arguments)
                return self._results[arguments]
            turn = self._computing.setdefault(arguments, threading.Lock())
        with turn:
            return self._computed(arguments)

    def has(self, *arguments: *Arguments) -> bool:
        """Whether the result is there, so that asking for it takes no time."""
        with self._lock:
            return arguments in self._results

    def _computed(self, arguments: tuple[*Arguments]) -> Result:
        """The result, once it is this thread's turn: who waited finds it there."""
        with self._lock:
            if arguments in self._results:
                return self._results[arguments]
        try:
            result = self._function(*arguments)
            self._keep(arguments, result)
        finally:
            with self._lock:
                self._computing.pop(arguments, None)
        return result

    def _keep(self, arguments: Hashable, result: Result) -> None:
        with self._lock:
            self._results[arguments] = result
            while len(self._results) > self._most:
                self._results.popitem(last=False)


def kept(most: int) -> Callable[[Callable[[*Arguments], Result]], Kept[*Arguments, Result]]:
    """A decorator: keep so many results of the function."""
    return lambda function: Kept(function, most)
