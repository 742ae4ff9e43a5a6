"""The snippets that `takeaway.script` puts together, one for each choice of the settings.

{names} in a snippet are those of the settings; {one} and {all} stand for the field of unit i and of
all units, {tie} for the size up to which a field counts as zero. To add a rule, an order or a way
to choose the patterns is to add a snippet. They follow the textbook, not the core; a test holds
them to the same final states.
"""

TITLES = {
    "hopfield": "Hopfield network, {rule} rule, {updates}",
    "dense": "Dense Hopfield network, power {power}, {updates}",
    "modern": "Modern Hopfield network, beta {beta}",
    "hamming": "Hamming network, epsilon {epsilon}",
}
HEAD = '''
"""{title}: one recall in plain NumPy.

Run it in the folder that holds assets/. It prints how the cue ends: - black, 0 unknown, + white.
"""

{imports}
'''
PICTURE = '''
{name} = """
{rows}
"""
'''

IMAGES = """
with gzip.open("assets/mnist/train-images-idx3-ubyte.gz") as file:
    images = np.frombuffer(file.read(), np.uint8, offset=16).reshape(-1, 784)
"""
LABELS = """\
with gzip.open("assets/mnist/train-labels-idx1-ubyte.gz") as file:
    labels = np.frombuffer(file.read(), np.uint8, offset=8)
"""
EACH = "first = [list(labels).index(label) for label in range(10)]\n"
STORE = "X = np.where(images[:{stored}] >= {threshold}, 1.0, -1.0)  # one pattern a row\n"
FIRST = IMAGES + STORE
PATTERNS = {
    "first": FIRST,
    "each": IMAGES + LABELS + EACH + STORE.replace(":{stored}", "first"),
    "classes": IMAGES + LABELS + "images = images[np.isin(labels, [{classes}])]\n" + STORE,
    "picked": IMAGES + "picked = [{picked}]\n" + STORE.replace(":{stored}", "picked"),
    "shuffled": FIRST + "X = np.random.default_rng({shuffle_seed}).permuted(X, axis=1)\n",
    "random": """
coins = np.random.default_rng({shuffle_seed}).integers(0, 2, size=({stored}, 784), dtype=np.int8)
X = 2.0 * coins - 1  # one pattern a row
""",
}

PLANT = 'X = np.vstack([X, [1.0 if pixel == "+" else -1.0 for pixel in {name}.replace("\\n", "")]])'
CUE = 's = np.array(["-0+".index(pixel) - 1.0 for pixel in cue.replace("\\n", "")])'

EXACT = "W = np.rint(W * 2**40) / 2**40  # so that sums of weights are exact\n"
RULES = {
    "hebb": """
W = X.T @ X - len(X) * np.eye(784)  # Hebb's rule: the sum of x_i x_j, and no W_ii
""",
    "perceptron": """
W = np.zeros((784, 784))
for margin in np.repeat([0.7, 0.35, 0.175, 0.0875, 0], 500):  # learn where a unit has less
    unstable = X * (X @ W) <= margin * np.linalg.norm(W, axis=1)
    if not unstable.any():
        break
    step = (unstable * X).T @ X
    W += step + step.T
    np.fill_diagonal(W, 0)
""",
    "pseudoinverse": """
W = np.linalg.pinv(X, rcond=1e-6) @ X  # the pseudo-inverse rule
np.fill_diagonal(W, 0)
"""
    + EXACT,
    "storkey": """
W = np.zeros((784, 784))
for x in X:  # Storkey's rule: what is known already is taken off
    known = np.outer(W @ x, x) - W
    W += (np.outer(x, x) - known - known.T) / 784
    np.fill_diagonal(W, 0)
"""
    + EXACT,
}

FIELDS = {
    "hopfield": {
        "one": "W[i] @ s",
        "all": "W @ s",
        "tie": "1e-9",
        "typical": "np.abs(X @ W).mean()",
    },
    "dense": {"one": "field(i)", "all": "field()", "tie": "1e-12"},
}
STEEP = '''
def field(i=...):
    """Half the energy between the values -1 and +1, up to a factor; of unit i or of every unit."""
    x, z = X.T[i], X @ s
    others = z - x * s[i, None]
    return (F(others + x, z) - F(others - x, z)).sum(axis=-1)


def F(z, now):
    return {steep}
'''
F = {
    "power": "(z / (np.abs(now).max() + 1)) ** {power}",
    "exp": "np.exp(z - now.max())",
}

ONE_BY_ONE = """
for sweep in range(50):
    before = s.copy()
    for i in UNITS:
        h = {one}
        s[i] = np.sign(h) if abs(h) > {tie} else s[i]
    if np.array_equal(s, before):
        break
"""
ORDERS = {
    "synchronous": """
now = before = None
for sweep in range(50):
    before, now = now, s
    h = {all}
    s = np.where(np.abs(h) > {tie}, np.sign(h), s)
    if np.array_equal(s, now) or np.array_equal(s, before):  # a fixed point, or a 2-cycle
        break
""",
    "asynchronous": "rng = np.random.default_rng([{seed}, 1])"
    + ONE_BY_ONE.replace("UNITS", "rng.permutation(784)"),
    "cyclic": ONE_BY_ONE.replace("UNITS", "range(784)"),
    "steepest": """
for flip in range(50 * 784):
    h = {all}
    gain = np.abs(h) - h * s  # 2 |h| where a pixel is wrong, |h| where it is unknown
    i = gain.argmax()
    if gain[i] < {tie}:
        break
    s[i] = np.sign(h[i])
""",
    "warm": """
T = {temperature} * {typical}
rng = np.random.default_rng([{seed}, 1])
for sweep in range(10):
    order, noise = rng.permutation(784), rng.logistic(np.zeros(784), T / 2)
    for i in order:
        h = {one} - noise[i]
        s[i] = np.sign(h) if abs(h) > {tie} else s[i]
""",
}

RIVALS = {"1/P": "len(X)", "1/active": "np.count_nonzero(y)"}  # of epsilon
RECALLS = {
    "hamming": """
y = (X @ s + 784) / 2  # matching pixels; an unknown one counts half
while len(np.unique(y[y > 0])) > 1:  # until one pattern is left, or equal ones
    epsilon = 1 / {rivals}
    y = np.maximum(0, (1 + epsilon) * y - epsilon * y.sum())
left = X[y > 0]
s = np.where((left == left[0]).all(axis=0), left[0], 0)  # what they agree on
""",
    "modern": """
for step in range(50):
    before, z = s, {beta} * (X @ s)
    attention = np.exp(z - z.max())
    s = attention / attention.sum() @ X
    if np.abs(s - before).max() <= 1e-4:
        break
""",
}

SHOW = """
for row in np.rint(s).astype(int).reshape(28, 28):
    print("".join("-0+"[value + 1] for value in row))
"""
