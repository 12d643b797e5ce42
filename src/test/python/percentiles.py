"""Writes golden/percentiles.json: quantiles by numpy.percentile (its default, linear) and covariance ellipses by
numpy.cov and numpy.linalg.eigh, for the repeats of runs."""
import json
import numpy as np

random = np.random.default_rng(7)
samples = [[2.5], [1.0, 2.0], [3.0, 1.0, 2.0]] + [list(random.normal(size=n) * 10.0 ** e)
                                                   for n, e in [(4, 0), (7, -9), (50, 3), (200, 0)]]
quantiles = [{"sample": s, "p": p, "value": float(np.percentile(s, 100 * p))}
             for s in samples for p in (0, 0.25, 0.5, 0.75, 1)]
ellipses = []
for scale, n in [((1, 1), 3), ((3, 0.2), 40), ((1e-6, 2e-5), 25), ((5, 5), 200)]:
    turn = random.uniform(0, np.pi)
    rotate = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    points = (random.normal(size=(n, 2)) * scale) @ rotate.T + random.normal(size=2)
    values, vectors = np.linalg.eigh(np.cov(points.T))
    ellipses.append({"x": list(points[:, 0]), "y": list(points[:, 1]), "mean": list(points.mean(axis=0)),
                     "minor_variance": values[0], "major_variance": values[1], "major_direction": list(vectors[:, 1])})
with open("src/test/resources/golden/percentiles.json", "w") as out:
    json.dump({"produced_by": "percentiles.py, numpy " + np.__version__, "quantiles": quantiles, "ellipses": ellipses}, out, indent=1)
