"""The benchmark of a rerun speaks Streamlit's protocol well enough to be measured."""

import sys

import pytest

from tests.benchmarks import rerun
from tests.benchmarks.served import options
from tests.serving import ROOT


def test_the_options_are_those_of_the_config() -> None:
    given = dict(zip(options(ROOT)[::2], options(ROOT)[1::2], strict=True))
    assert given["--server.headless"] == "true"
    assert not [name for name in given if name.startswith("--theme")]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="another process's CPU clock needs Linux")
def test_a_rerun_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rerun, "N_ROUNDS", 1)
    monkeypatch.setattr(rerun, "N_WARM", 1)
    monkeypatch.setattr(rerun, "N_RERUNS", 3)
    benches = rerun.measured([ROOT])
    (bench,) = benches
    assert bench.n_recalls == 4
    assert all(0 < seconds < 5 for times in bench.times.values() for seconds in times)
    assert {"page", "network", "seed"} <= {name.split("-")[-1] for name in bench.visitor.widgets}
    assert "mode" not in str(bench.visitor.widgets.keys())  # in a popover, which is closed
    assert len(list(rerun.table(benches, ["this"]))) == 2 + len(rerun.KINDS)
