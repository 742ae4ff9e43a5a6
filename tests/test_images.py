"""Pictures: a cue laid on the canvas is read back exactly, strokes over it as one would expect."""

import base64
import io

import numpy as np
import pytest
from hypothesis import given
from PIL import Image, ImageDraw

from assoc_core.types import Bipolar
from assoc_core.ui.pictures import images
from tests.samples import cue_arrays


def enlarged(cue: Bipolar, factor: int = 10) -> Image.Image:
    """The cue as it lies on the canvas."""
    return Image.fromarray(np.kron(images.rgb(cue), np.ones((factor, factor, 1), dtype=np.uint8)))


@given(cue_arrays(784))
def test_a_cue_on_the_canvas_is_read_back_exactly(cue: Bipolar) -> None:
    np.testing.assert_array_equal(images.read(images.rgb(cue)), cue)
    np.testing.assert_array_equal(images.read(np.asarray(enlarged(cue))), cue)


@pytest.mark.parametrize("value", [-1, 0, 1])
@pytest.mark.parametrize("ground", [-1, 0, 1])
def test_a_smooth_stroke_gives_its_value_and_no_third(value: int, ground: int) -> None:
    big = Image.new("RGB", (1120, 1120), images.HEX[ground])
    ImageDraw.Draw(big).line((200, 300, 900, 700), fill=images.HEX[value], width=88)
    drawing = big.resize((280, 280), Image.Resampling.BOX)  # smooth edges, as a browser draws them
    cue = images.read(np.asarray(drawing)).reshape(28, 28)
    assert set(np.unique(cue)) == {value, ground}
    assert cue[12, 13] == value


def test_transparency_is_ignored() -> None:
    rgba = np.asarray(Image.new("RGBA", (280, 280), (255, 255, 255, 255)))
    assert (images.read(rgba) == 1).all()


def test_another_size_is_refused_with_a_sentence() -> None:
    with pytest.raises(ValueError, match="300 x 280 pixels; wanted are multiples of 28"):
        images.read(np.zeros((300, 280, 3), dtype=np.uint8))


def test_a_png_url_holds_the_picture_and_is_always_the_same() -> None:
    picture = images.rgb(np.resize(np.array([-1, 0, 1], dtype=np.int8), 784))
    url = images.png_url(picture)
    assert url == images.png_url(picture.copy())
    kind, text = url.split(",")
    assert kind == "data:image/png;base64"
    np.testing.assert_array_equal(
        np.asarray(Image.open(io.BytesIO(base64.b64decode(text)))), picture
    )


def test_a_real_state_is_a_shade_of_grey() -> None:
    state = np.resize(np.array([-1, 0, 0.5, 1, 3]), 784)
    picture = images.grey(state)
    assert picture.shape == (28, 28, 3)
    assert picture.reshape(784, 3)[:5, 0].tolist() == [0, 128, 191, 255, 255]


def test_signed_values_are_blue_and_orange() -> None:
    values = np.zeros((20, 20))
    values[0, :10], values[0, 10:] = 2, -2
    picture = images.signed(values)
    assert picture[0, 0].tolist() == images.BLUE.tolist()
    assert picture[0, 10].tolist() == images.ORANGE.tolist()
    assert (picture[1:] == 255).all()
    assert (images.signed(np.zeros((2, 2))) == 255).all()


def test_the_rare_largest_value_does_not_pale_the_rest() -> None:
    values = np.append(np.ones(999), 50.0)
    assert images.full_colour(values) == 1
    assert images.full_colour(np.append(np.zeros(999), 50.0)) == 50
