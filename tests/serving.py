"""A Streamlit script, served for the browser tests and the benchmarks."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

ROOT = Path(__file__).parents[1]


@contextmanager
def serving(
    script: str,
    *options: str,
    folder: Path = ROOT,
    environment: Mapping[str, str] | None = None,
) -> Iterator[tuple[int, int]]:
    """A server of the script in a folder; -> its process id and its port of this machine.

    RuntimeError if it ends or does not answer within a minute.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    with subprocess.Popen(
        [*command, *options], cwd=folder, env=environment, stdout=subprocess.DEVNULL
    ) as server:
        try:
            _wait_for(f"http://localhost:{port}/_stcore/health", server)
            yield server.pid, port
        finally:
            server.terminate()


def _wait_for(url: str, server: "subprocess.Popen[bytes]", seconds: int = 60) -> None:
    for _ in range(10 * seconds):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url):
                return
        except URLError:
            time.sleep(0.1)
    raise RuntimeError(f"The server did not answer at {url}.")
