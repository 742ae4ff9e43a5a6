"""The server: what it prepares before its port answers, and the routes beside the page.

A route carries `server.baseUrlPath` itself; a path that no route has is answered with the page.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from pathlib import Path

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route

from assoc_core import mnist
from assoc_core.ui import words
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute

PAGE = Path(__file__).with_name("page.py")


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Train the first memory, so that nobody waits for it; without data, the page says so."""
    with suppress(mnist.DataError):
        prepare()
    yield


def prepare() -> None:
    """Load the page's modules, train the memory that it shows first, and freeze what is there.

    DataError if the digits cannot be read.
    """
    import_module("assoc_core.ui.app.frame")  # and with it pandas and Altair, half a second
    compute.trained(Settings().recipe)
    compute.freeze()


def routes() -> list[BaseRoute]:
    """What the server answers beside the page."""
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    return [Route(f"/{base}/readyz".replace("//", "/"), _readyz)]


async def _readyz(_request: Request) -> PlainTextResponse:
    """ "ready" when the first memory is trained; 503 and a sentence while it cannot be."""
    try:
        await run_in_threadpool(compute.trained, Settings().recipe)
    except mnist.DataError as error:
        return PlainTextResponse(words.refusals.no_data(error.file, error.what), 503)
    return PlainTextResponse("ready")
