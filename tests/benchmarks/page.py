"""Print how fast the page is, in headless Chromium: python -m tests.benchmarks.page URL."""

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

from playwright.sync_api import Browser, Locator, expect, sync_playwright

from tests.browser.conftest import QUIET, chromium
from tests.browser.lab_page import LabPage
from tests.browser.recall_page import RecallPage

N_RUNS = 7
SCRUB = """async scrub => {
    const times = [];
    for (let step = 0; step <= Number(scrub.max); step++) {
        const began = performance.now();
        scrub.value = step;
        scrub.dispatchEvent(new Event("input"));
        times.push(performance.now() - began);
        if (step % 10 === 0) await new Promise(requestAnimationFrame);
    }
    return times.sort((a, b) => a - b);
}"""


def opened(browser: Browser, url: str, query: str = "") -> RecallPage:
    """The page in a context of its own, so with an empty cache."""
    context = browser.new_context(base_url=url, viewport={"width": 1366, "height": 768})
    recall = RecallPage(context.new_page())
    recall.page.goto(f"/{query}")
    expect(recall.player).to_have_attribute("data-ready", "true")
    return recall


def seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def reload(recall: RecallPage) -> None:
    recall.page.reload()
    expect(recall.player).to_have_attribute("data-ready", "true")


def changed(recall: RecallPage, act: Callable[[], object]) -> float:
    """Seconds from an action to another recall in the player."""
    before = recall.data("recall")
    began = time.perf_counter()
    act()
    while recall.data("recall") == before:
        recall.page.wait_for_timeout(5)
    return time.perf_counter() - began


def row(name: str, times: list[float]) -> None:
    print(f"| {name} | {statistics.median(times):.2f} s | {min(times):.2f} | {max(times):.2f} |")


def main(url: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*QUIET])
        recall = opened(browser, url)
        print("| what | median | min | max |\n|---|---|---|---|")
        row(
            "first visit, server warm",
            [seconds(lambda: opened(browser, url)) for _ in range(N_RUNS)],
        )
        row("reload", [seconds(lambda: reload(recall)) for _ in range(N_RUNS)])
        ends = ((40, 40 + 30 * k) for k in range(N_RUNS))
        row(
            "stroke to new recall",
            [changed(recall, partial(recall.stroke, y, (240, y[1]))) for y in ends],
        )
        recall = opened(browser, url)
        rules = ["Perceptron", "Hebb", "Pseudo", "Storkey", "Pseudo", "Hebb", "Storkey"]
        row(
            "other rule to new recall",
            [changed(recall, partial(recall.choose, "Rule", r)) for r in rules],
        )
        recall = opened(browser, url, "?damage=hide_bottom&amount=50")
        times = recall.player.get_by_test_id("scrub").evaluate(SCRUB)
        print(f"scrub step, {len(times)} steps: p50 {times[len(times) // 2]:.1f} ms, ", end="")
        print(f"p95 {times[int(0.95 * len(times))]:.1f} ms")
        experiments(browser, url)
        browser.close()


def experiments(browser: Browser, url: str) -> None:
    """A whole cliff, and another user beside it; the seed is new, so that nothing is known yet."""
    seed = time.time_ns() % 10**9
    lab = LabPage(browser.new_context(base_url=url).new_page())
    lab.open(f"page=limits&cues=20&seed={seed}").start()
    began = time.perf_counter()
    expect(lab.progress).to_contain_text("left")
    print(f"first points of a cliff: {time.perf_counter() - began:.1f} s, ", end="")
    lab.finish()
    print(f"all of it, 3 x 3 x 12 points of 20 cues: {time.perf_counter() - began:.1f} s")
    lab.open(f"page=limits&cues=500&seed={seed}").start()
    recall = opened(browser, url)
    names = ["Hebb", "Pseudo", "Hebb", "Pseudo", "Hebb"]
    row(
        "other rule to new recall, while another user's experiment runs",
        [changed(recall, partial(recall.choose, "Rule", name)) for name in names],
    )
    box = recall.page.get_by_role("spinbutton", name="Seed")
    seeds = (partial(enter, box, str(k)) for k in range(1, N_RUNS + 1))
    row("other cue to new recall, while it runs", [changed(recall, act) for act in seeds])
    expect(lab.progress).to_contain_text("left")  # it was running all the time


def enter(box: Locator, text: str) -> None:
    box.fill(text)
    box.press("Enter")


if __name__ == "__main__":
    main(sys.argv[1])
