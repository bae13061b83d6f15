"""Golden values of step 03, from PyTorch on the CPU: writes golden.safetensors beside this file."""
import math
import pathlib

import torch
import torch.nn.functional as F
from safetensors.torch import save_file

torch.manual_seed(3)
golden = {}


def add(function, case, *arguments, y):
    """One call under FUNCTION/CASE: its arguments by their places, a tuple by its parts, and what it returns as y."""

    def keep(path, value):
        if isinstance(value, tuple):
            for place, part in enumerate(value):
                keep(f"{path}.{place}", part)
        else:
            value = torch.as_tensor(value, dtype=torch.float32)
            golden[f"{function}/{case}/{path}"] = value.clone().contiguous()

    for place, argument in enumerate(arguments):
        keep(place, argument)
    keep("y", y)


def rows(case, x, eps=1e-5):
    """The same rows for every function. PyTorch has mean and variance of their own, and layer_norm does the rest."""
    n = (x.shape[1],)
    weight, bias = 1 + 0.3 * torch.randn(n), 0.3 * torch.randn(n)
    add("mean", case, x, y=x.mean(dim=1))
    add("variance", case, x, y=x.var(dim=1, correction=0))
    add("normalize", case, x, eps, y=F.layer_norm(x, n, eps=eps))
    add("scale_and_shift", case, x, weight, bias, y=x * weight + bias)
    add("LayerNorm.forward", case, (weight, bias, eps), x, y=F.layer_norm(x, n, weight, bias, eps))


for channels in (1, 2, 3, 4, 8, 33, 64):
    rows(f"normal-{channels}", torch.randn(3, channels))
    rows(f"around-100-{channels}", 100 + torch.randn(2, channels))
    rows(f"close-{channels}", 1 + 1e-3 * torch.randn(2, channels))
rows("normal-768", torch.randn(1, 768))
for offset in (0.1, 7.7, 1e4):
    rows(f"constant-{offset:g}", torch.full((2, 6), offset))
rows("far", 1e4 + torch.arange(-8, 8).reshape(2, 8) / 1024)
rows("large-eps", torch.randn(4, 5), eps=3.0)
rows("small-eps", torch.randn(4, 5) * 1e-3, eps=1e-12)
rows("huge", torch.randn(3, 7) * 1e15)
rows("tiny", torch.randn(3, 7) * 1e-20)
rows("no-tokens", torch.empty(0, 5))
rows("nan", torch.tensor([[1.0, 2.0, 3.0], [1.0, math.nan, 3.0]]))
rows("infinities", torch.tensor([[1.0, 2.0, 3.0], [-math.inf, 2.0, math.inf]]))
x = torch.tensor([[1.0, math.inf, 3.0]])
add("variance", "infinity", x, y=x.var(dim=1, correction=0))
add("normalize", "infinity", x, 1e-5, y=F.layer_norm(x, (3,), eps=1e-5))
save_file(golden, pathlib.Path(__file__).parent / "golden.safetensors", {"torch": torch.__version__})
print(len([key for key in golden if key.endswith("/y")]), "calls of PyTorch", torch.__version__)
