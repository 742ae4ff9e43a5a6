"""What the elements in the browser say: plain data, which is made a part of their JavaScript.

A template's facts are in braces. Where a number decides how it is said, there is a template for
each plural that JavaScript's Intl.PluralRules tells apart, and the number is n.
"""

from typing import Any

from assoc_core.ui.choices.entrants import ENTRANTS
from assoc_core.ui.words.english import endings, experiments
from assoc_core.ui.words.english.choices import OPTIONS
from assoc_core.ui.words.english.player import PLAYER, SLOW_MOTION, WHY

LOCALE = "en"  # in which numbers are written

COMPUTED = {
    "computed": {
        "one": "N = {n}, P = {p}, {how}, seed {seed}.",
        "race": "N = {n}, P = {p}, seed {seed}.",
        "changed": {
            "one": "{n} pixel of the digit is changed.",
            "other": "{n} pixels of the digit are changed.",
        },
        "how": {
            "hopfield": "{rule}, {order}",
            "warm": "{rule}, temperature {temperature}",
            "hamming": "Hamming, {epsilon}",
            "dense": "{power}, {order}",
            "modern": "Modern Hopfield, β = {beta}",
        },
        "rule": OPTIONS["rule"],
        "power": OPTIONS["power"],
        "epsilon": OPTIONS["epsilon"],
        "order": {order: name.lower() for order, name in OPTIONS["order"].items()},
        "likeness": "Mean overlap of two stored patterns: {overlap}.",
        "stable": {
            "one": "{stable} of {n} pattern is a fixed point.",
            "other": "{stable} of {n} are fixed points.",
        },
    },
}
NOT_ALL = "It does not race with all digits."
LANES = {
    "lanes": {
        "name": "Race, step by step. Space plays, arrow keys step, Home and End jump.",
        "at": "{racer}: {where}",
        "wrong": {
            "one": "{racer}: {where}, {n} pixel wrong",
            "other": "{racer}: {where}, {n} pixels wrong",
        },
        "clock": {"step": "step {now} of {end}", "work": "{now} of {end} multiplications"},
        "invite": "Press Play: all start from the same cue, on one clock.",
        "invite_guess": "Who will bring the digit back? Say so, or just press Play.",
        "guess": "brings it back?",
        "guessed": "brings it back",
        "guess_name": "{racer} brings it back",
        "right": "You were right.",
        "otherwise": "You said otherwise.",
        "cost": {"one": "{n} multiplication", "other": "{n} multiplications"},
        "made": {
            "sweeps": ": N² a sweep.",
            "sweeps_idle": ": N² a sweep and one more to see that nothing changes.",
            "flips": ": N² for the first fields, then N a flip.",
            "hamming": ": PN for the scores, then one a step for each active unit.",
            "dense": ": 2 PN for the first fields, then P (N + 1) a flip.",
            "modern": ": 2 PN a step.",
        },
        "numbers": {"one": "{n} number stored", "other": "{n} numbers stored"},
        "which": {
            "weights": ": N(N − 1)/2 weights, real numbers.",
            "patterns": ": P patterns of N pixels, one bit each.",
        },
    },
    "clock": {"name": "Clock", "step": "one step each", "work": "equal work"},
    "racer": {name: experiments.memory(name) for name in ENTRANTS},
    "refusal": {
        "rule": f"{NOT_ALL} This rule goes through the digits again and again, which takes too "
        "long with so many. Hebb and the pseudo-inverse learn all of them in one product.",
        "maxnet": f"{NOT_ALL} With ε = 1/P a lead grows by one part in P a step, so that MAXNET "
        "would go on for more steps than one can watch. Let it run with ε = 1/active.",
        "power": f"{NOT_ALL} With a power every digit has a say in every flip, which takes too "
        "long with so many. Under exp only the nearest count.",
        "unknown": f"{NOT_ALL} More than half of the cue is unknown: then nearly every digit has a "
        "say in every flip, which takes too long with so many.",
    },
}
MOSAIC = {
    "mosaic": {
        "name": "The weights. Arrow keys choose a tile, Enter enlarges it beside, plus and minus "
        "zoom, 0 shows the whole.",
        "unit": "unit {place}",
        "listens": "strongest + from {most}, {high}; strongest − from {least}, {low}",
        "matches": "matches {white} white and {black} black pixels",
        "told": "{name}: {seen}",
        "pointed": "Pointed at: {text}",
        "times": "{zoom} \u00d7",
        "zoom_in": "Zoom in",
        "zoom_in_tip": "Zoom in (+)",
        "zoom_out": "Zoom out",
        "zoom_out_tip": "Zoom out (−)",
        "whole": "Whole",
        "whole_tip": "Show the whole (0)",
    },
}
SHEET = {
    "sheet": {
        "classes": "Show the digits of one class",
        "all": "all",
        "none": "None",
        "picked": {"one": "{n} picked", "other": "{n} picked"},
        "beyond": {
            "one": ", {n} more not on this sheet",
            "other": ", {n} more not on this sheet",
        },
        "full": ": no more can be stored",
    },
}
COMMON = {
    "transport": {
        "first": "To the start",
        "first_tip": "To the start (Home)",
        "back": "One step back",
        "back_tip": "One step back (←)",
        "play": "Play",
        "pause": "Pause",
        "play_tip": "Play or pause (Space)",
        "on": "One step on",
        "on_tip": "One step on (→)",
        "last": "To the end",
        "last_tip": "To the end (End)",
        "scrub": "Step",
        "copy": "Copy link",
        "copied": "Copied",
        "by_hand": "The link to this page:",
        "reveal": "Reveal",
        "mark_wrong": "mark wrong pixels",
    },
    "speed": {"name": "Speed", "slow": "slow motion"},
    "where": {
        "flip": "flip {step} of {steps}",
        "sweep": "sweep {step} of {steps}",
        "step": "step {step} of {steps}",
        "in_sweep": " · sweep {sweep}",
    },
    "colour": {"black": "black", "unknown": "unknown", "white": "white"},
    "place": "({column}, {row})",
    "digit": endings.DIGIT,
    "stored": endings.STORED,
    "negative": endings.NEGATIVE,
    "and": endings.AND,
    "plus": endings.PLUS,
    "ending": {"title": endings.TITLE, "sentences": endings.SENTENCES},
}
WORDS: dict[str, dict[str, Any]] = {  # what all elements say, and what each of them says
    "common": COMMON,
    "recall_player": {**PLAYER, **SLOW_MOTION, **WHY, **COMPUTED},
    "race_lanes": {**LANES, **COMPUTED},
    "weights_mosaic": MOSAIC,
    "contact_sheet": SHEET,
}
