"""Forward and backward values of small networks, written out by hand in NumPy: for LayerPassTest.

    python3 src/test/python/network_layers.py > src/test/resources/golden/network_layers.json
"""
import json

import numpy as np

PHI = {
    "tanh": (np.tanh, lambda z: 1 / np.cosh(z) ** 2),
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2),
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0).astype(float)),
    "linear": (lambda z: z, np.ones_like),
}


def case(rng, sizes, activation, output):
    phi, slope = PHI[activation]
    layers = [(rng.normal(size=(u, k)), rng.normal(size=u)) for k, u in zip(sizes, sizes[1:])]
    x = rng.normal(size=(4, sizes[0]))
    y = rng.normal(size=4) if output == "VALUE" else np.array([0, 1, 1, 0 if output == "LOGIT" else 2])
    rows = []
    for i in range(4):
        passes, a = [], x[i]
        for l, (w, b) in enumerate(layers):
            z = w @ a + b
            passes.append({"in": a, "z": z})
            a = phi(z)
            passes[-1]["a"] = a
        if output == "VALUE":
            passes[-1]["a"] = z
            delta = 2 * (z - y[i])
        elif output == "LOGIT":
            passes[-1]["a"] = 1 / (1 + np.exp(-z))
            delta = passes[-1]["a"] - y[i]
        else:
            passes[-1]["a"] = np.exp(z) / np.exp(z).sum()
            delta = passes[-1]["a"] - np.eye(len(z))[y[i]]
        for l in range(len(layers) - 1, -1, -1):
            if l < len(layers) - 1:
                delta = (layers[l + 1][0].T @ delta) * slope(passes[l]["z"])
            passes[l]["delta"] = delta
            passes[l]["slopes"] = np.outer(delta, passes[l]["in"]).ravel()
        rows.append([{name: list(map(float, value)) for name, value in p.items()} for p in passes])
    theta = np.concatenate([np.concatenate([w.ravel(), b]) for w, b in layers])
    return {"sizes": sizes, "activation": activation, "output": output, "theta": theta.tolist(),
            "x": x.T.tolist(), "y": [float(v) for v in y], "rows": rows}


def main():
    rng = np.random.default_rng(20251130)
    cases = [
        case(rng, [2, 3, 1], "tanh", "VALUE"),
        case(rng, [2, 4, 3, 1], "sigmoid", "LOGIT"),
        case(rng, [3, 5, 2, 4, 3], "relu", "LOGITS"),
        case(rng, [2, 3, 3], "linear", "LOGITS"),
        case(rng, [2, 1], "tanh", "LOGIT"),
    ]
    print(json.dumps({"numpy": np.__version__, "cases": cases}))


main()
