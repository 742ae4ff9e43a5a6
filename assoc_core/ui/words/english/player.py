"""What the Recall player says; templates as in `browser`, of which this is a part."""

PLAYER = {
    "player": {
        "name": "Recall, step by step. Space plays, arrow keys step, Home and End jump.",
        "picture": "The picture. Arrow keys choose a pixel, Enter asks why it has its value.",
    },
    "tabs": {
        "why": "Why this pixel?",
        "kept": "Kept",
        "race": "Race",
        "attention": "Attention",
    },
    "panels": {
        "wall": "What is stored",
        "race": "Race",
        "why": "Why this pixel",
        "kept": "Kept states",
    },
    "kept": {
        "keep": "Keep the state shown",
        "save": "Save it as PNG",
        "until": "Kept until the page is closed.",
    },
    "walk": {"name": "Walk by", "flip": "by flip", "sweep": "by sweep", "neuron": "by pixel"},
    "wall": {
        "digits": {"one": "{n} stored digit", "other": "{n} stored digits"},
        "patterns": {"one": "{n} stored pattern", "other": "{n} stored patterns"},
        "closest": "closest: {digit} · overlap {overlap}",
        "overlap": "{name} · overlap {overlap}",
    },
    "picture": {
        "name": "The state at {text}",
        "at": "{where}, closest {digit}",
        "wrong": {
            "one": "{where}, {n} pixel wrong, closest {digit}",
            "other": "{where}, {n} pixels wrong, closest {digit}",
        },
        "pixel": "pixel {place}, {colour}",
    },
    "curve": {
        "energy": "Energy",
        "units": "Units in the race",
        "energy_change": "{value} · ΔE = {change}",
        "units_change": "{value} · {change}",
    },
    "invitation": {
        "rest": "Already at rest: nothing will change. Play names the ending.",
        "rest_projector": "Already at rest: nothing will change.",
        "warm": "Press Play: pixels follow their field by chance, the more so the weaker it is.",
        "attention": "Press Play: the state becomes the mean of the memories, weighted by its "
        "attention to them.",
        "falls": "Press Play: one pixel changes at a time, and each change lowers the energy.",
        "flip": "Press Play: one pixel changes at a time.",
        "sweep": "Press Play: all pixels are updated at once, again and again.",
        "step": "Press Play: what is stored competes. Green pixels: those left in the race differ.",
    },
    "outcome": {
        "undecided": {
            "one": "{n} of {of} pixels is still undecided.",
            "other": "{n} of {of} pixels are still undecided.",
        },
        "wrong": {
            "one": "{n} of {of} pixels differs from {digit}.",
            "other": "{n} of {of} pixels differ from {digit}.",
        },
    },
    "prediction": {
        "question": "What will it become?",
        "stored": "The digit it was",
        "other": "Another digit",
        "none": "None of them",
        "right": "You were right: {right} of {asked} so far.",
        "wrong": "You said “{guess}”: {right} of {asked} so far.",
    },
    "race": {
        "facts": "{n} in the race, {died} died in this step. S = {sum}, ε = {epsilon}: at or below "
        "εS / (1 + ε) = {line} (the line) a unit dies next.",
        "lead": "Lead {lead}.",
        "attention": "The state becomes the mean of the memories, weighted by attention: as if {n} "
        "had a say.",
    },
}
SLOW_MOTION = {
    "slow": {
        "sweep": "The sweep is computed.",
        "step": "The step is computed.",
        "in_sweep": "Sweep {sweep} is computed.",
        "result": "The result.",
        "changed": {"one": "{n} pixel has changed.", "other": "{n} pixels have changed."},
        "pick": "Pick pixel {place}.",
        "memories": "Add up the votes of the {n} memories.",
        "pixels": "Add up the votes of the {n} other pixels.",
        "agrees": "The sum agrees with the pixel, or is zero.",
        "sum": "The sum says {colour}.",
        "chance": "The sum does not say so, but chance says {colour}.",
        "chance_keeps": "Chance keeps it.",
        "changes": "It changes to {colour}.",
        "keeps": "It keeps its value.",
        "energy": "The energy changes by {change}.",
        "no_energy": "The energy stays.",
    },
}
WHY = {
    "why": {
        "ask": "Click a pixel of the picture, or one of the stored patterns.",
        "pixel": "Pixel {place} adds up the votes of the others.",
        "row": "what it listens to",
        "state": "the state",
        "votes": "the votes",
        "sum": "{white} for white (blue) and {black} for black (orange) make h = {h}: {outcome}",
        "no_push": "no push either way, so the pixel keeps its value.",
        "chance": "no push either way, so chance decides.",
        "as_it_is": "{wanted}, as it is.",
        "against": "{wanted}. The pixel is {now}; to change it would change E by {change}.",
        "memories": "Each memory votes on pixel {place} as it is there, with the weight that it "
        "has now.",
        "others": {
            "one": "The {n} other: {rest}. All votes make {sum}: {outcome}",
            "other": "The {n} others: {rest}. All votes make {sum}: {outcome}",
        },
        "no_wish": "no push either way.",
        "wanted": "{wanted}.",
        "next_grey": "its next grey value, {wanted}.",
        "match": "How well does {name}, match?",
        "digit": "what is stored",
        "cue": "the cue",
        "agreement": "agree or not",
        "overlap": "{agree} pixels agree (blue), {differ} differ (orange), {unknown} are unknown: "
        "overlap ({agree} − {differ}) / {of} = {overlap}.",
        "score": "{agree} pixels agree (blue), {differ} differ (orange), {unknown} are unknown: "
        "its unit starts at {agree} + {unknown} / 2 = {score}.",
        "products": "Blue pixels agree, orange ones differ. All products make {sum}: overlap "
        "{sum} / {of} = {overlap}.",
    },
}
