"""The laboratory: runs the tasks of many users in processes of its own, fairly and politely.

The server's process stays free for those who recall a digit. A job lives as long as someone looks
at it: whoever asks for its results renews it, and after LEASE seconds without a question nothing
more of it is begun. Results are kept for all. No Streamlit here.
"""

import os
import threading
import time
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from typing import Any, Protocol

LEASE = 4.0  # seconds
MOST_RESULTS = 100_000
TRIES = 2  # of a task whose process ended under it
NICENESS = 10  # the server's own work comes first


class Task(Protocol):
    """A hashable value that another process can run."""

    def run(self) -> Any: ...


@dataclass(frozen=True, slots=True)
class Failure:
    """In place of the result of a task that raised, and what it said; "" if its process ended."""

    reason: str


@dataclass(slots=True)
class _Job:
    tasks: Sequence[Task]
    until: float  # on the monotonic clock
    n_passed: int = 0  # so many from the first on are found or running


class Laboratory:
    """Some processes, a thread for each that feeds it, and what they have found so far."""

    def __init__(self, n_workers: int | None = None) -> None:
        self._jobs: OrderedDict[str, _Job] = OrderedDict()  # the next one to be served first
        self._running: set[Task] = set()
        self._results: OrderedDict[Task, Any] = OrderedDict()  # the oldest first
        self._closed = False
        self._changed = threading.Condition()  # held whenever any of these is touched
        n_threads = n_workers or max(1, (os.cpu_count() or 2) - 1)
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(n_threads)]
        for thread in self._threads:
            thread.start()

    def ask(self, who: str, tasks: Sequence[Task]) -> dict[Task, Any]:
        """Have the tasks run, in their order, as long as `who` goes on asking; -> what is found."""
        until = time.monotonic() + LEASE
        with self._changed:
            job = self._jobs.get(who)
            if job is not None and job.tasks == tasks:
                job.until = until
            else:
                self._jobs[who] = _Job(tasks, until)
            self._changed.notify_all()
        return self.found(tasks)

    def found(self, tasks: Sequence[Task]) -> dict[Task, Any]:
        """The results that are there already, whoever asked for them."""
        with self._changed:
            return {task: self._results[task] for task in tasks if task in self._results}

    def try_again(self, tasks: Sequence[Task]) -> None:
        """Forget which of the tasks have failed, so that they are begun anew when asked for."""
        with self._changed:
            for task in tasks:
                if isinstance(self._results.get(task), Failure):
                    del self._results[task]
            for job in self._jobs.values():
                job.n_passed = 0

    def stop(self, who: str) -> None:
        """Begin nothing more for `who`; what is found stays."""
        with self._changed:
            self._jobs.pop(who, None)

    def close(self) -> None:
        """End the threads and their processes, each after the task it is at."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        """Feed one process, a task at a time, so that a job that is stopped ends soon."""
        pool: ProcessPoolExecutor | None = None
        while (task := self._next()) is not None:
            for _ in range(TRIES):
                try:
                    pool = pool or _new_pool()
                    result = pool.submit(task.run).result()
                    break
                except BrokenProcessPool:  # it was killed, for lack of memory say, maybe by chance
                    pool, result = None, Failure("")
                except BaseException as error:  # whatever a task raises is its result
                    result = Failure(str(error) or type(error).__name__)
                    break
            self._keep(task, result)
        if pool is not None:
            pool.shutdown()

    def _next(self) -> Task | None:
        """Wait for a task that is due; None when the laboratory is closed."""
        with self._changed:
            while not self._closed:
                task = self._due()
                if task is not None:
                    self._running.add(task)
                    return task
                self._changed.wait()
        return None

    def _due(self) -> Task | None:
        """The next task of the next job in turn."""
        for who in list(self._jobs):
            job = self._jobs[who]
            if job.until < time.monotonic():
                del self._jobs[who]
                continue
            while job.n_passed < len(job.tasks):
                task = job.tasks[job.n_passed]
                job.n_passed += 1
                if task not in self._results and task not in self._running:
                    self._jobs.move_to_end(who)
                    return task
        return None

    def _keep(self, task: Task, result: Any) -> None:
        with self._changed:
            self._running.discard(task)
            self._results[task] = result
            while len(self._results) > MOST_RESULTS:
                self._results.popitem(last=False)


def _new_pool() -> ProcessPoolExecutor:
    context = get_context("spawn")  # a fork would copy the server's threads and locks
    return ProcessPoolExecutor(1, mp_context=context, initializer=_be_polite)


def _be_polite() -> None:
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A server that is killed cannot tell its processes to end."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
