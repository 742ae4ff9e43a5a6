"""Print what one rerun of the Recall page costs: python -m tests.benchmarks.rerun [CHECKOUT ...].

That is user and system time of the server's process, on one BLAS thread, for three kinds of
reruns: nothing is new, another digit and seed, and the report of the canvas, which a browser sends
after that. Other checkouts are served at once, by the same Python and with the server options of
this one, and measured in turns. Linux only: elsewhere another process's CPU clock needs more
packages.

--profile prints instead where the time of one run of this checkout's script goes.
"""

import cProfile
import platform
import pstats
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from itertools import product
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from streamlit.testing.v1 import AppTest
from websockets.sync.client import connect

from tests.benchmarks.served import Visitor, served
from tests.samples import PAGE
from tests.serving import ROOT

N_ROUNDS, N_WARM, N_RERUNS = 3, 10, 60
QUIET = 0.03  # seconds after a rerun in which the server tidies up
N_DIGITS = 118  # stored ones, from each of which a recall starts in turn

KINDS = SAME, NEW, DRAWN = ("nothing new", "a new recall", "the canvas’s report")


class Bench:
    """One server and its visitor; each recall that is asked for was never asked for before."""

    def __init__(self, pid: int, visitor: Visitor) -> None:
        self.pid, self.visitor, self.n_recalls = pid, visitor, 0
        self.times: dict[str, list[float]] = {kind: [] for kind in KINDS}
        visitor.rerun()

    def rerun(self, kind: str) -> float:
        """The CPU seconds of one rerun of a kind."""
        if kind == NEW:
            return self._other()
        report = self.visitor.report() if kind == DRAWN else ""
        return self._same(partial(self.visitor.rerun, report=report))

    def _same(self, act: Callable[[], None]) -> float:
        before = self.visitor.recall
        seconds = self._cpu(act)
        assert self.visitor.recall == before, "a rerun that changes nothing changed the recall"
        return seconds

    def _other(self) -> float:
        before, query = self.visitor.recall, dict(parse_qsl(self.visitor.query))
        self.n_recalls += 1
        query |= {"digit": str(self.n_recalls % N_DIGITS), "seed": str(self.n_recalls)}
        seconds = self._cpu(partial(self.visitor.rerun, urlencode(query)))
        assert self.visitor.recall != before, "another digit and seed led to the same recall"
        return seconds

    def _cpu(self, act: Callable[[], None]) -> float:
        began = cpu_seconds(self.pid)
        act()
        time.sleep(QUIET)
        return cpu_seconds(self.pid) - began


def cpu_seconds(pid: int) -> float:
    """User and system time of a process with all its threads, to the nanosecond."""
    if sys.platform != "linux":
        sys.exit("The CPU clock of another process can be read on Linux only.")
    return time.clock_gettime(~pid << 3 | 2)  # clock_getcpuclockid(3)


def measured(checkouts: list[Path]) -> list[Bench]:
    """A bench for each checkout, after all rounds."""
    with ExitStack() as stack:
        benches = []
        for checkout in checkouts:
            pid, port = stack.enter_context(served(checkout))
            address = f"ws://localhost:{port}/_stcore/stream"
            line = stack.enter_context(connect(address, max_size=None))
            benches.append(Bench(pid, Visitor(line)))
        for _ in range(N_ROUNDS):
            for kinds in ((SAME,), (NEW, DRAWN)):
                _round(benches, kinds)
    return benches


def _round(benches: list[Bench], kinds: tuple[str, ...]) -> None:
    """Each rerun on one server after the other, A B B A ..., so that a busy machine hits all."""
    for number in range(N_WARM + N_RERUNS):
        for kind, bench in product(kinds, benches[:: (-1) ** number]):
            seconds = bench.rerun(kind)
            if number >= N_WARM:
                bench.times[kind].append(seconds)


def table(benches: list[Bench], names: list[str]) -> Iterator[str]:
    """The lines of the table.

    The ratio to the last checkout is the median over the reruns that ran one after the other.
    """
    yield "| rerun | of | median | min | max | ratio |"
    yield "|---|---|---|---|---|---|"
    for kind in KINDS:
        for bench, name in zip(benches, names, strict=True):
            times = bench.times[kind]
            pairs = zip(times, benches[-1].times[kind], strict=True)
            ratio = statistics.median(own / last for own, last in pairs)
            spread = (statistics.median(times), min(times), max(times))
            cells = [kind, name, *(f"{1e3 * seconds:.1f} ms" for seconds in spread)]
            yield f"| {' | '.join(cells)} | {ratio:.2f} |"


def profile(n_lines: int = 40) -> None:
    """The functions in which most time is spent, for both kinds of reruns; without the server."""
    from assoc_core.ui.app import frame

    app = AppTest.from_file(PAGE, default_timeout=60).run().run()
    show = frame.show
    for kind, query in ((SAME, {}), (NEW, {"digit": "1", "seed": "1"})):
        profiler = cProfile.Profile()
        frame.show = partial(profiler.runcall, show)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        print(f"{kind}:")
        pstats.Stats(profiler).sort_stats("cumulative").print_stats(n_lines)
    frame.show = show


def main(arguments: list[str]) -> None:
    if arguments == ["--profile"]:
        profile()
        return
    benches = measured([ROOT, *(Path(argument).resolve() for argument in arguments)])
    print(
        f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, CPU time of a rerun, "
    )
    print(f"{N_ROUNDS} x {N_RERUNS} of each kind, one BLAS thread\n")
    print("\n".join(table(benches, ["this", *arguments])))


if __name__ == "__main__":
    main(sys.argv[1:])
