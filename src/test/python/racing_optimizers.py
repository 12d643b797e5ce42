"""Paths of the optimizers that race, step by step from their authors' equations in NumPy: for RacingOptimizersTest.

    python3 src/test/python/racing_optimizers.py > src/test/resources/golden/racing_optimizers.json

Each function is a generator: it is given a closure that returns value and gradient (of the step's rows), and yields the
point that a run shows after each step.

    asgd            Polyak & Juditsky 1992 in the form of torch.optim.ASGD (its documentation)
    yogi            Zaheer et al. 2018, Algorithm 2; the authors' 1e-6 as first mean square
    adopt           Taniguchi et al. 2024, Algorithm 2, clipped at t^(1/4); the first gradient is only looked at
    ademamix        Pagliardini, Ablin & Grangier 2024, Algorithm 1, without warm-ups
    qhm, qhadam     Ma & Yarats 2019, Algorithms 1 and 2
    polyak          Hazan & Kakade 2019, Algorithm 1
    dog             Ivgi, Hinder & Carmon 2023, equations 1 and 2
    schedule_free_* Defazio et al. 2024, equations 3 to 5 and Algorithm 1; the mean kept as a weighted sum of all z
    lookahead       Zhang et al. 2019, Algorithm 1
    sam             Foret et al. 2021, Algorithm 1
"""
import json

import numpy as np

TABLE = {"x": [0.5, 1.5, -1, 2, 3.25, -0.75, 1.25, 0], "y": [1, 2.5, -0.5, 3, 4, 0, 2, 0.5]}
BATCHES = [[0, 3, 5], [7, 1], [2, 4, 6]]


def asgd(closure, x, lr=0.01, lambd=1e-4, alpha=0.75, t0=1e6):
    eta, mu, mean, t = lr, 1.0, np.zeros_like(x), 0
    while True:
        _, g = closure(x)
        t += 1
        x = x * (1 - lambd * eta) - eta * g
        mean = x if mu == 1 else mean + mu * (x - mean)
        eta = lr / (1 + lambd * lr * t) ** alpha
        mu = 1 / max(1, t - t0)
        yield x


def yogi(closure, x, lr=0.01, beta1=0.9, beta2=0.999, eps=1e-3):
    m, v = np.zeros_like(x), np.full_like(x, 1e-6)
    while True:
        _, g = closure(x)
        m = beta1 * m + (1 - beta1) * g
        v = v - (1 - beta2) * np.sign(v - g * g) * (g * g)
        x = x - lr * m / (np.sqrt(v) + eps)
        yield x


def adopt(closure, x, lr=0.001, beta1=0.9, beta2=0.9999, eps=1e-6, weight_decay=0.0):
    m = np.zeros_like(x)
    _, g = closure(x)
    v = g * g
    yield x
    t = 0
    while True:
        t += 1
        _, g = closure(x)
        c = t ** 0.25
        m = beta1 * m + (1 - beta1) * np.clip(g / np.maximum(np.sqrt(v), eps), -c, c)
        x = x - lr * weight_decay * x - lr * m
        v = beta2 * v + (1 - beta2) * g * g
        yield x


def ademamix(closure, x, lr=0.001, beta1=0.9, beta2=0.999, beta3=0.9999, alpha=5.0, eps=1e-8, weight_decay=0.0):
    m1, m2, v, t = np.zeros_like(x), np.zeros_like(x), np.zeros_like(x), 0
    while True:
        _, g = closure(x)
        t += 1
        m1 = beta1 * m1 + (1 - beta1) * g
        m2 = beta3 * m2 + (1 - beta3) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        first, second = m1 / (1 - beta1 ** t), v / (1 - beta2 ** t)
        x = x - lr * (first + alpha * m2) / (np.sqrt(second) + eps) - lr * weight_decay * x
        yield x


def qhm(closure, x, lr=1.0, momentum=0.999, nu=0.7):
    buffer = np.zeros_like(x)
    while True:
        _, g = closure(x)
        buffer = momentum * buffer + (1 - momentum) * g
        x = x - lr * ((1 - nu) * g + nu * buffer)
        yield x


def qhadam(closure, x, lr=0.001, beta1=0.995, beta2=0.999, nu1=0.7, nu2=1.0, eps=1e-8, weight_decay=0.0):
    m, v, t = np.zeros_like(x), np.zeros_like(x), 0
    while True:
        _, g = closure(x)
        g = g + weight_decay * x
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        above = (1 - nu1) * g + nu1 * m / (1 - beta1 ** t)
        below = np.sqrt((1 - nu2) * g ** 2 + nu2 * v / (1 - beta2 ** t)) + eps
        x = x - lr * above / below
        yield x


def polyak(closure, x, target=0.0):
    while True:
        value, g = closure(x)
        x = x - (value - target) / np.dot(g, g) * g if g.any() else x
        yield x


def dog(closure, x, r0=1e-6):
    points, squares = [x], []
    while True:
        _, g = closure(x)
        squares.append(np.dot(g, g))
        distances = [np.linalg.norm(point - points[0]) for point in points[1:]]
        far = max([r0 * (1 + np.linalg.norm(points[0]))] + distances)
        x = x - far / np.sqrt(np.sum(squares) + 1e-8) * g
        points.append(x)
        yield x


def schedule_free_sgd(closure, x, lr=1.0, beta=0.9, warmup=0, weight_decay=0.0):
    z, weights, weighted, t = x, 0.0, np.zeros_like(x), 0
    while True:
        y = z + beta * (x - z)
        _, g = closure(y)
        t += 1
        gamma = lr * min(1, t / warmup) if warmup else lr
        z = z - gamma * (g + weight_decay * y)
        weights, weighted = weights + gamma ** 2, weighted + gamma ** 2 * z
        x = weighted / weights
        yield x


def schedule_free_adamw(closure, x, lr=0.0025, beta=0.9, warmup=0, weight_decay=0.0):
    z, v, weights, weighted, t = x, np.zeros_like(x), 0.0, np.zeros_like(x), 0
    while True:
        y = z + beta * (x - z)
        _, g = closure(y)
        t += 1
        v = 0.999 * v + (1 - 0.999) * g ** 2
        gamma = lr * min(1, t / warmup) if warmup else lr
        z = z - gamma * g / (np.sqrt(v / (1 - 0.999 ** t)) + 1e-8) - gamma * weight_decay * y
        weights, weighted = weights + gamma ** 2, weighted + gamma ** 2 * z
        x = weighted / weights
        yield x


class Descent:
    """Inner optimizers that can be moved: gradient descent, momentum and Adam."""

    def __init__(self, kind, lr):
        self.kind, self.lr, self.t, self.m, self.v = kind, lr, 0, 0.0, 0.0

    def __call__(self, x, g):
        self.t += 1
        if self.kind == "gd":
            return x - self.lr * g
        if self.kind == "momentum":
            self.m = 0.9 * self.m + g
            return x - self.lr * self.m
        self.m = 0.9 * self.m + 0.1 * g
        self.v = 0.999 * self.v + 0.001 * g ** 2
        return x - self.lr * (self.m / (1 - 0.9 ** self.t)) / (np.sqrt(self.v / (1 - 0.999 ** self.t)) + 1e-8)


def modified(closure, x, inner, lr, lookahead=None, sam=None):
    step, slow, inside = Descent(inner, lr), x, 0
    while True:
        _, g = closure(x)
        if sam:
            _, g = closure(x + sam["rho"] * g / np.linalg.norm(g))
        x = step(x, g)
        inside += 1
        if lookahead and inside == lookahead["k"]:
            slow = slow + lookahead["alpha"] * (x - slow)
            x, inside = slow, 0
        yield x


RULES = {"asgd": asgd, "yogi": yogi, "adopt": adopt, "ademamix": ademamix, "qhm": qhm, "qhadam": qhadam,
         "polyak": polyak, "dog": dog, "schedule-free-sgd": schedule_free_sgd,
         "schedule-free-adamw": schedule_free_adamw}


def w2(x, rows):
    return (x[0] - 3) ** 2, 2 * (x - 3)


def rosenbrock(x, rows):
    a, b = x
    return (1 - a) ** 2 + 100 * (b - a * a) ** 2, np.array(
        [-2 * (1 - a) - 400 * a * (b - a * a), 200 * (b - a * a)])


def regression(x, rows):
    u, y = np.array(TABLE["x"])[rows], np.array(TABLE["y"])[rows]
    wrong = x[0] + x[1] * u - y
    return np.mean(wrong ** 2), 2 * np.array([np.mean(wrong), np.mean(wrong * u)])


FORMULA = {"kind": "formula", "variables": ["w"], "expression": "(w - 3)^2"}
VALLEY = {"kind": "formula", "variables": ["a", "b"], "expression": "(1 - a)^2 + 100*(b - a^2)^2"}
LINE = {"kind": "linear-regression", "data": {"columns": TABLE}, "features": ["x"], "target": "y"}
PROBLEMS = {
    "w2": (w2, FORMULA, [20.0], False),
    "rosenbrock": (rosenbrock, VALLEY, [-1.5, 2.0], False),
    "line": (regression, LINE, [0.5, -1.0], False),
    "batches": (regression, LINE, [0.5, -1.0], True),
}
RATES = {"w2": 0.1, "rosenbrock": 0.0004, "line": 0.05, "batches": 0.05}
ADAPTIVE = {"w2": 0.5, "rosenbrock": 0.05, "line": 0.1, "batches": 0.1}
STEPS = 40
# where a step may overshoot, each multiplies rounding
FEW = {"polyak": 12}


def settings(rule, problem):
    """Some settings for each problem: first the defaults but for the rate, then others."""
    rate = (RATES if rule in ("asgd", "qhm", "schedule-free-sgd") else ADAPTIVE)[problem]
    if rule == "polyak":
        return [{}, {"target": -0.05}]
    if rule == "dog":
        return [{}, {"r0": 0.01}]
    others = {
        "asgd": {"lambd": 0.05, "alpha": 0.6, "t0": 20},
        "yogi": {"beta1": 0.8, "beta2": 0.95, "eps": 1e-6},
        "adopt": {"beta1": 0.8, "beta2": 0.99, "weight_decay": 0.1},
        "ademamix": {"beta1": 0.8, "beta3": 0.99, "alpha": 2, "weight_decay": 0.1},
        "qhm": {"momentum": 0.9, "nu": 0.5},
        "qhadam": {"beta1": 0.9, "nu1": 0.5, "nu2": 0.8, "weight_decay": 0.1},
        "schedule-free-sgd": {"beta": 0.7, "warmup": 10, "weight_decay": 0.1},
        "schedule-free-adamw": {"beta": 0.7, "warmup": 10, "weight_decay": 0.1},
    }[rule]
    return [{"lr": rate}, {"lr": rate, **others}]


MODIFIED = [
    ("momentum", {"lookahead": {"k": 5, "alpha": 0.5}}),
    ("adam", {"lookahead": {"k": 3, "alpha": 0.8}}),
    ("gd", {"sam": {"rho": 0.05}}),
    ("adam", {"sam": {"rho": 0.1}, "lookahead": {"k": 4, "alpha": 0.5}}),
]


def main():
    found = []
    for name, (function, problem, start, batches) in PROBLEMS.items():
        runs = [(rule, h, {}) for rule in RULES for h in settings(rule, name)]
        runs += [(inner, {"lr": (ADAPTIVE if inner == "adam" else RATES)[name] / 2}, modifiers)
                 for inner, modifiers in MODIFIED]
        for rule, hyper, modifiers in runs:
            step = [0]

            def closure(x):
                rows = BATCHES[step[0] % len(BATCHES)] if batches else list(range(len(TABLE["x"])))
                return function(x, rows)

            x = np.array(start)
            steps = (modified(closure, x, rule, hyper["lr"], **modifiers) if modifiers
                     else RULES[rule](closure, x, **hyper))
            path = [start]
            count = FEW.get(rule, STEPS)
            for k in range(count):
                step[0] = k
                path.append(next(steps).tolist())
            run = {"optimizer": rule, "hyperparameters": hyper}
            if modifiers:
                run["modifiers"] = modifiers
            if batches:
                run["batch"] = {"rows": BATCHES}
            found.append({"problem": name, "path": path, "experiment": {
                "fallline": 1, "problem": problem, "start": start, "steps": count, "runs": [run]}})
    print("[\n" + ",\n".join(json.dumps(one) for one in found) + "\n]")


if __name__ == "__main__":
    main()
