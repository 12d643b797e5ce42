"""What exported scripts for PyTorch are put together from, beside runtime.py."""
import torch

from runtime import Schedule


#@ sigmoid
def sigmoid(x):
    """1/(1 + exp(-x)), which PyTorch writes so that nothing overflows."""
    return torch.sigmoid(torch.as_tensor(x))


#@ softplus
def softplus(x):
    """log(1 + exp(x)), so written that nothing overflows; its slope is sigmoid(x) everywhere, at 0 too."""
    return torch.nn.functional.softplus(torch.as_tensor(x), threshold=700)


#@ relu
def relu(x):
    """max(x, 0); its slope at 0 is 0."""
    return torch.relu(torch.as_tensor(x))


#@ cbrt
def cbrt(x):
    """The cube root, of negative numbers too."""
    x = torch.as_tensor(x)
    return torch.sign(x)*torch.abs(x)**(1/3)


#@ atan2
def atan2(y, x):
    """The angle of the point (x, y); plain numbers may stand for tensors."""
    y, x = torch.as_tensor(y, dtype=torch.float64), torch.as_tensor(x, dtype=torch.float64)
    return torch.atan2(y, x)


#@ where
def where(condition, a, b):
    """a where the condition holds, else b; plain numbers may stand for tensors."""
    return torch.where(torch.as_tensor(condition), torch.as_tensor(a), torch.as_tensor(b))


#@ minimum
def minimum(a, b):
    """The smaller; on a tie the first, which gets the whole slope (torch.minimum would halve it)."""
    return where(b < a, b, a)


#@ maximum
def maximum(a, b):
    """The larger; on a tie the first, which gets the whole slope (torch.maximum would halve it)."""
    return where(b > a, b, a)


#@ identity
def identity(n):
    return torch.eye(n)


#@ eigen
def eigen(H):
    """Eigenvalues and eigenvectors of a symmetric matrix."""
    return torch.linalg.eigh(H)


#@ torch-optim
class TorchOptim:
    """A rule of torch.optim; the settings of each step are written into its parameter group."""

    def __init__(self, theta, **h):
        self.p = torch.nn.Parameter(theta.clone())
        self.optimizer = self.make([self.p], **self.settings(h))

    def settings(self, h):
        return self.group(**{name: float(value) for name, value in h.items()})

    def step(self, theta, t, ask, **h):
        _, self.p.grad = ask.gradient(theta)
        with torch.no_grad():
            self.p.copy_(theta)
        self.optimizer.param_groups[0].update(self.settings(h))
        self.optimizer.step()
        return self.p.detach().clone(), h["lr"]


#@ lbfgs
class Lbfgs:
    """torch.optim.LBFGS; `lr` in the trace is the length that it took last."""

    def __init__(self, theta, lr, history, max_iterations, line_search):
        self.p = torch.nn.Parameter(theta.clone())
        self.optimizer = torch.optim.LBFGS(
            [self.p], lr=float(lr), history_size=int(history), max_iter=int(max_iterations),
            tolerance_grad=1e-7, tolerance_change=1e-9,
            line_search_fn="strong_wolfe" if line_search == "strong-wolfe" else None)

    def step(self, theta, t, ask, lr, history, max_iterations, line_search):
        with torch.no_grad():
            self.p.copy_(theta)
        self.optimizer.param_groups[0].update(
            lr=float(lr), history_size=int(history), max_iter=int(max_iterations),
            max_eval=int(max_iterations)*5//4)

        def closure():
            value, self.p.grad = ask.gradient(self.p.detach().clone())
            return value

        self.optimizer.step(closure)
        moved = self.p.detach().clone()
        length = self.optimizer.state[self.p].get("t", 0.0)
        return moved, 0.0 if torch.equal(moved, theta) else length
