"""The app of a checkout, served, and a browser without a screen: it speaks Streamlit's protocol."""

import base64
import io
import json
import os
import tomllib
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from PIL import Image
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.serving import ROOT, serving

ONE_THREAD = {f"{blas}_NUM_THREADS": "1" for blas in ("OPENBLAS", "MKL", "OMP")}
CANVAS, PLAYER = "streamlit_drawable_canvas", "recall_player"


def options(checkout: Path) -> list[str]:
    """The settings of a checkout's server, but not its colours, as options of the command."""
    text = (checkout / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    parts = {name: part for name, part in tomllib.loads(text).items() if name != "theme"}
    told = {f"--{name}.{key}": value for name, part in parts.items() for key, value in part.items()}
    return [word for name, value in told.items() for word in (name, str(value).lower())]


def served(checkout: Path) -> AbstractContextManager[tuple[int, int]]:
    """Serve a checkout with the options of this one; -> the server's process id and its port."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    given = ("--logger.level", "warning", *options(ROOT))
    return serving("app.py", *given, folder=checkout, environment=environment | ONE_THREAD)


class Line(Protocol):
    """What is needed of a websocket."""

    def send(self, message: bytes) -> None: ...

    def recv(self) -> Any: ...


@dataclass
class Visitor:
    """What a browser knows of its page, and sends with every rerun.

    `closed` are the places of popovers, whose widgets a browser does not have before they open.
    """

    line: Line
    query: str = ""
    script: str = ""
    recall: str = ""
    drawing: dict[str, Any] = field(default_factory=dict)
    widgets: dict[str, WidgetState] = field(default_factory=dict)
    known: dict[str, ForwardMsg] = field(default_factory=dict)
    closed: list[list[int]] = field(default_factory=list)
    canvas: str = ""

    def rerun(self, query: str | None = None, report: str = "") -> None:
        """Let the script run, on another query or with a report of the canvas, to its end."""
        message = BackMsg()
        asked = message.rerun_script
        self.query = asked.query_string = self.query if query is None else query
        asked.page_script_hash = self.script
        asked.widget_states.widgets.extend(self.widgets.values())
        asked.cached_message_hashes.extend(self.known)
        if report:
            asked.widget_states.widgets.add(id=self.canvas, json_value=report)
        self.line.send(message.SerializeToString())
        self._take_in()

    def _take_in(self) -> None:
        """Read what the script sends, until the server says that it no longer runs."""
        finished = False
        while True:
            message = self._received()
            kind = message.WhichOneof("type")
            if kind == "delta":
                self._look_at(message)
            elif kind == "new_session":
                self.script, self.closed = message.new_session.page_script_hash, []
            elif kind == "page_info_changed":
                self.query = message.page_info_changed.query_string
            elif kind == "script_finished":
                assert message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
                finished = True
            elif kind == "session_status_changed" and finished:
                return

    def _received(self) -> ForwardMsg:
        """The next message; in place of a large one that is known, the server sends its hash."""
        message: ForwardMsg = ForwardMsg.FromString(self.line.recv())
        if message.HasField("ref_hash"):
            known = self.known[message.ref_hash]
            known.metadata.delta_path[:] = message.metadata.delta_path
            return known
        if message.metadata.cacheable:
            self.known = {message.hash: message}  # one at a time: nothing else is that large
        return message

    def _look_at(self, message: ForwardMsg) -> None:
        place, delta = list(message.metadata.delta_path), message.delta
        if delta.add_block.HasField("popover"):
            self.closed.append(place)
        if not delta.HasField("new_element"):
            return
        kind = delta.new_element.WhichOneof("type")
        shown: Any = getattr(delta.new_element, str(kind))
        assert kind != "exception", shown
        mounted = not any(place[: len(popover)] == popover for popover in self.closed)
        if kind == "bidi_component":
            self._look_at_component(shown)
        elif mounted and getattr(shown, "set_value", False):
            self.widgets[shown.id] = _state(str(kind), shown)

    def _look_at_component(self, shown: Any) -> None:
        if shown.component_name.endswith(CANVAS):
            self.canvas = shown.id
            self.drawing = json.loads(shown.json)["initialDrawing"]
        elif shown.component_name.endswith(PLAYER):
            self.recall = json.loads(shown.json)["id"]

    def report(self) -> str:
        """What the canvas tells after it has drawn what lies on it: ten by ten for a pixel."""
        source = self.drawing["objects"][0]["src"].partition(",")[2].partition("#")[0]
        picture = Image.open(io.BytesIO(base64.b64decode(source)))
        large, file = picture.convert("RGBA").resize((280, 280), 0), io.BytesIO()
        large.save(file, "PNG")
        data = "data:image/png;base64," + base64.b64encode(file.getvalue()).decode()
        return json.dumps({"drawing": {"raw": self.drawing, "data": data}})


def _state(kind: str, shown: Any) -> WidgetState:
    """What a browser says about a widget that the server gave a value."""
    state = WidgetState(id=shown.id)
    if kind == "selectbox":
        state.string_value = shown.raw_value
    elif kind == "button_group":
        state.string_array_value.data[:] = shown.raw_values
    elif kind == "number_input":
        state.int_value = int(shown.value)
    else:
        state.double_array_value.data[:] = shown.value
    return state
