"""Golden values of step 08, from PyTorch on the CPU: writes golden.safetensors beside this file."""
import math
import pathlib

import torch
import torch.nn.functional as F
from safetensors.torch import save_file

torch.manual_seed(8)
golden = {}


def add(function, case, *arguments, y):
    """One call under FUNCTION/CASE: its arguments by their places, a tuple by its parts, and what it returns as y."""

    def keep(path, value):
        if isinstance(value, tuple):
            for place, part in enumerate(value):
                keep(f"{path}.{place}", part)
        elif isinstance(value, str):
            golden[f"{function}/{case}/{path}"] = torch.tensor(list(value.encode()), dtype=torch.uint8)
        else:
            value = torch.as_tensor(value, dtype=torch.float32)
            golden[f"{function}/{case}/{path}"] = value.clone().contiguous()

    for place, argument in enumerate(arguments):
        keep(place, argument)
    keep("y", y)


# The layers, as the questions write them and as PyTorch does.
LAYERS = {
    "|h| Ok(&h + &h)": lambda h: h + h,
    "|h| Ok(&h + 1.0)": lambda h: h + 1,
    "|h| Ok(h.mapv(f32::tanh))": torch.tanh,
    "|h| Ok(h.slice(s![..;-1, ..]).to_owned())": lambda h: h.flip(0),
}

sizes = ((1, 1), (1, 8), (3, 4), (4, 3), (5, 5), (2, 64), (9, 33), (0, 4))
for tokens, channels in sizes:
    x, output = torch.randn(tokens, channels), torch.randn(tokens, channels)
    add("residual", f"normal-{tokens}-{channels}", x, output, y=x + output)
    add("residual", f"far-{tokens}-{channels}", 1e4 * x, output, y=1e4 * x + output)
x, output = torch.tensor([[1.0, math.nan, math.inf]]), torch.tensor([[math.inf, 1.0, -math.inf]])
add("residual", "no-numbers", x, output, y=x + output)

for number, (code, layer) in enumerate(LAYERS.items()):
    for tokens, channels in sizes:
        for case, offset in (("normal", 0), ("far", 30)):
            x = torch.randn(tokens, channels) + offset
            weight, bias = 1 + 0.3 * torch.randn(channels), 0.2 * torch.randn(channels)
            y = x + layer(F.layer_norm(x, (channels,), weight, bias, 1e-5))
            add("pre_norm", f"{case}-{number}-{tokens}-{channels}", x, (weight, bias, 1e-5), code, y=y)

save_file(golden, pathlib.Path(__file__).parent / "golden.safetensors", {"torch": torch.__version__})
print(len([key for key in golden if key.endswith("/y")]), "calls of PyTorch", torch.__version__)
