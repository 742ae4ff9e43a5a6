"""The laboratory: tasks run elsewhere, fairly, only as long as somebody asks; results are kept."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assoc_core.ui.trials import jobs
from assoc_core.ui.trials.jobs import Failure, Laboratory, Task


@dataclass(frozen=True)
class Sum:
    """A task that takes a moment."""

    name: str
    number: int
    seconds: float = 0.05

    def run(self) -> tuple[int, int, float]:
        time.sleep(self.seconds)
        return self.number, os.getpid(), time.time()


@dataclass(frozen=True)
class Broken:
    """A task that fails, or takes its process down."""

    kills: bool

    def run(self) -> None:
        if self.kills:
            os._exit(1)
        raise ValueError("no such digit")


@dataclass(frozen=True)
class Leaving:
    """A task that wants to end its process the polite way."""

    def run(self) -> None:
        raise SystemExit("bye")


@dataclass(frozen=True)
class Unlucky:
    """A task whose process ends under it, the first `n_deaths` times."""

    path: Path
    n_deaths: int

    def run(self) -> str:
        n_before = len(self.path.read_bytes()) if self.path.exists() else 0
        if n_before < self.n_deaths:
            self.path.write_bytes(b"x" * (n_before + 1))
            os._exit(1)
        return "fine"


@pytest.fixture
def laboratory() -> Iterator[Laboratory]:
    laboratory = Laboratory(n_workers=1)
    yield laboratory
    laboratory.close()


def wait(done: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_tasks_run_in_another_process(laboratory: Laboratory) -> None:
    tasks = [Sum("a", n) for n in range(3)]
    wait(lambda: len(laboratory.ask("me", tasks)) == 3)
    results = laboratory.found(tasks)
    assert [results[task][0] for task in tasks] == [0, 1, 2]
    assert os.getpid() not in {results[task][1] for task in tasks}


def test_what_one_has_found_is_there_for_all(laboratory: Laboratory) -> None:
    tasks = [Sum("a", n) for n in range(2)]
    wait(lambda: len(laboratory.ask("me", tasks)) == 2)
    assert laboratory.found([Sum("a", 1), Sum("a", 9)]).keys() == {Sum("a", 1)}


def test_jobs_take_turns(laboratory: Laboratory) -> None:
    mine, yours = ([Sum(name, n) for n in range(6)] for name in ("mine", "yours"))
    both = [*mine, *yours]
    wait(lambda: len(laboratory.ask("me", mine) | laboratory.ask("you", yours)) == len(both))
    ended = laboratory.found(both)
    names = [task.name for task in sorted(both, key=lambda task: ended[task][2])]
    assert "mine" in names[2:5]
    assert "yours" in names[2:5]


def test_a_stopped_job_keeps_what_it_has(laboratory: Laboratory) -> None:
    tasks = [Sum("a", n) for n in range(100)]
    wait(lambda: len(laboratory.ask("me", tasks)) >= 2)
    laboratory.stop("me")
    time.sleep(0.3)
    n_found = len(laboratory.found(tasks))
    time.sleep(0.3)
    assert 2 <= len(laboratory.found(tasks)) == n_found < 100


def test_a_job_that_nobody_asks_for_ends(
    laboratory: Laboratory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "LEASE", 0.2)
    tasks = [Sum("a", n) for n in range(200)]
    wait(lambda: len(laboratory.ask("me", tasks)) >= 1)
    time.sleep(0.8)
    n_found = len(laboratory.found(tasks))
    time.sleep(0.3)
    assert len(laboratory.found(tasks)) == n_found < 200


def test_a_failure_is_a_result_and_the_next_task_runs(laboratory: Laboratory) -> None:
    tasks: list[Task] = [Broken(kills=False), Broken(kills=True), Sum("a", 0)]
    wait(lambda: len(laboratory.ask("me", tasks)) == 3)
    results = laboratory.found(tasks)
    assert results[tasks[0]] == Failure("no such digit")
    assert isinstance(results[tasks[1]], Failure)
    assert results[tasks[2]][0] == 0


def test_a_task_that_leaves_does_not_end_the_laboratory(laboratory: Laboratory) -> None:
    tasks: list[Task] = [Leaving(), Sum("a", 0)]
    wait(lambda: len(laboratory.ask("me", tasks)) == 2)
    assert isinstance(laboratory.found(tasks)[tasks[0]], Failure)
    assert laboratory.found(tasks)[tasks[1]][0] == 0


def test_a_process_that_ends_once_costs_nobody_a_result(
    laboratory: Laboratory, tmp_path: Path
) -> None:
    task = Unlucky(tmp_path / "deaths", n_deaths=1)
    wait(lambda: bool(laboratory.ask("me", [task])))
    assert laboratory.found([task]) == {task: "fine"}


def test_a_failure_can_be_tried_again(laboratory: Laboratory, tmp_path: Path) -> None:
    task = Unlucky(tmp_path / "deaths", n_deaths=jobs.TRIES)
    wait(lambda: bool(laboratory.ask("me", [task])))
    assert laboratory.found([task]) == {task: Failure("")}
    laboratory.try_again([task])
    assert laboratory.found([task]) == {}
    wait(lambda: bool(laboratory.ask("you", [task])))
    assert laboratory.found([task]) == {task: "fine"}


def test_a_result_is_not_tried_again(laboratory: Laboratory) -> None:
    task = Sum("a", 0)
    wait(lambda: bool(laboratory.ask("me", [task])))
    before = laboratory.found([task])
    laboratory.try_again([task])
    assert laboratory.found([task]) == before


def test_results_are_not_kept_without_end(
    laboratory: Laboratory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "MOST_RESULTS", 3)
    tasks = [Sum("a", n, 0.0) for n in range(5)]
    wait(lambda: Sum("a", 4, 0.0) in laboratory.ask("me", tasks))
    assert len(laboratory.found(tasks)) == 3
