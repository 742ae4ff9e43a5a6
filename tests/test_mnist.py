"""The digits: all there, checked, made bipolar and chosen."""

import gzip
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assoc_core import mnist
from tests.samples import digits


@pytest.mark.parametrize(("split", "size"), [("train", 60_000), ("test", 10_000)])
def test_all_digits_are_there(split: str, size: int) -> None:
    split_digits = digits(split)
    assert split_digits.images.shape == (size, 28, 28)
    assert split_digits.labels.shape == (size,)
    assert set(split_digits.labels) == set(range(10))


def test_first_labels_are_the_published_ones() -> None:
    assert digits().labels[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert digits("test").labels[:10].tolist() == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9]


def test_digits_are_read_only() -> None:
    with pytest.raises(ValueError, match="read-only"):
        digits().images[0, 0, 0] = 1
    with pytest.raises(ValueError, match="read-only"):
        digits().labels[0] = 1


def test_unknown_split_is_refused() -> None:
    with pytest.raises(ValueError, match='"train" or "test"'):
        mnist.load("validation")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the data that a test may damage."""
    for name in mnist.FILES["test"]:
        shutil.copy(mnist.FOLDER / f"{name}.gz", tmp_path)
    return tmp_path


def test_copy_of_the_data_is_accepted(folder: Path) -> None:
    assert (mnist.load("test", folder).labels == digits("test").labels).all()


def _error(folder: Path) -> mnist.DataError:
    with pytest.raises(mnist.DataError) as raised:
        mnist.load("test", folder)
    return raised.value


@pytest.mark.parametrize("name", mnist.FILES["test"])
def test_missing_file_is_named_with_its_remedy(folder: Path, name: str) -> None:
    (folder / f"{name}.gz").unlink()
    error = _error(folder)
    assert (error.file, error.what) == (f"assets/mnist/{name}.gz", "missing")
    assert f"assets/mnist/{name}.gz cannot be read" in str(error)
    assert f"git checkout -- assets/mnist/{name}.gz" in str(error)


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        (lambda content: content[: len(content) // 2], "damaged"),  # cut off
        (lambda _content: b"no gzip file", "damaged"),
        (lambda content: content[:200] + b"\x00\xff" * 40 + content[280:], "damaged"),
        (lambda _content: b"", "other"),
    ],
    ids=["cut off", "no gzip file", "overwritten", "empty"],
)
def test_damaged_file_is_named_with_its_remedy(
    folder: Path, damage: Callable[[bytes], bytes], what: str
) -> None:
    path = folder / "t10k-images-idx3-ubyte.gz"
    path.write_bytes(damage(path.read_bytes()))
    error = _error(folder)
    assert (error.file, error.what) == (f"assets/mnist/{path.name}", what)
    assert "assets/mnist/t10k-images-idx3-ubyte.gz is" in str(error)
    assert "git checkout" in str(error)


def test_one_changed_pixel_fails_the_checksum(folder: Path) -> None:
    path = folder / "t10k-images-idx3-ubyte.gz"
    content = bytearray(gzip.decompress(path.read_bytes()))
    content[1000] ^= 1
    path.write_bytes(gzip.compress(bytes(content), compresslevel=1))
    assert _error(folder).what == "other"
    assert "checksum differs" in str(_error(folder))


def test_a_data_error_comes_whole_from_another_process(folder: Path) -> None:
    (folder / f"{mnist.FILES['test'][0]}.gz").unlink()
    error = _error(folder)
    again = pickle.loads(pickle.dumps(error))
    assert (again.file, again.what, str(again)) == (error.file, error.what, str(error))


def test_bipolar_threshold_is_inclusive() -> None:
    images = np.zeros((1, 28, 28), dtype=np.uint8)
    images[0, 0, :4] = [0, 127, 128, 255]
    row = mnist.bipolar(images)
    assert row.shape == (1, 784)
    assert row.dtype == np.int8
    assert row[0, :5].tolist() == [-1, -1, 1, 1, -1]
    assert mnist.bipolar(images, threshold=127)[0, :4].tolist() == [-1, 1, 1, 1]


def test_bipolar_takes_one_picture_row_by_row() -> None:
    image = np.zeros((28, 28), dtype=np.uint8)
    image[2, 3] = 200
    assert np.flatnonzero(mnist.bipolar(image) == 1).tolist() == [2 * 28 + 3]


def test_choose_takes_the_first_digits() -> None:
    assert mnist.choose(digits(), 5).tolist() == [0, 1, 2, 3, 4]
    assert mnist.choose(digits(), 3, classes=[1]).tolist() == [3, 6, 8]


def test_choose_at_random_is_distinct_and_of_the_classes() -> None:
    chosen = mnist.choose(digits(), 500, rng=np.random.default_rng(0), classes={3, 8})
    assert len(set(chosen.tolist())) == 500
    assert set(digits().labels[chosen]) == {3, 8}


@pytest.mark.parametrize("n_patterns", [0, -1, 5422])
def test_choose_refuses_more_digits_than_there_are(n_patterns: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 5421"):
        mnist.choose(digits(), n_patterns, classes=[5])
