"""Golden values of step 04, from PyTorch on the CPU: writes golden.safetensors beside this file."""
import math
import pathlib
import sys

import torch
import torch.nn.functional as F
from safetensors import safe_open
from safetensors.torch import save_file

torch.manual_seed(4)
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


def gelu(x):
    return F.gelu(x, approximate="tanh")


def linear(layer, x):
    weight, bias = layer
    return torch.addmm(bias, x, weight)


def layer(inputs, outputs):
    return torch.randn(inputs, outputs) / inputs**0.5, torch.randn(outputs)


# Asked one by one, as a learner's function is. PyTorch computes a few at a time in another way than many.
numbers = torch.cat([torch.linspace(-6, 6, 97), torch.tensor([0.0, -0.0, 9, -9, 20, -20, 100, -100, 1e4, -1e4, 1e20, -1e20, 1e-3, -1e-3, 1e-20, math.inf, math.nan])])
for case, (x, y) in enumerate(zip(numbers, gelu(numbers))):
    add("gelu", f"many-{case:03}", x, y=y)
for case, x in enumerate(numbers):
    add("gelu", f"one-{case:03}", x, y=gelu(x))

for tokens, inputs, outputs in ((1, 1, 1), (3, 4, 5), (3, 3, 3), (2, 5, 1), (1, 64, 3), (4, 33, 12), (7, 12, 33), (2, 300, 4), (0, 3, 2)):
    own, x = layer(inputs, outputs), torch.randn(tokens, inputs)
    add("Linear.forward", f"normal-{tokens}-{inputs}-{outputs}", own, x, y=linear(own, x))
own = layer(3, 4)
for case, x in (("nan", [[1.0, math.nan, 2.0], [1.0, 2.0, 3.0]]), ("infinity", [[1.0, math.inf, 2.0], [1.0, 2.0, 3.0]]), ("huge", [[1e20, -3e19, 5e18]])):
    x = torch.tensor(x)
    add("Linear.forward", case, own, x, y=linear(own, x))

for tokens, channels, hidden in ((1, 1, 1), (3, 4, 16), (2, 8, 32), (5, 3, 7), (1, 48, 192), (0, 4, 16)):
    c_fc, c_proj, x = layer(channels, hidden), layer(hidden, channels), torch.randn(tokens, channels)
    add("Mlp.forward", f"normal-{tokens}-{channels}-{hidden}", (c_fc, c_proj), x, y=linear(c_proj, gelu(linear(c_fc, x))))
x = torch.tensor([[1.0, math.nan, 2.0], [1.0, 2.0, 3.0]])
c_fc, c_proj = layer(3, 12), layer(12, 3)
add("Mlp.forward", "nan", (c_fc, c_proj), x, y=linear(c_proj, gelu(linear(c_fc, x))))

here = pathlib.Path(__file__).parent
case = "Mlp.forward/transformers/"
try:
    sys.path.append(str(here.parent))
    import small_gpt2
except ImportError:
    # What transformers computed stays as it is.
    with safe_open(here / "golden.safetensors", "pt") as before:
        golden |= {key: before.get_tensor(key) for key in before.keys() if key.startswith(case)}
else:
    parameters, _, seen, _ = small_gpt2.run()
    own = [(parameters[f"transformer.h.0.mlp.{name}.weight"], parameters[f"transformer.h.0.mlp.{name}.bias"]) for name in ("c_fc", "c_proj")]
    x, y = seen["transformer.h.0.mlp"]
    add("Mlp.forward", "transformers", tuple(own), x, y=y)

save_file(golden, here / "golden.safetensors", {"torch": torch.__version__})
print(len([key for key in golden if key.endswith("/y")]), "calls of PyTorch", torch.__version__)
