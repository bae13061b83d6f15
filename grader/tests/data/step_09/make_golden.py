"""Golden values of step 09, from PyTorch and transformers on the CPU: writes golden.safetensors beside this file."""
import math
import pathlib
import sys

import torch
import torch.nn.functional as F
from safetensors import safe_open
from safetensors.torch import save_file

torch.manual_seed(9)
golden = {}


def add(function, case, *arguments, y):
    """One call under FUNCTION/CASE: its arguments by their places, a tuple by its parts, and what it returns as y."""

    def keep(path, value):
        if isinstance(value, tuple):
            for place, part in enumerate(value):
                keep(f"{path}.{place}", part)
        else:
            value = torch.as_tensor(value) if isinstance(value, int) else torch.as_tensor(value, dtype=torch.float32)
            golden[f"{function}/{case}/{path}"] = value.clone().contiguous()

    for place, argument in enumerate(arguments):
        keep(place, argument)
    keep("y", y)


def norm(channels):
    return 1 + 0.3 * torch.randn(channels), 0.2 * torch.randn(channels), 1e-5


def layer(inputs, outputs):
    return torch.randn(inputs, outputs) / inputs**0.5, 0.2 * torch.randn(outputs)


def linear(own, x):
    weight, bias = own
    return torch.addmm(bias, x, weight)


def normalized(own, x):
    weight, bias, eps = own
    return F.layer_norm(x, (x.shape[1],), weight, bias, eps)


def attend(own, x):
    c_attn, c_proj, heads = own
    split = lambda part: part.reshape(len(x), heads, -1).permute(1, 0, 2)[None]
    query, key, value = (split(part) for part in linear(c_attn, x).chunk(3, -1))
    taken = F.scaled_dot_product_attention(query, key, value, is_causal=True)[0]
    return linear(c_proj, taken.permute(1, 0, 2).reshape(x.shape))


def network(own, x):
    c_fc, c_proj = own
    return linear(c_proj, F.gelu(linear(c_fc, x), approximate="tanh"))


for tokens, width, heads in ((1, 1, 1), (3, 2, 2), (5, 2, 3), (6, 8, 4), (2, 3, 1), (40, 4, 2), (0, 2, 2)):
    channels = width * heads
    attn = layer(channels, 3 * channels), layer(channels, channels), heads
    mlp = layer(channels, 4 * channels), layer(4 * channels, channels)
    ln_1, ln_2, x = norm(channels), norm(channels), torch.randn(tokens, channels)
    middle = x + attend(attn, normalized(ln_1, x)) if tokens else x
    y = middle + network(mlp, normalized(ln_2, middle))
    add("Block.forward", f"{tokens}-{width}-{heads}", (ln_1, attn, ln_2, mlp), x, y=y)

here = pathlib.Path(__file__).parent
case = "Block.forward/transformers-"
try:
    sys.path.append(str(here.parent))
    import small_gpt2
except ImportError:
    # What transformers computed stays as it is.
    with safe_open(here / "golden.safetensors", "pt") as before:
        golden |= {key: before.get_tensor(key) for key in before.keys() if key.startswith(case)}
else:
    parameters, _, _, hidden = small_gpt2.run()
    # The last hidden state comes after the last normalization, so only the first block's is at hand.
    own = lambda name: (parameters[f"transformer.h.0.{name}.weight"], parameters[f"transformer.h.0.{name}.bias"])
    attn = own("attn.c_attn"), own("attn.c_proj"), 2
    mlp = own("mlp.c_fc"), own("mlp.c_proj")
    block = (*own("ln_1"), 1e-5), attn, (*own("ln_2"), 1e-5), mlp
    add("Block.forward", "transformers-0", block, hidden[0], y=hidden[1])

save_file(golden, here / "golden.safetensors", {"torch": torch.__version__})
print(len({key.rsplit("/", 1)[0] for key in golden}), "calls of PyTorch", torch.__version__)
