"""Pictures as text: a cue that fits in a URL, and back, and patterns for the browser."""

import base64
import binascii

import numpy as np

from assoc_core.types import Bipolar

N_UNITS = 784
SIGNS = np.frombuffer(b"-0+", np.uint8)


def encode(cue: Bipolar) -> str:
    """A cue (784,) as 210 URL-safe characters, five ternary digits to a byte."""
    trits = np.append(cue + 1, 0).reshape(-1, 5).astype(np.int64)
    codes = (trits @ 3 ** np.arange(5)).astype(np.uint8)
    return base64.urlsafe_b64encode(codes.tobytes()).decode().rstrip("=")


def decode(text: str) -> Bipolar:
    """The cue (784,) that `encode` made the text of; ValueError for any other text."""
    try:
        codes = np.frombuffer(
            base64.b64decode(text + "==", altchars=b"-_", validate=True), np.uint8
        )
    except (binascii.Error, ValueError):
        codes = np.array([], np.uint8)
    if codes.size != 157 or codes.max() > 242:
        raise ValueError(f"A drawing in a link has 210 characters; {text[:20]!r} is none.")
    trits = codes.astype(np.int64)[:, None] // 3 ** np.arange(5) % 3
    return (trits.ravel()[:N_UNITS] - 1).astype(np.int8)


def packed(patterns: Bipolar) -> str:
    """Patterns (P, 784) as base64, a bit for each pixel: 98 bytes a pattern."""
    return base64.b64encode(np.packbits(patterns > 0, axis=1).tobytes()).decode()


def drawing_text(text: str) -> str:
    """The text itself, if `decode` can read it; ValueError for any other."""
    decode(text)
    return text


def as_text(state: Bipolar) -> str:
    """The state as a character for each unit: - black, 0 unknown, + white."""
    return SIGNS[state.astype(np.intp) + 1].tobytes().decode()
