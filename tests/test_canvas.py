"""The canvas: what lies on it, and when its report is out of date. It is drawn in test_app.py."""

import base64
import io

import numpy as np
from PIL import Image

from assoc_core.ui.pictures import images
from assoc_core.ui.widgets import canvas
from tests.samples import first_digits


def test_the_cue_fills_the_canvas_unsmoothed() -> None:
    cue = first_digits(2)[1]
    thing = canvas._picture_object(cue, 0)
    assert thing["width"] * thing["scaleX"] == thing["height"] * thing["scaleY"] == canvas.SIDE
    assert thing["imageSmoothing"] is False
    picture = Image.open(io.BytesIO(base64.b64decode(thing["src"].split(",")[1].split("#")[0])))
    np.testing.assert_array_equal(images.read(np.asarray(picture)), cue)
    assert thing["src"] != canvas._picture_object(cue, 1)["src"]


def test_a_report_over_an_earlier_cue_is_stale() -> None:
    objects = [{"src": "old"}, {"type": "Path"}]
    assert canvas._is_stale(objects, "new")
    assert not canvas._is_stale(objects, "old")


def test_a_report_without_a_picture_is_fresh() -> None:
    assert not canvas._is_stale([{}], "new")
    assert not canvas._is_stale([], "new")


def test_a_canvas_with_nothing_but_its_cue_is_untouched() -> None:
    assert canvas._is_untouched([{"src": "new"}], "new")
    others: list[list[dict[str, str]]] = [
        [],
        [{}],
        [{"src": "old"}],
        [{"src": "new"}, {"type": "Path"}],
    ]
    assert not any(canvas._is_untouched(objects, "new") for objects in others)
