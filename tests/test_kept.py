"""What is kept for all sessions: computed once, by its arguments, and never a failure."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from assoc_core.ui.model.kept import kept


def test_it_is_computed_once() -> None:
    calls = []

    @kept(2)
    def double(n: int) -> int:
        calls.append(n)
        return 2 * n

    assert [double(1), double(1), double(2), double(1)] == [2, 2, 4, 2]
    assert calls == [1, 2]


def test_the_one_used_longest_ago_goes_first() -> None:
    calls = []

    @kept(2)
    def same(n: int) -> int:
        calls.append(n)
        return n

    for n in (1, 2, 1, 3, 1, 2):
        same(n)
    assert calls == [1, 2, 3, 2]
    assert [same.has(n) for n in (1, 2, 3)] == [True, True, False]


def test_those_who_ask_at_once_wait_for_one() -> None:
    calls, together = [], threading.Barrier(8)

    @kept(2)
    def slow(n: int) -> int:
        calls.append(n)
        time.sleep(0.2)
        return n

    def ask(n: int) -> int:
        together.wait()
        return slow(n)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, [5] * 8)) == [5] * 8
    assert calls == [5]


def test_two_results_are_computed_side_by_side() -> None:
    meeting = threading.Barrier(2, timeout=10)

    @kept(2)
    def meet(n: int) -> int:
        meeting.wait()
        return n

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(meet, [1, 2])) == [1, 2]


def test_a_failure_is_not_kept() -> None:
    answers: Iterator[int | ValueError] = iter([ValueError("not yet"), 7])

    @kept(2)
    def some(_: int) -> int:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    with pytest.raises(ValueError, match="not yet"):
        some(0)
    assert some(0) == 7
