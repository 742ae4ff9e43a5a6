"""The JavaScript modules one by one, in the browser: no server, only the files of the package."""

import base64
import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Route

from assoc_core import random_patterns
from assoc_core.ui import words
from assoc_core.ui.browser import element
from assoc_core.ui.browser.bundle import bundle
from assoc_core.ui.browser.constants import NOTHING
from assoc_core.ui.browser.lanes import lanes
from assoc_core.ui.browser.lanes.lanes import LANES
from assoc_core.ui.browser.mosaic import mosaic as mosaics
from assoc_core.ui.browser.mosaic.mosaic import MOSAIC
from assoc_core.ui.browser.player import cached, player
from assoc_core.ui.browser.player.player import PLAYER
from assoc_core.ui.browser.sheet import sheet as sheets
from assoc_core.ui.browser.sheet.sheet import SHEET
from assoc_core.ui.choices.codec import as_text, packed
from assoc_core.ui.choices.of_pages import Race, View
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute
from assoc_core.ui.model.endings import Digit, Ending
from assoc_core.ui.pictures import images
from assoc_core.ui.words import english
from assoc_core.ui.words.english.browser import WORDS
from tests.test_endings import ENDINGS, LABELS

FOLDER = Path(element.__file__).parent
ADDRESS = "http://modules.test"
MADE = element.made(english, *WORDS)
IMPORTS = {"imports": {name: f"{ADDRESS}/made/{name}.js" for name in MADE}}
START = f'<!doctype html><script type="importmap">{json.dumps(IMPORTS)}</script><body></body>'
N = 784
WHITE, BLACK = np.ones(N, dtype=np.int8), -np.ones(N, dtype=np.int8)


def answer(route: Route) -> None:
    """A file of the package, or a module that Python makes."""
    path = route.request.url.removeprefix(ADDRESS)
    if path == "/":
        route.fulfill(body=START, content_type="text/html")
    elif path.startswith("/made/"):
        name = path.removeprefix("/made/").removesuffix(".js")
        route.fulfill(body=MADE[name], content_type="text/javascript")
    else:
        route.fulfill(path=FOLDER / path[1:], content_type="text/javascript")


@pytest.fixture(autouse=True)
def watch() -> None:
    """In place of the watch over the app, which these tests do without."""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    tab = browser.new_page()
    tab.route("**", answer)
    yield tab
    tab.close()


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    """An empty page that can import the modules; fails on an error that nobody catches."""
    errors: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def thrown(error: Error) -> None:
        errors.append(str(error))

    tab.on("console", heard)
    tab.on("pageerror", thrown)
    tab.goto(f"{ADDRESS}/")
    yield tab
    tab.remove_listener("console", heard)
    tab.remove_listener("pageerror", thrown)
    assert errors == []


def run(page: Page, module: str, body: str, given: Any = None) -> Any:
    """What the body returns; in it `m` is the module, and `given` what it is given."""
    return page.evaluate(
        f"async (given) => {{ const m = await import('{ADDRESS}/{module}.js'); {body} }}", given
    )


def flips(*changes: list[int], **more: Any) -> dict[str, Any]:
    """A recall of black that makes some changes, with two stored patterns."""
    half = np.where(np.arange(N) < N // 2, 1, -1)
    return {
        "kind": "flips",
        "start": as_text(BLACK),
        "cue": as_text(BLACK),
        "patterns": packed(np.stack([BLACK, half])),
        "labels": [8, 3],
        "target": 1,
        "step": "flip",
        "changes": changes,
        "sweeps": [0, *range(1, len(changes) + 1)],
        **more,
    }


REPLAY = "const replay = new m.Replay(given);"


# replay


def test_a_replay_goes_on_and_back(page: Page) -> None:
    """Unit 0 becomes white, unit 783 unknown, unit 0 black again."""
    body = """return [0, 1, 2, 3, 1, 0, 99, -5].map((step) => {
        replay.go(step);
        return [replay.step, replay.state[0], replay.state[783]];
    });"""
    assert run(page, "shared/replay", REPLAY + body, flips([2], [3 * 783 + 1], [0])) == [
        [0, -1, -1],
        [1, 1, -1],
        [2, 1, 0],
        [3, -1, 0],
        [1, 1, -1],
        [0, -1, -1],
        [3, -1, 0],  # no further than the end
        [0, -1, -1],  # and no further back than the start
    ]


def test_a_replay_tells_its_state_as_text(page: Page) -> None:
    text = run(
        page, "shared/replay", REPLAY + "replay.go(2); return replay.text();", flips([2], [4])
    )
    assert text == "+0" + "-" * 782


def test_a_step_tells_which_units_it_changes(page: Page) -> None:
    body = "return [0, 1, 2, 3].map((step) => replay.changed(step));"
    assert run(page, "shared/replay", REPLAY + body, flips([2], [5, 3 * 783])) == [
        [],
        [0],
        [1, 783],
        [],
    ]


def test_patterns_come_bit_by_bit(page: Page) -> None:
    patterns = random_patterns(3, N, rng=np.random.default_rng(0))
    body = "return m.unpack(given, 3).map((pattern) => [...pattern]);"
    assert run(page, "shared/replay", body, packed(patterns)) == patterns.tolist()


def test_one_can_stop_at_every_step_or_at_the_ends_of_sweeps(page: Page) -> None:
    recall = flips([2], [5], [8], [11], sweeps=[0, 1, 1, 2, 4])
    body = """return ["flip", "sweep"].map(
        (walk) => replay.stops(walk).map((stop) => stop.step));"""
    assert run(page, "shared/replay", REPLAY + body, recall) == [[0, 1, 2, 3, 4], [0, 2, 3, 4]]


def order(*units: int) -> str:
    return base64.b64encode(np.array(units, "<u2").tobytes()).decode()


def test_one_can_stop_at_every_unit_that_was_looked_at(page: Page) -> None:
    """In the first sweep units 2 and 0 flip, in the second unit 1, in the third none."""
    recall = flips([8], [2], [5], sweeps=[0, 1, 1, 2])
    recall["orders"] = [order(2, 1, 0), order(0, 2, 1), order(1, 0, 2)]
    body = 'return replay.stops("neuron").map(({step, unit}) => [step, unit ?? null]);'
    assert run(page, "shared/replay", REPLAY + body, recall) == [
        [0, None],
        *([1, 2], [1, 1], [2, 0]),
        *([2, 0], [2, 2], [3, 1]),
        *([3, 1], [3, 0], [3, 2]),
    ]


def test_overlaps_and_what_is_wrong(page: Page) -> None:
    """Black, then a white unit 0: by one unit of 784 nearer to the pattern that is half white."""
    body = """replay.go(1);
    return [replay.overlaps(), replay.nearest(), replay.wrong(0), replay.wrong(1).length];"""
    overlaps, nearest, wrong, n_wrong = run(page, "shared/replay", REPLAY + body, flips([2]))
    assert overlaps == pytest.approx([782 / 784, 2 / 784])
    assert (nearest, wrong, n_wrong) == (0, [0], 391)


def test_an_unknown_pixel_is_wrong_and_counts_nothing(page: Page) -> None:
    body = "replay.go(1); return [replay.overlaps()[0], replay.wrong(0)];"
    overlap, wrong = run(page, "shared/replay", REPLAY + body, flips([1]))
    assert overlap == pytest.approx(783 / 784)
    assert wrong == [0]


def test_real_states_come_in_16_bits(page: Page) -> None:
    frames = [np.full(N, value, "<i2") for value in (-10_000, 5_000, 4_999, 10_000)]
    recall = flips(
        kind="attention", frames=[base64.b64encode(f.tobytes()).decode() for f in frames]
    )
    body = """return [0, 1, 2, 3].map((step) => {
        replay.go(step);
        return [replay.state[0], replay.text()[0], replay.changed(step)];
    });"""
    found = run(page, "shared/replay", REPLAY + body, recall)
    assert [value for value, _, _ in found] == pytest.approx([-1, 0.5, 0.4999, 1])
    assert [text for _, text, _ in found] == ["-", "+", "0", "+"]
    assert [changed for *_, changed in found] == [[]] * 4


def test_memories_are_lit_by_how_far_they_stand_out(page: Page) -> None:
    """From the median on: (m - median) / (1 - median), and none below it."""
    body = "return replay.lights([0.2, 0.6, 1, 0.4, 0.5]);"
    lights = run(page, "shared/replay", REPLAY + body, flips())
    assert lights == pytest.approx([0, 0.2, 1, 0, 0])
    assert run(page, "shared/replay", REPLAY + "return replay.lights([1, 1]);", flips()) == [0, 0]


RACE = flips(kind="race", activity=[[[0, 1], [0.5, 1]], [[1], [1]], [[], []]], changes=[[2], [5]])


def test_in_a_race_the_leader_is_nearest_and_the_active_ones_shade(page: Page) -> None:
    body = """return [0, 1, 2].map((step) => {
        replay.go(step);
        const shades = replay.shades();
        return [replay.activity(), replay.nearest(), shades[0], shades[783]];
    });"""
    found = run(page, "shared/replay", REPLAY + body, RACE)
    assert found[0][:2] == [[0.5, 1], 1]
    assert found[0][2:] == pytest.approx([(-0.5 + 1) / 1.5, -1])
    assert found[1] == [[0, 1], 1, 1, -1]
    assert found[2][2:] == [0, 0]  # nobody is left
    assert run(page, "shared/replay", REPLAY + "return replay.shades();", flips()) is None


# clock

TIMES = [
    {"work": [0, 10, 30], "total": 30},
    {"work": [0, 5], "total": 20},
    {"work": [0], "total": 0},
]
CLOCK = "const clock = new m.Clock(given[0], given[1]);"


def test_a_clock_of_work_comes_to_each_step_when_its_work_is_done(page: Page) -> None:
    body = """return [clock.moments, clock.last, clock.end,
        clock.moments.map((_, tick) => [0, 1, 2].map((lane) => clock.stepOf(lane, tick))),
        clock.moments.map((_, tick) => [0, 1, 2].map((lane) => clock.hasArrived(lane, tick)))];"""
    moments, last, end, steps, arrived = run(page, "lanes/clock", CLOCK + body, ["work", TIMES])
    assert (moments, last, end) == ([0, 5, 10, 20, 30], 4, 30)
    assert steps == [[0, 0, 0], [0, 1, 0], [1, 1, 0], [1, 1, 0], [2, 1, 0]]
    assert arrived == [
        [False, False, True],
        [False, False, True],
        [False, False, True],  # the second is at its last step, and does not know it yet
        [False, True, True],
        [True, True, True],
    ]


def test_a_clock_of_steps_goes_all_at_once(page: Page) -> None:
    body = """return [clock.moments, [0, 1, 2].map((tick) => clock.stepOf(1, tick)),
        clock.hasArrived(1, 0), clock.hasArrived(1, 1)];"""
    found = run(page, "lanes/clock", CLOCK + body, ["step", TIMES])
    assert found == [[0, 1, 2], [0, 1, 1], False, True]


@pytest.mark.parametrize(
    ("moment", "tick"), [(0, 0), (4.9, 0), (5, 1), (9.99, 1), (10, 2), (30, 4), (31, 4), (-1, 0)]
)
def test_the_tick_is_the_last_whose_moment_has_come(page: Page, moment: float, tick: int) -> None:
    found = run(page, "lanes/clock", f"{CLOCK} return clock.tickAt({moment});", ["work", TIMES])
    assert found == tick


def test_shares_and_the_tick_of_a_step(page: Page) -> None:
    body = """return [clock.share(1, 0), clock.share(1, 10), clock.share(1, 30), clock.share(2, 0),
        clock.tickOf(0, 0), clock.tickOf(0, 1), clock.tickOf(1, 1)];"""
    found = run(page, "lanes/clock", CLOCK + body, ["work", TIMES])
    assert found == [0, 0.5, 1, 1, 0, 2, 1]


def test_a_race_of_nobody_has_one_moment(page: Page) -> None:
    assert run(page, "lanes/clock", f"{CLOCK} return clock.moments;", ["work", []]) == [0]


# why


@pytest.mark.parametrize(
    ("total", "wanted"),
    [(0, 0), (1e-9, 1), (0.99e-9, 0), (-0.99e-9, 0), (-1e-9, -1), (3, 1), (-3, -1)],
)
def test_a_sum_up_to_rounding_wants_nothing(page: Page, total: float, wanted: int) -> None:
    assert run(page, "player/votes", "return m.wish(given);", total) == wanted


def test_votes_are_added_up_for_white_and_for_black(page: Page) -> None:
    found = run(page, "player/votes", "return m.totals(given);", [2, -3, 0, 0.5, -0.25])
    assert found == {"white": 2.5, "black": -3.25, "sum": -0.75}
    assert run(page, "player/votes", "return m.totals([]);") == {"white": 0, "black": 0, "sum": 0}


@pytest.mark.parametrize(
    ("total", "value", "change"),
    [(3, -1, -6), (3, 0, -3), (3, 1, 0), (-3, 1, -6), (-3, 0, -3), (-3, -1, 0)],
)
def test_following_the_sum_lowers_the_energy(
    page: Page, total: float, value: int, change: float
) -> None:
    """dE = -h ds: 2 |h| for a known pixel that is wrong, |h| for an unknown one."""
    found = run(page, "player/votes", "return m.energyOf(given[0], given[1]);", [total, value])
    assert found == pytest.approx(change)


VOTES = f"""const replay = await import('{ADDRESS}/shared/replay.js');
    const recall = new replay.Replay(given);
    return m.memoryVotes(recall, 783);"""


def test_memories_vote_with_half_the_energy_between_the_two_values(page: Page) -> None:
    """State black, patterns black and half white: z without unit 783 is 783 and -1.

    Power 2: (F(z + 1) - F(z - 1)) / 2 = 2 z / N for F = z^2 / N. Power 3: (3 z^2 + 1) / N^2.
    """
    found = run(page, "player/votes", VOTES, flips(power=2))
    assert found == pytest.approx([-2 * 783 / N, 2 / N])
    found = run(page, "player/votes", VOTES, flips(power=3))
    assert found == pytest.approx([-(3 * 783**2 + 1) / N**2, -4 / N**2])


def test_votes_under_exp_are_shares(page: Page) -> None:
    found = run(page, "player/votes", VOTES, flips(power="exp"))
    assert found == pytest.approx([-1, 0])  # e^-784 against 1
    both = packed(np.stack([BLACK, BLACK]))
    found = run(page, "player/votes", VOTES, flips(power="exp", patterns=both))
    assert found == pytest.approx([-0.5, -0.5])


def test_attention_is_the_vote_of_a_memory(page: Page) -> None:
    recall = flips(kind="attention", activity=[[[1], [0.25]]])
    recall["frames"] = [base64.b64encode(np.zeros(N, "<i2").tobytes()).decode()]
    assert run(page, "player/votes", VOTES, recall) == pytest.approx([0, -0.25])


def test_a_digit_matches_pixel_by_pixel(page: Page) -> None:
    body = "return m.match(Int8Array.from([1, 1, -1, -1]), Float32Array.from(given));"
    found = run(page, "player/votes", body, [1, -1, 0, -1])
    assert [found[key] for key in ("agree", "differ", "unknown", "sum")] == [2, 1, 1, 1]
    grey = run(page, "player/votes", body, [0.5, 0.5, -0.25, 0])
    assert [grey[key] for key in ("agree", "differ", "unknown", "sum")] == [0, 0, 1, 1.25]


SLOW = f"""const replay = await import('{ADDRESS}/shared/replay.js');
    const recall = new replay.Replay(given.recall);
    return m.partsOf(recall, given.from, given.to);"""


@pytest.mark.parametrize(
    ("energy", "warm", "says"),
    [
        ([0, -4], False, "The sum says white."),
        ([0, -4], True, "The sum says white."),
        ([0, 4], False, "The sum says white."),  # an unknown pixel, and an odd power
        ([0, 4], True, "The sum does not say so, but chance says white."),
        ([0, 0], True, "The sum does not say so, but chance says white."),
    ],
)
def test_slow_motion_blames_chance_at_a_temperature_only(
    page: Page, energy: list[int], warm: bool, says: str
) -> None:
    recall = flips([3 * 29 + 2], energy=energy, warm=warm)
    given = {"recall": recall, "from": {"step": 0}, "to": {"step": 1}}
    parts = run(page, "player/slow", SLOW, given)
    assert [part["text"] for part in parts] == [
        "Pick pixel (1, 1).",
        "Add up the votes of the 783 other pixels.",
        says,
        "It changes to white.",
        f"The energy changes by {energy[1]}.00.".replace("-", "−"),
    ]
    assert {part["unit"] for part in parts} == {29}


def test_slow_motion_tells_what_stays_and_what_is_too_much_to_tell(page: Page) -> None:
    recall = flips([2], [5], [8], energy=[0, -1, -2, -3], sweeps=[0, 1, 1, 1], warm=False)
    stays = {"recall": recall, "from": {"step": 1}, "to": {"step": 1, "unit": 783}}
    texts = [part["text"] for part in run(page, "player/slow", SLOW, stays)]
    assert texts[0] == "Pick pixel (27, 27)."
    assert texts[2:] == [
        "The sum agrees with the pixel, or is zero.",
        "It keeps its value.",
        "The energy stays.",
    ]
    many = {"recall": recall, "from": {"step": 0}, "to": {"step": 3}}
    assert run(page, "player/slow", SLOW, many) == [
        {"text": "Sweep 1 is computed."},
        {"text": "3 pixels have changed."},
    ]


# mosaic

VIEW = "const view = new m.View(); view.size = 280; view.lay(given[0], given[1]);"


@pytest.mark.parametrize(
    ("place", "tile"),
    [
        ((0, 0), 0),
        ((9.99, 9.99), 0),
        ((10, 0), 1),
        ((279.9, 279.9), 783),
        ((280, 279.9), None),
        ((0, 280), None),
        ((-0.1, 5), None),
        ((5, -0.1), None),
    ],
)
def test_every_place_has_its_tile(page: Page, place: tuple[float, float], tile: int | None) -> None:
    body = f"{VIEW} return view.tileAt({{ x: {place[0]}, y: {place[1]} }});"
    assert run(page, "mosaic/view", body, [784, 28]) == tile


def test_a_sheet_that_is_not_full_is_square_all_the_same(page: Page) -> None:
    """Five tiles in three columns: two rows, and no tile at the end of the second."""
    body = f"""{VIEW} const at = (x, y) => view.tileAt({{ x, y }});
    const tiles = [at(279, 0), at(0, 100), at(100, 100), at(200, 100), at(0, 200)];
    return [view.span, view.pixels, ...tiles];"""
    found = run(page, "mosaic/view", body, [5, 3])
    assert found == [3, 3 * 29 - 1, 2, 3, 4, None, None]


def test_zooming_keeps_the_place_and_stays_within_its_limits(page: Page) -> None:
    body = f"""{VIEW} const place = {{ x: 75, y: 125 }};
    const seen = () => [view.zoom, view.x, view.y, view.tileAt(place)];
    const before = seen();
    view.zoomBy(2, place); const twice = seen();
    view.zoomBy(1000, place); const most = seen();
    view.zoomBy(0.0001, place); const least = seen();
    view.zoomBy(2); const middle = seen();
    return [before, twice, most, least, middle];"""
    before, twice, most, least, middle = run(page, "mosaic/view", body, [784, 28])
    assert before == [1, 0, 0, 12 * 28 + 7]
    assert twice == [2, -75, -125, 12 * 28 + 7]
    assert most == [14, 75 - 75 * 14, 125 - 125 * 14, 12 * 28 + 7]
    assert least == [1, 0, 0, 12 * 28 + 7]
    assert middle[:3] == [2, -140, -140]


def test_the_sheet_always_covers_the_frame(page: Page) -> None:
    body = f"""{VIEW} view.see(2, 50, -1000); const far = [view.x, view.y];
    view.moveBy(-10, 20); return [far, [view.x, view.y]];"""
    assert run(page, "mosaic/view", body, [784, 28]) == [[0, -280], [-10, -260]]


def test_a_tile_is_brought_into_the_frame_and_no_further(page: Page) -> None:
    body = f"""{VIEW} view.see(4, 0, 0);
    const bring = (tile) => {{ view.bring(tile); return [view.x, view.y]; }};
    return [view.cell, bring(28 + 1), bring(28 + 6), bring(783), bring(0)];"""
    cell, inside, over, last, first = run(page, "mosaic/view", body, [784, 28])
    assert cell == 40
    assert inside == [0, 0]
    assert over == [280 - 40 - 6.5 * 40, 0]  # its centre a cell from the edge
    assert last == [280 - 4 * 280] * 2
    assert first == [0, 0]


def test_marks_lie_on_their_tiles(page: Page) -> None:
    body = f"{VIEW} return [view.pixels, view.onSheet(0), view.onSheet(29)];"
    pixels, first, other = run(page, "mosaic/view", body, [784, 28])
    assert pixels == 28 * 29 - 1
    assert first == {"left": 0, "top": 0, "side": pytest.approx(100 * 28 / 811)}
    assert other["left"] == other["top"] == pytest.approx(100 * 29 / 811)


def test_weights_are_blue_and_orange_and_nothing_is_white(page: Page) -> None:
    body = "return [1, 64, 128, 192, 255].map((grey) => m.WEIGHTS[grey]);"
    assert run(page, "shared/colours", body) == [
        [214, 92, 16],
        [234, 173, 135],  # 64 of 127 on the way to orange: 255 - 64/127 (255 - 214) ...
        [255, 255, 255],
        [146, 182, 234],
        [38, 110, 214],
    ]


PICTURE = images.png_url(np.full((28, 28), NOTHING, dtype=np.uint8))


def sheet(n: int) -> str:
    """A sheet of tiles that are all alike, as the element gets it."""
    patterns = {"kind": "patterns", "labels": [8] * n, "whites": [100] * n}
    return json.dumps({**patterns, "picture": PICTURE, "columns": 1, "n": n})


OPENED = """
    document.body.innerHTML = given.html;
    const decode = Image.prototype.decode;
    const waiting = []; // what decodes, until it is let go on
    Image.prototype.decode = function () {
        return new Promise((go) => waiting.push(go)).then(() => decode.call(this));
    };
    const settled = () => new Promise((done) => setTimeout(done, 50));
    const mosaic = new m.Mosaic(document.body);
    const load = (id, tile, projector = false) =>
        mosaic.load({ id, mosaic: given[id], tile, projector });
    const seen = () => ({ ...mosaic.root.dataset });
"""


def mosaic(page: Page, body: str) -> Any:
    html = element.page(MOSAIC)
    page.set_default_timeout(5_000)
    return run(page, "mosaic/mosaic", OPENED + body, {"html": html, "a": sheet(1), "b": sheet(1)})


def test_a_rerun_while_the_picture_decodes_is_waited_for(page: Page) -> None:
    """Another tile, or the projector, may be asked for before the sheet is there."""
    body = """load("a", 0); load("a", 0, true);
    const before = seen();
    waiting.forEach((go) => go()); await settled();
    return [waiting.length, before.ready, seen(), mosaic.root.classList.contains("projector")];"""
    n, before, after, projector = mosaic(page, body)
    assert (n, before) == (1, "false")
    assert (after["ready"], after["tile"], projector) == ("true", "0", True)


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_sheets_that_decode_the_later_one_is_shown(page: Page, first: int) -> None:
    body = f"""load("a", 0); load("b", 0);
    waiting[{first}](); await settled();
    const between = seen().ready;
    waiting[{1 - first}](); await settled();
    return [between, seen().ready, mosaic.id];"""
    between, after, shown = mosaic(page, body)
    assert between == ("false" if first == 0 else "true")
    assert (after, shown) == ("true", "b")


def test_nothing_happens_to_what_is_not_there_yet(page: Page) -> None:
    body = """const told = []; mosaic.report = (...what) => told.push(what);
    load("a", 0);
    mosaic.point(0); mosaic.ask(0);
    mosaic.frame.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
    waiting[0](); await settled();
    mosaic.ask(null); mosaic.ask(0);
    return told;"""
    assert mosaic(page, body) == [["tile", 0]]


# words


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0, 0, "0"),
        (-0.001, 2, "0.00"),
        (-0.005, 2, "−0.01"),
        (-1234.5, 1, "−1,234.5"),
        (60000, 0, "60,000"),
        (1e9, 0, "1,000,000,000"),
    ],
)
def test_numbers_have_a_true_minus_and_no_minus_zero(
    page: Page, value: float, digits: int, text: str
) -> None:
    assert run(page, "shared/say", "return m.number(given[0], given[1]);", [value, digits]) == text


def test_plurals_follow_the_number(page: Page) -> None:
    body = 'return given.map((n) => m.say("outcome.undecided", { n, of: 784 }));'
    assert run(page, "shared/say", body, [0, 1, 2]) == [
        "0 of 784 pixels are still undecided.",
        "1 of 784 pixels is still undecided.",
        "2 of 784 pixels are still undecided.",
    ]


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        ('m.say("why.nonsense")', "no words: why.nonsense"),
        ('m.say("nonsense.at.all")', "no words: nonsense.at.all"),
        ('m.say("wall.closest", { digit: "a 5" })', "no fact: overlap of wall.closest"),
    ],
)
def test_words_and_facts_that_are_missing_are_named(page: Page, call: str, complaint: str) -> None:
    body = f"try {{ {call}; }} catch (error) {{ return error.message; }}"
    assert run(page, "shared/say", body) == complaint


TOLD = (
    *ENDINGS,
    Ending("2-cycle"),
    Ending("nobody left"),
    Ending("step limit", (("n", 20_000),)),
    Ending("tie of many", (("tied", tuple(Digit(k, LABELS[k]) for k in range(3))), ("n", 59_997))),
    Ending(
        "blend", (("n", 60_000), ("blend", 1.0), ("found", Digit(59_999, -2)), ("overlap", -0.5))
    ),
    Ending("other", (("found", Digit(1200, -1)), ("target", Digit(3, 8)))),
    Ending("reversed pair", (("found", Digit(3, 8)),)),
    Ending("winner", (("found", Digit(3, 8)),)),
    Ending("grey", (("found", Digit(3, 8)), ("overlap", 0.0))),
)


@pytest.mark.parametrize("end", TOLD, ids=lambda end: end.kind)
def test_an_ending_is_worded_as_python_words_it(page: Page, end: Ending) -> None:
    body = 'return [m.title(given), m.sentences(given).join(" ")];'
    title, sentence = run(page, "shared/ending", body, json.loads(json.dumps(end.plain())))
    assert title == words.endings.title(end)
    assert sentence == words.endings.sentence(end)
    assert not re.search(r"[{}]", sentence)


# elements, in another language


def translated(told: Any) -> Any:
    """The words of a catalogue in brackets, its facts among them."""
    if isinstance(told, dict):
        return {name: translated(value) for name, value in told.items()}
    if isinstance(told, tuple | list):
        return [translated(value) for value in told]
    return f"⟦{told}⟧"


def foreign() -> ModuleType:
    catalogue, browser = ModuleType("foreign"), ModuleType("foreign.browser")
    browser.LOCALE, browser.WORDS = "de", translated(WORDS)  # type: ignore[attr-defined]
    catalogue.browser = browser  # type: ignore[attr-defined]
    return catalogue


MOUNT = """async (given) => {
    const place = document.createElement("div");
    document.body.append(place);
    const root = given.isolated ? place.attachShadow({ mode: "open" }) : place;
    root.innerHTML = `<style>${given.css}</style>${given.html}`;
    const script = new Blob([given.js], { type: "text/javascript" });
    const { default: show } = await import(URL.createObjectURL(script));
    const run = (data) => show({ data, parentElement: root, setStateValue: () => {} });
    run(given.data);
    await new Promise((done) => setTimeout(done, 100)); // until a picture is decoded
    const texts = new Set();
    const look = () => {
        for (const part of root.querySelectorAll("*:not(style)")) {
            const own = [...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
            for (const text of [...own.map((node) => node.data), part.title, part.ariaLabel]) {
                if (text?.trim()) texts.add(text.trim());
            }
        }
    };
    look();
    const parts = 'button:not([data-testid="copy-link"]), input, select, [role="application"]';
    for (const part of [...root.querySelectorAll(parts)].slice(0, 80)) {
        part.dispatchEvent(new PointerEvent("pointerenter"));
        part.focus?.();
        for (const option of part.options ?? []) {
            part.value = option.value;
            part.dispatchEvent(new Event("change"));
            look();
        }
        if (!part.disabled) part.click?.();
        look();
    }
    run({ ...given.data, ...given.again });
    root.querySelector('[role="application"]')?.click();
    root.querySelector('[data-testid="last"]')?.click();
    look();
    return [...texts];
}"""


def texts(page: Page, one: element.Element, data: dict[str, Any], **again: Any) -> list[str]:
    """All that an element says while everything on it is used once."""
    given = {
        "isolated": one.isolated,
        "html": element.page(one),
        "css": element.style(one),
        "js": bundle(one.script, element.made(foreign(), one.name)),
        "data": data,
        "again": again,
    }
    found: list[str] = page.evaluate(MOUNT, given)
    return found


def plain(text: str) -> str:
    """What is left of a text without all that stands in brackets."""
    while "⟦" in text:
        text = re.sub("⟦[^⟦⟧]*⟧", "", text)
    return text


def all_in_the_catalogue(said: list[str]) -> bool:
    assert [text for text in said if re.search("[A-Za-z]", plain(text))] == []
    return True


@pytest.mark.parametrize(
    "settings",
    [
        Settings(rule="hebb", order="cyclic"),
        Settings(temperature="0.3", choice="random"),
        Settings(order="synchronous", source="unseen"),
        Settings(network="hamming"),
        Settings(network="dense"),
        Settings(network="modern", beta="0.02"),
    ],
    ids=lambda settings: f"{settings.network}-{settings.order}-{settings.temperature}",
)
@pytest.mark.parametrize("projector", [False, True])
def test_the_player_speaks_in_the_words_of_its_catalogue(
    page: Page, settings: Settings, projector: bool
) -> None:
    view = View(mode="projector" if projector else "desk")
    data = player.sent(settings, compute.cue(settings), view)
    said = texts(page, PLAYER, data, predict=False, why=cached.why(settings, 351))
    assert all_in_the_catalogue(said)
    assert len(said) > 40


@pytest.mark.parametrize("race", [Race(), Race(racers="dense-exp,modern-0.02", clock="work")])
def test_the_race_speaks_in_the_words_of_its_catalogue(page: Page, race: Race) -> None:
    data = lanes.sent(Settings(), race, compute.cue(Settings()), View())
    data["racers"].append("storkey")
    data["lanes"].append(json.dumps({"refusal": "rule"}))
    assert all_in_the_catalogue(texts(page, LANES, data))


@pytest.mark.parametrize("network", ["hopfield", "hamming"])
def test_the_mosaic_speaks_in_the_words_of_its_catalogue(page: Page, network: str) -> None:
    data = mosaics.sent(Settings(network=network), 7, projector=False)
    assert all_in_the_catalogue(texts(page, MOSAIC, data, tile=8))


def test_the_sheet_speaks_in_the_words_of_its_catalogue(page: Page) -> None:
    data = sheets.sent([1, 2], n_beyond=1, threshold=128)
    assert all_in_the_catalogue(texts(page, SHEET, data))
