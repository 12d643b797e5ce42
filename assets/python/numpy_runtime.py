"""What exported scripts for NumPy are put together from, beside runtime.py."""
import numpy as np

from runtime import StrongWolfe, dot


#@ sigmoid
def sigmoid(x):
    """1/(1 + exp(-x)), so written that nothing overflows."""
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1/(1 + e), e/(1 + e))


#@ softplus
def softplus(x):
    """log(1 + exp(x)), so written that nothing overflows."""
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


#@ relu
def relu(x):
    """max(x, 0)."""
    return np.maximum(x, 0.0)


#@ softmax
def softmax(z):
    """exp(z) over its sum in each row, so written that nothing overflows."""
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e/e.sum(axis=1, keepdims=True)


#@ log_sum_exp
def log_sum_exp(z):
    """log of the sum of exp(z) in each row, so written that nothing overflows."""
    top = z.max(axis=1)
    return top + np.log(np.exp(z - top[:, None]).sum(axis=1))


#@ identity
def identity(n):
    return np.eye(n)


#@ eigen
def eigen(H):
    """Eigenvalues and eigenvectors of a symmetric matrix."""
    return np.linalg.eigh(H)


#@ lbfgs
class Lbfgs:
    """L-BFGS (Liu & Nocedal 1989), in the order of PyTorch's loop: one step holds several inner iterations."""

    def __init__(self, theta, **_):
        self.d, self.t, self.previous = None, 0.0, None
        self.pairs = []  # (y, s, 1/ys) of the last steps, the oldest first
        self.gamma = 1.0

    def turn(self, g, history):
        """The direction -H g from the pairs, by the two loops of Nocedal & Wright 2006, algorithm 7.4."""
        y, s = g - self.previous, self.d*self.t
        ys = dot(y, s)
        keep = history - 1 if ys > 1e-10 else history
        self.pairs = self.pairs[max(0, len(self.pairs) - keep):]
        if ys > 1e-10:
            self.pairs.append((y, s, 1/ys))
            self.gamma = ys/dot(y, y)
        q, weights = -g, []
        for y, s, inverse in reversed(self.pairs):
            weights.insert(0, dot(s, q)*inverse)
            q = q + -weights[0]*y
        q = q*self.gamma
        for (y, s, inverse), weight in zip(self.pairs, weights):
            q = q + (weight - dot(y, q)*inverse)*s
        return q

    def step(self, theta, t, ask, lr, history, max_iterations, line_search):
        history, max_iterations = int(history), int(max_iterations)
        value, g = ask.gradient(theta)
        evaluations, moved = 1, 0.0
        if abs(g).max() <= 1e-7:
            return theta, moved
        for inner in range(1, max_iterations + 1):
            if self.d is None:
                self.d, self.t = -g, min(1.0, 1/sum(abs(g)))*lr
            else:
                self.d, self.t = self.turn(g, history), lr
            self.previous = g
            if dot(g, self.d) > -1e-9:
                break
            before = value
            if line_search == "strong-wolfe":
                search = StrongWolfe(ask, theta, self.d, value, g, 1e-4, 0.9)
                self.t, value, g, _ = search.search(self.t)
                evaluations += search.evaluations
            theta, moved = theta + self.t*self.d, self.t
            if line_search == "none" and inner != max_iterations:
                value, g = ask.gradient(theta)
                evaluations += 1
            if (evaluations >= max_iterations*5//4 or abs(g).max() <= 1e-7
                    or abs(self.t*self.d).max() <= 1e-9 or abs(value - before) < 1e-9):
                break
        return theta, moved
