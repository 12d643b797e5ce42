"""What exported scripts are put together from: the parts that need neither NumPy nor PyTorch.

Each part goes from its mark, a comment with its name, to the next; a script gets those whose names are used in it.
"""
import base64
import math
import sys
import zlib
from array import array
from dataclasses import dataclass
from decimal import Decimal

# A script has its own; these stand here so that this file can be run, compiled and linted by itself.
ROWS, SEED, scalar = 1, 0, float


def eigen(matrix):
    """The library's: see numpy_runtime.py and torch_runtime.py."""
    raise NotImplementedError


identity = eigen


#@ number
def number(x):
    """A number as Fall Line writes it: the fewest digits that read back as the same double."""
    if not math.isfinite(x):
        return "NaN" if x != x else "Infinity" if x > 0 else "-Infinity"
    if x == 0 or 1e-3 <= abs(x) < 1e7:
        return repr(x)
    sign, digits, exponent = Decimal(repr(x)).normalize().as_tuple()
    text = "".join(map(str, digits))
    return f"{'-' if sign else ''}{text[0]}.{text[1:] or '0'}E{exponent + len(text) - 1}"


#@ power
def power(x, n):
    """x to a whole power by repeated squaring, from the highest binary digit of n down (x**n may round otherwise)."""
    result = x
    for digit in bin(abs(n))[3:]:
        result = result*result
        if digit == "1":
            result = result*x
    return 1/result if n < 0 else result


#@ dot
def dot(a, b):
    """The sum of a[i]*b[i] from the first to the last, in this order."""
    return sum(a*b)


#@ total
def total(values):
    """The sum from the first to the last, in this order."""
    result = 0.0
    for value in values.tolist():
        result += value
    return scalar(result)


#@ norm
def norm(g):
    """The Euclidean length; scaled where squares would overflow or vanish."""
    g = g.tolist()
    square, largest = sum(x*x for x in g), max(map(abs, g))
    if square != square or 1e-280 < square < math.inf or largest in (0, math.inf):
        return math.sqrt(square)
    return largest*math.sqrt(sum((x/largest)*(x/largest) for x in g))


#@ decode
def decode(text):
    """Doubles that were packed with zlib and written in base 64."""
    numbers = array("d", zlib.decompress(base64.b64decode(text)))
    if sys.byteorder == "big":
        numbers.byteswap()
    return list(numbers)


#@ random
class RandomStream:
    """SplitMix64 (Steele, Lea & Flood 2014): the same bits on every machine."""

    MASK = (1 << 64) - 1
    GAMMA = 0x9E3779B97F4A7C15

    def __init__(self, seed, stream, index):
        self.state = self.mix(self.mix(self.mix(seed) + stream) + index)

    def mix(self, word):
        z = (word + self.GAMMA) & self.MASK
        z = ((z ^ (z >> 30))*0xBF58476D1CE4E5B9) & self.MASK
        z = ((z ^ (z >> 27))*0x94D049BB133111EB) & self.MASK
        return z ^ (z >> 31)

    def next(self):
        word = self.mix(self.state)
        self.state = (self.state + self.GAMMA) & self.MASK
        return word

    def uniform(self):
        return (self.next() >> 11)*2.0**-53

    def normal(self):
        u, v = 1 - self.uniform(), self.uniform()  # Box-Muller
        return math.sqrt(-2*math.log(u))*math.cos(2*math.pi*v)

    def permutation(self, n):
        order = list(range(n))
        for i in range(n - 1, 0, -1):  # Fisher-Yates from the top
            j = (self.next() >> 32)*(i + 1) >> 32
            order[i], order[j] = order[j], order[i]
        return order


#@ carried
class CarriedPower:
    """b^t, carried from step to step: p <- p*b, and 0 below 1e-300; a new b is multiplied t times."""

    def __init__(self):
        self.p, self.b = 1.0, None

    def at(self, b, t):
        if b != self.b:
            self.p, self.b = 1.0, b
            for _ in range(1, int(t)):
                self.multiply()
                if self.p == 0:
                    break
        return self.multiply()

    def multiply(self):
        self.p = self.p*self.b
        self.p = 0.0*self.b if self.p < 1e-300 else self.p
        return self.p


#@ wolfe
class StrongWolfe:
    """A line search for a length t with J(x + t d) <= J(x) + c1 t gd and |slope at t| <= -c2 gd.

    PyTorch's _strong_wolfe, operation by operation; Nocedal & Wright 2006, algorithms 3.5 and 3.6.
    """

    def __init__(self, ask, x, d, value, g, c1, c2):
        self.ask, self.x, self.d, self.c1, self.c2 = ask, x, d, c1, c2
        self.value, self.slope = value, dot(g, d)
        self.start = (0.0, value, g, self.slope)
        self.evaluations = 0

    def at(self, t):
        """What a length leads to: (t, J, gradient, slope along the line)."""
        self.evaluations += 1
        value, g = self.ask.gradient(self.x + t*self.d)
        return t, value, g, dot(g, self.d)

    def search(self, first):
        previous, trial, rounds = self.start, self.at(first), 0
        while True:  # find a bracket that holds such a length
            t, value, _, slope = trial
            if rounds == 25:
                low, high = self.start, trial
                break
            high_value = value > self.value + self.c1*t*self.slope or rounds > 1 and value >= previous[1]
            if not high_value and abs(slope) <= -self.c2*self.slope:
                return trial
            if high_value or slope >= 0:
                low, high = previous, trial
                break
            following = self.cubic(previous, trial, t + 0.01*(t - previous[0]), t*10)
            previous, trial, rounds = trial, self.at(following), rounds + 1
        ends = [low, high]
        best = 0 if low[1] <= high[1] else 1
        size, hesitant = abs(self.d).max(), False
        while rounds < 25 and not abs(ends[1][0] - ends[0][0])*size < 1e-9:  # narrow the bracket
            lower, upper = sorted((ends[0][0], ends[1][0]))
            t = self.cubic(ends[0], ends[1], lower, upper)
            margin = 0.1*(upper - lower)
            if min(upper - t, t - lower) < margin:
                if hesitant or t >= upper or t <= lower:
                    t = upper - margin if abs(t - upper) < abs(t - lower) else lower + margin
                    hesitant = False
                else:
                    hesitant = True
            else:
                hesitant = False
            trial, rounds = self.at(t), rounds + 1
            _, value, _, slope = trial
            if value > self.value + self.c1*t*self.slope or value >= ends[best][1]:
                ends[1 - best] = trial
                best = 0 if ends[0][1] <= ends[1][1] else 1
                continue
            done = abs(slope) <= -self.c2*self.slope
            if not done and slope*(ends[1 - best][0] - ends[best][0]) >= 0:
                ends[1 - best] = ends[best]
            ends[best] = trial
            if done:
                break
        return ends[best]

    @staticmethod
    def cubic(one, two, least, most):
        """The minimum of the cubic through two lengths (Nocedal & Wright 2006, equation 3.59), within the limits."""
        (x1, f1, _, g1), (x2, f2, _, g2) = one, two
        d1 = g1 + g2 - 3*(f1 - f2)/(x1 - x2)
        square = d1*d1 - g1*g2
        if not square >= 0:
            return (least + most)/2
        d2 = math.sqrt(square)
        if x1 <= x2:
            t = x2 - (x2 - x1)*((g2 + d2 - d1)/(g2 - g1 + 2*d2))
        else:
            t = x1 - (x1 - x2)*((g1 + d2 - d1)/(g1 - g2 + 2*d2))
        return min(max(t, least), most)


#@ newton
class Newton:
    """Newton's method: theta <- theta - lr (H + damping I)^-1 g, or with |H| if it is modified."""

    searches = True

    def __init__(self, theta, **_):
        pass

    def step(self, theta, t, ask, lr, damping, modified):
        value, g = ask.gradient(theta)
        H = ask.hessian(theta)
        if modified:  # the same eigenvectors, the eigenvalues' absolute values
            values, vectors = eigen(H)
            largest = abs(values).max()
            least = 1.0 if largest == 0 else 1e-8*largest
            d = vectors @ ((vectors.T @ -g)/(abs(values).clip(min=least) + damping))
        else:
            d = solve(H + damping*identity(len(g)), -g)
        if ask.line_search is None:
            return theta + lr*d, lr
        slope = dot(g, d)
        for _ in range(100 if slope < 0 else 0):
            if ask.value(theta + lr*d) <= value + ask.line_search["c1"]*(lr*slope):
                return theta + lr*d, lr
            lr = lr*ask.line_search["shrink"]
        return theta, 0.0


#@ solve
def solve(A, b):
    """The solution of A x = b by elimination with partial pivoting; the shortest one where A is singular."""
    n, whole, right, A, x = len(b), A, b, 1*A, 1*b
    clear = True
    for k in range(n):
        best = k + int(abs(A[k:, k]).argmax())
        A[[k, best]], x[[k, best]] = A[[best, k]], x[[best, k]]
        clear = clear and not abs(A[k, k]) <= 1e-6*abs(whole[:, k]).max()
        for i in range(k + 1, n if A[k, k] != 0 else 0):
            factor = A[i, k]/A[k, k]
            A[i, k + 1:] -= factor*A[k, k + 1:]
            x[i] -= factor*x[k]
    for i in reversed(range(n)):
        rest = x[i]
        for j in range(i + 1, n):
            rest = rest - A[i, j]*x[j]
        x[i] = 0.0 if rest == 0 else rest/A[i, i]
    return x if clear else shortest(whole, right, x)


def shortest(A, b, x):
    """The shortest solution of A x = b where A is singular to rounding in any units, else x."""
    n, root = len(b), 1*abs(A.diagonal())
    for i in range(n):
        size = root[i] if root[i] != 0 else abs(A[i]).max()
        root[i] = 1/math.sqrt(size) if size > 0 else 1.0
    scaled = root[:, None]*A*root
    if not abs(scaled).max() < math.inf:
        return x
    values, vectors = eigen(scaled)
    zero = abs(values) <= 16*n*2.0**-52*abs(values).max()
    if not zero.any():
        return x
    vectors, empty = root[:, None]*vectors, []
    for k in range(n):
        if zero[k]:
            d = vectors[:, k]
            for other in empty:
                d = d - (d @ other)*other
            empty.append(d/math.sqrt(d @ d))
    for d in empty:
        b = b - (b @ d)*d
    x = 0*b
    for k in range(n):
        if not zero[k]:
            x = x + (vectors[:, k] @ b)/values[k]*vectors[:, k]
    for d in empty:
        x = x - (x @ d)*d
    return x


#@ cg
class ConjugateGradient:
    """Nonlinear conjugate gradients with a strong Wolfe search (Nocedal & Wright 2006, algorithm 5.4)."""

    def __init__(self, theta, **_):
        self.d, self.previous, self.length, self.slope = None, None, 0.0, 0.0

    def step(self, theta, t, ask, variant, c1, c2):
        value, g = ask.gradient(theta)
        if abs(g).max() <= 1e-7:  # J has no digits left for a line search
            return theta, 0.0
        d = -g
        if self.slope != 0:
            now, before = dot(g, g), dot(self.previous, self.previous)
            change = now if variant == "fletcher-reeves" else max(now - dot(g, self.previous), 0.0)
            d = -g + change/before*self.d
        if not dot(g, d) < 0:
            d = -g  # start afresh, straight down
        slope = dot(g, d)
        if self.slope == 0 or self.length == 0:
            first = min(1.0, 1/sum(abs(g)))
        else:
            first = self.length*(self.slope/slope)
        self.length = StrongWolfe(ask, theta, d, value, g, c1, c2).search(first)[0]
        self.d, self.previous, self.slope = d, g, slope
        return theta + self.length*d, self.length


#@ backtracking
def backtracking(rule, theta, t, ask, h):
    """The rule's step with the first rate lr, lr*shrink, ... for which J falls enough (Armijo 1966)."""
    value, g = ask.gradient(theta)
    for _ in range(100):
        trial, _ = rule.step(theta, t, Known(value, g), **h)
        promised = dot(g, trial - theta)
        if not promised < 0:
            break
        if ask.value(trial) <= value + ask.line_search["c1"]*promised:
            return trial, h["lr"]
        h["lr"] = h["lr"]*ask.line_search["shrink"]
    return theta, 0.0


class Known:
    """A gradient that was computed before."""

    def __init__(self, value, g):
        self.known = value, g

    def gradient(self, theta):
        return self.known


#@ schedule
class Schedule:
    """The rate of step k (0 for the step from 0 to 1), when the recipe's rate is `base`."""

    def rate(self, k, base):
        return base

    def momentum(self, k, base):
        return base

    def observe(self, k, loss):
        pass


#@ ConstantFactor
@dataclass
class ConstantFactor(Schedule):
    factor: float
    total_iters: int

    def rate(self, k, base):
        return base*self.factor if k < self.total_iters else base


#@ Step
@dataclass
class Step(Schedule):
    step_size: int
    gamma: float

    def rate(self, k, base):
        return base*scalar(self.gamma)**(k//self.step_size)


#@ MultiStep
@dataclass
class MultiStep(Schedule):
    milestones: list
    gamma: float

    def rate(self, k, base):
        return base*scalar(self.gamma)**sum(milestone <= k for milestone in self.milestones)


#@ Exponential
@dataclass
class Exponential(Schedule):
    gamma: float

    def rate(self, k, base):
        return base*scalar(self.gamma)**k


#@ Cosine
@dataclass
class Cosine(Schedule):
    T_max: int
    eta_min: float

    def rate(self, k, base):
        return self.eta_min + (base - self.eta_min)*(1 + math.cos(math.pi*k/self.T_max))/2


#@ CosineRestarts
@dataclass
class CosineRestarts(Schedule):
    T_0: int
    T_mult: int
    eta_min: float

    def rate(self, k, base):
        length, since = self.T_0, k % self.T_0 if self.T_mult == 1 else k
        while since >= length:
            since, length = since - length, length*self.T_mult
        return self.eta_min + (base - self.eta_min)*(1 + math.cos(math.pi*since/length))/2


#@ LinearWarmup
@dataclass
class LinearWarmup(Schedule):
    start_factor: float
    end_factor: float
    total_iters: int

    def rate(self, k, base):
        k = min(k, self.total_iters)
        return base*(self.start_factor + (self.end_factor - self.start_factor)*k/self.total_iters)


#@ Polynomial
@dataclass
class Polynomial(Schedule):
    total_iters: int
    power: float

    def rate(self, k, base):
        return base*scalar(1 - min(k, self.total_iters)/self.total_iters)**self.power


#@ InverseTime
@dataclass
class InverseTime(Schedule):
    decay: float

    def rate(self, k, base):
        return base/(1 + self.decay*k)


#@ OneCycle
@dataclass
class OneCycle(Schedule):
    """One rise to max_lr and one fall (Smith & Topin 2018); the momentum goes the other way."""

    own_rates = True
    max_lr: float
    total_steps: int
    pct_start: float
    anneal_strategy: str
    cycle_momentum: bool
    base_momentum: float
    max_momentum: float
    div_factor: float
    final_div_factor: float
    three_phase: bool

    def rate(self, k, base):
        first = self.max_lr/self.div_factor
        last = first/self.final_div_factor
        return self.at(k, first, self.max_lr, first if self.three_phase else last, last)

    def momentum(self, k, base):
        high, low = self.max_momentum, self.base_momentum
        return self.at(k, high, low, high, high) if self.cycle_momentum else base

    def at(self, k, first, peak, second, last):
        k = min(k, self.total_steps - 1)
        rise, end = self.pct_start*self.total_steps - 1, self.total_steps - 1
        if k <= rise:
            return self.between(first, peak, 0, rise, k)
        if not self.three_phase:
            return self.between(peak, second, rise, end, k)
        fall = 2*self.pct_start*self.total_steps - 2
        return self.between(peak, second, rise, fall, k) if k <= fall else self.between(second, last, fall, end, k)

    def between(self, low, high, begin, end, k):
        part = 1 if end == begin else (k - begin)/(end - begin)
        if self.anneal_strategy == "linear":
            return (high - low)*part + low
        return high + (low - high)/2*(1 + math.cos(math.pi*part))


#@ Cyclic
@dataclass
class Cyclic(Schedule):
    """Up and down between base_lr and max_lr, again and again (Smith 2017); the momentum goes the other way."""

    own_rates = True
    base_lr: float
    max_lr: float
    step_size_up: int
    step_size_down: int
    mode: str
    gamma: float
    cycle_momentum: bool
    base_momentum: float
    max_momentum: float

    def rate(self, k, base):
        return self.base_lr + (self.max_lr - self.base_lr)*self.height(k)*self.scale(k)

    def momentum(self, k, base):
        swing = self.max_momentum - self.base_momentum
        return self.max_momentum - swing*self.height(k)*self.scale(k) if self.cycle_momentum else base

    def cycle(self, k):
        return math.floor(1 + k/(self.step_size_up + self.step_size_down))

    def height(self, k):
        total = self.step_size_up + self.step_size_down
        peak = self.step_size_up/total
        x = 1 + k/total - self.cycle(k)
        return x/peak if x <= peak else (x - 1)/(peak - 1)

    def scale(self, k):
        if self.mode == "triangular2":
            return 1/2.0**(self.cycle(k) - 1)
        return scalar(self.gamma)**k if self.mode == "exp_range" else 1


#@ Plateau
class Plateau(Schedule):
    """The rate is multiplied by `factor` when J has not become better for more than `patience` steps."""

    def __init__(self, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps):
        self.smaller, self.factor, self.patience = mode == "min", factor, patience
        self.threshold, self.relative, self.cooldown = threshold, threshold_mode == "rel", cooldown
        self.min_lr, self.eps = min_lr, eps
        self.best = math.inf if self.smaller else -math.inf
        self.bad = self.cooling = 0
        self.known = None  # the rate now, and the recipe's rate that it was made from
        self.base = None

    def rate(self, k, base):
        self.base = base
        if self.known is None:
            return base
        rate, made_from = self.known
        return rate if made_from == base else rate*(base/made_from)

    def observe(self, k, loss):
        rate = self.rate(k, self.base)
        if self.is_better(loss):
            self.best, self.bad = loss, 0
        else:
            self.bad += 1
        if self.cooling > 0:
            self.cooling, self.bad = self.cooling - 1, 0
        if self.bad > self.patience:
            reduced = max(rate*self.factor, self.min_lr)
            rate = reduced if rate - reduced > self.eps else rate
            self.cooling, self.bad = self.cooldown, 0
        self.known = rate, self.base

    def is_better(self, loss):
        if self.smaller:
            return loss < (self.best*(1 - self.threshold) if self.relative else self.best - self.threshold)
        return loss > (self.best*(self.threshold + 1) if self.relative else self.best + self.threshold)


#@ Warmup
class Warmup(Schedule):
    """A straight rise to the rate with which another schedule then begins at its own step 0."""

    def __init__(self, start_factor, total_iters, then):
        self.start_factor, self.total_iters, self.then = start_factor, total_iters, then

    def rate(self, k, base):
        if k >= self.total_iters:
            return self.then.rate(k - self.total_iters, base)
        target = self.then.rate(0, base) if hasattr(self.then, "own_rates") else base
        return target*(self.start_factor + (1 - self.start_factor)*k/self.total_iters)

    def momentum(self, k, base):
        return self.then.momentum(max(0, k - self.total_iters), base)

    def observe(self, k, loss):
        if k >= self.total_iters:
            self.then.observe(k - self.total_iters, loss)


#@ AllRows
class AllRows:
    """Every step sees all rows."""

    def rows(self, k, stream):
        return slice(None)


#@ Shuffled
class Shuffled:
    """Batches of `size` rows, shuffled anew each epoch; the order comes from (seed, stream, epoch) alone."""

    def __init__(self, size):
        self.size, self.epoch, self.order = size, None, []

    def rows(self, k, stream):
        epoch, place = divmod(k, -(-ROWS//self.size))
        if epoch != self.epoch:
            self.epoch, self.order = epoch, RandomStream(SEED, stream, epoch).permutation(ROWS)
        return self.order[place*self.size:(place + 1)*self.size]


#@ Given
class Given:
    """Given batches of row numbers, repeated from the first after the last."""

    def __init__(self, batches):
        self.batches = batches

    def rows(self, k, stream):
        return self.batches[k % len(self.batches)]
