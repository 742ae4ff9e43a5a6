"""Uploads: whatever a learner sends becomes a digit as in MNIST, or one clear sentence."""

import io
import re
import struct
import zlib
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from assoc_core.ui import words
from assoc_core.ui.pictures import upload
from assoc_core.ui.pictures.framing import Frame, frame
from tests.samples import digits

Grey = NDArray[np.uint8]
SEVEN: Grey = digits("test").images[0]


def file_of(picture: Image.Image | NDArray[Any], kind: str = "PNG", **options: Any) -> bytes:
    buffer = io.BytesIO()
    image = picture if isinstance(picture, Image.Image) else Image.fromarray(picture)
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def photo(digit: Grey, *, size: int = 400, left: int = 150, top: int = 60) -> Grey:
    """Dark ink on light paper, the digit anywhere on a sheet of 600 x 800."""
    large = Image.fromarray(digit).resize((size, size), Image.Resampling.BICUBIC)
    sheet = np.full((600, 800), 240, dtype=np.uint8)
    sheet[top : top + size, left : left + size] -= (np.asarray(large) * 0.8).astype(np.uint8)
    return sheet


def likeness(found: Grey, digit: Grey) -> float:
    """The overlap of two digits cut at 128."""
    return float(2 * ((found >= 128) == (digit >= 128)).mean() - 1)


def refusal(data: bytes) -> str:
    """The sentence that a file is refused with."""
    with pytest.raises(upload.UnusableError) as caught:
        upload.read(data)
    said = words.refusals.upload_refused(caught.value.why, caught.value.facts)
    assert re.fullmatch(r"The .*\.", said)
    assert len(said) < 200
    return said


def read_or_refuse(data: bytes) -> None:
    """Read the file, or refuse it with a sentence; nothing else is allowed."""
    said = "The picture is read."
    try:
        upload.read(data)
    except upload.UnusableError as error:
        said = words.refusals.upload_refused(error.why, error.facts)
    assert said.startswith("The ")


def test_digits_of_mnist_come_back() -> None:
    images = digits("test").images[:60]
    found = [upload.read(file_of(image)) for image in images]
    assert np.mean([likeness(*pair) for pair in zip(found, images, strict=True)]) > 0.95
    for picture in found:
        assert picture.dtype == np.uint8
        assert picture.shape == (28, 28)
        assert frame(picture).side == pytest.approx(28, abs=1.5)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *(("PNG", mode) for mode in ("1", "L", "LA", "P", "RGB", "RGBA")),
        *(("JPEG", mode) for mode in ("L", "RGB", "CMYK")),
    ],
)
def test_every_mode_of_a_photo_is_read(kind: str, mode: str) -> None:
    picture = Image.fromarray(photo(SEVEN)).convert(mode)
    assert likeness(upload.read(file_of(picture, kind)), SEVEN) > 0.9


def test_sixteen_bits_of_grey_are_read() -> None:
    assert likeness(upload.read(file_of(photo(SEVEN).astype(np.uint16) * 256 + 99)), SEVEN) > 0.9


@pytest.mark.parametrize(("size", "left", "top"), [(80, 10, 10), (200, 590, 380), (560, 100, 20)])
def test_where_and_how_large_does_not_matter(size: int, left: int, top: int) -> None:
    found = upload.read(file_of(photo(SEVEN, size=size, left=left, top=top)))
    assert likeness(found, SEVEN) > 0.9


def test_light_ink_on_dark_paper_is_the_same_digit() -> None:
    dark, light = (upload.read(file_of(sheet)) for sheet in (255 - photo(SEVEN), photo(SEVEN)))
    assert likeness(dark, light) > 0.98


@pytest.mark.parametrize("ink", [40, 140])
def test_shaded_grainy_paper_is_read(ink: int) -> None:
    """The paper in the shade is darker than the ink in the light."""
    y, x = np.mgrid[:600, :800]
    light = 0.45 + 0.5 * x / 800 - 0.1 * y / 600
    reflects = 1 - (240.0 - photo(SEVEN)) / 200 * (1 - ink / 240)
    sheet = 250 * light * reflects + np.random.default_rng(0).normal(0, 8, light.shape)
    found = upload.read(file_of(sheet.clip(0, 255).astype(np.uint8), "JPEG", quality=70))
    assert likeness(found, SEVEN) > 0.9
    assert (found[:3] == 0).all()


@pytest.mark.parametrize(("ink", "hidden"), [(0, 255), (255, 0), (0, 0), (255, 255), (90, 130)])
def test_ink_on_transparent_paper_is_read(ink: int, hidden: int) -> None:
    """`hidden` is the colour of the transparent pixels, which nobody sees."""
    strength = 255 - photo(SEVEN)
    strength[strength < 20] = 0
    colour = np.where(strength > 0, np.uint8(ink), np.uint8(hidden))
    picture = Image.fromarray(np.stack([colour, colour, colour, strength], axis=-1))
    assert likeness(upload.read(file_of(picture)), SEVEN) > 0.9


@pytest.mark.parametrize("invert", [False, True])
def test_transparent_corners_are_paper(invert: bool) -> None:
    sheet = 255 - photo(SEVEN) if invert else photo(SEVEN)
    y, x = np.mgrid[:600, :800]
    opaque = np.where(np.abs(x - 400) + np.abs(y - 300) < 640, np.uint8(255), np.uint8(0))
    picture = Image.fromarray(np.stack([sheet, sheet, sheet, opaque], axis=-1))
    assert likeness(upload.read(file_of(picture)), SEVEN) > 0.9


def test_a_transparent_palette_colour_is_paper() -> None:
    picture = Image.fromarray(np.where(photo(SEVEN) > 140, np.uint8(1), np.uint8(0)))
    picture.putpalette([250, 250, 250, 255, 0, 0])
    assert likeness(upload.read(file_of(picture, transparency=1)), SEVEN) > 0.9


def test_a_photo_taken_sideways_is_turned() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by 90 degrees clockwise to see it upright
    sideways = np.rot90(photo(SEVEN))
    assert likeness(upload.read(file_of(sideways, "JPEG", exif=exif)), SEVEN) > 0.9
    assert likeness(upload.read(file_of(sideways, "JPEG")), SEVEN) < 0.8


def test_a_mark_of_one_pixel_does_not_shrink_the_digit() -> None:
    dusty = photo(SEVEN)
    dusty[5, 5] = dusty[590, 30] = 0
    assert likeness(upload.read(file_of(dusty)), upload.read(file_of(photo(SEVEN)))) > 0.98


def test_a_result_is_its_own_result() -> None:
    once = upload.read(file_of(photo(SEVEN)))
    assert frame(once) == Frame(0, 0, 28)
    assert likeness(upload.read(file_of(once)), once) > 0.95


@pytest.mark.parametrize(
    "blank",
    [
        Image.new("L", (1, 1), 255),
        Image.new("L", (1, 1), 0),
        Image.new("L", (300, 1), 9),
        Image.new("RGB", (200, 100), "white"),
        Image.new("1", (30, 30), 0),
        Image.linear_gradient("L"),
        Image.fromarray(np.random.default_rng(0).integers(240, 256, (200, 300), dtype=np.uint8)),
    ],
)
def test_a_blank_picture_is_refused(blank: Image.Image) -> None:
    assert "blank" in refusal(file_of(blank))


def test_a_transparent_picture_is_refused() -> None:
    assert "transparent" in refusal(file_of(Image.new("RGBA", (30, 30), (0, 0, 0, 0))))


def test_an_animated_picture_is_refused() -> None:
    frames = [Image.fromarray(photo(SEVEN)), Image.fromarray(255 - photo(SEVEN))]
    data = file_of(frames[0], save_all=True, append_images=frames[1:])
    assert "animated" in refusal(data)


@pytest.mark.parametrize("kind", ["GIF", "BMP", "WEBP", "TIFF", "PPM", "ICO"])
def test_another_format_is_refused(kind: str) -> None:
    assert "not a PNG or JPEG" in refusal(file_of(Image.fromarray(photo(SEVEN)), kind))


@pytest.mark.parametrize("junk", [b"", b"\x89PNG\r\n\x1a\n", b"<svg/>", b"\xff\xd8\xff", bytes(99)])
def test_junk_is_refused(junk: bytes) -> None:
    assert "not a PNG or JPEG" in refusal(junk)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_truncated_file_is_refused(kind: str) -> None:
    data = file_of(photo(SEVEN), kind)
    assert "damaged or incomplete" in refusal(data[: len(data) // 2])


def test_a_large_file_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    data = file_of(photo(SEVEN)) + bytes(upload.MOST_BYTES)
    monkeypatch.setattr(upload, "_opened", None)
    assert "wanted are at most 1,000,000." in refusal(data)
    monkeypatch.undo()
    assert upload.read(data[: upload.MOST_BYTES]).any()


@pytest.mark.parametrize(
    ("width", "height"), [(2501, 2000), (10_000, 10_000), (60_000, 60_000), (1, 2**31 - 1)]
)
def test_many_pixels_are_refused_before_they_are_decoded(
    width: int, height: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def decode(*_: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr(Image.Image, "load", decode)
    assert "wanted are at most 5,000,000" in refusal(bomb(width, height))


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is that large."""
    chunks = {
        b"IHDR": struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0),
        b"IDAT": zlib.compress(bytes(1000)),
        b"IEND": b"",
    }
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks.items()
    )


def test_the_largest_picture_is_read() -> None:
    sheet = Image.fromarray(photo(SEVEN)).resize((2500, 2000))
    assert likeness(upload.read(file_of(sheet)), SEVEN) > 0.85
    assert "at most 5,000,000" in refusal(file_of(sheet.resize((2500, 2001))))


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    read_or_refuse(data)


@given(st.sampled_from(["PNG", "JPEG"]), st.integers(0, 2**32 - 1))
def test_no_damage_raises_anything_else(kind: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    data = np.frombuffer(file_of(SEVEN, kind), np.uint8).copy()
    where = rng.integers(2, data.size, size=rng.integers(1, 6))
    data[where] = rng.integers(0, 256, size=where.size)
    read_or_refuse(data.tobytes())


@given(
    st.sampled_from([(1, 1), (1, 2), (2, 2), (3, 1), (5, 4), (1, 400)]), st.integers(0, 2**32 - 1)
)
def test_any_tiny_picture_is_read_or_refused(size: tuple[int, int], seed: int) -> None:
    read_or_refuse(file_of(np.random.default_rng(seed).integers(0, 256, size, dtype=np.uint8)))
