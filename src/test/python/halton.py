"""The first points of Halton's sequence by scipy.stats.qmc, for HaltonTest: python3 halton.py > halton.csv"""
from scipy.stats import qmc

for point in qmc.Halton(d=6, scramble=False).random(40):
    print(",".join(repr(float(coordinate)) for coordinate in point))
