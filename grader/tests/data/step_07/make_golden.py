"""Golden values of step 07, from PyTorch on the CPU: writes golden.safetensors beside this file."""
import math
import pathlib
import sys

import torch
import torch.nn.functional as F
from safetensors import safe_open
from safetensors.torch import save_file

torch.manual_seed(7)
golden = {}


def add(function, case, *arguments, y):
    """One call under FUNCTION/CASE: its arguments by their places, a tuple by its parts, and what it returns as y."""

    def keep(path, value):
        if isinstance(value, tuple):
            for place, part in enumerate(value):
                keep(f"{path}.{place}", part)
        else:
            golden[f"{function}/{case}/{path}"] = torch.as_tensor(value).clone().contiguous()

    for place, argument in enumerate(arguments):
        keep(place, argument)
    keep("y", y)


def causal(queries, keys):
    """The mask of queries that are the last of the tokens."""
    return torch.full((queries, keys), -math.inf).triu(keys - queries + 1)


def attended(query, key, value, mask):
    return F.scaled_dot_product_attention(query[None], key[None], value[None], attn_mask=mask[None])[0]


def split(x, heads):
    return x.reshape(x.shape[0], heads, x.shape[1] // heads).permute(1, 0, 2)


def layer(inputs, outputs):
    return torch.randn(inputs, outputs) / inputs**0.5, torch.randn(outputs)


def linear(own, x):
    weight, bias = own
    return torch.addmm(bias, x, weight)


for queries, keys in ((1, 1), (3, 4), (4, 4), (1, 7), (5, 40), (2, 150), (0, 3)):
    scores = 3 * torch.randn(queries, keys)
    add("softmax", f"normal-{queries}-{keys}", scores, y=scores.softmax(-1))
    if keys >= queries:
        masked = scores + causal(queries, keys)
        add("softmax", f"causal-{queries}-{keys}", masked, y=masked.softmax(-1))
for case, scores in (
    ("large", [[100.0, 99.0, 98.0], [1000.0, 999.5, 0.0]]),
    ("far-apart", [[0.0, 1.0], [-200.0, -201.0], [500.0, 500.0]]),
    ("blocked", [[-math.inf, 1.0, -math.inf], [-math.inf, -math.inf, -math.inf]]),
    ("huge", [[1e20, -3e19, 5e18]]),
):
    scores = torch.tensor(scores)
    add("softmax", case, scores, y=scores.softmax(-1))

for queries, keys, channels, outputs in ((1, 1, 1, 1), (3, 3, 2, 2), (4, 4, 4, 4), (1, 4, 4, 4), (2, 5, 3, 6), (6, 6, 16, 16), (3, 100, 64, 5), (0, 3, 2, 2)):
    case = f"{queries}-{keys}-{channels}-{outputs}"
    query, key, value = torch.randn(queries, channels), torch.randn(keys, channels), torch.randn(keys, outputs)
    add("attention_scores", case, query, key, y=query @ key.T / math.sqrt(channels))
    for kind, mask in (("causal", causal(queries, keys)), ("open", torch.zeros(queries, keys))):
        add("attention", f"{kind}-{case}", query, key, value, mask, y=attended(query, key, value, mask))

for tokens, width, heads in ((1, 1, 1), (3, 2, 2), (5, 2, 3), (4, 8, 12), (1, 3, 4), (7, 5, 1), (0, 2, 2)):
    case, x = f"{tokens}-{width}-{heads}", torch.randn(tokens, width * heads)
    add("split_heads", case, x, heads, y=split(x, heads))
    add("merge_heads", case, split(x, heads), y=x)
    qkv = torch.randn(tokens, 3 * width * heads)
    add("split_qkv", case, qkv, y=qkv.chunk(3, -1))

for tokens, width, heads in ((1, 1, 1), (3, 2, 2), (5, 2, 3), (6, 8, 4), (2, 3, 1), (12, 5, 3), (0, 2, 2)):
    channels = width * heads
    c_attn, c_proj, x = layer(channels, 3 * channels), layer(channels, channels), torch.randn(tokens, channels)
    query, key, value = (split(part, heads) for part in linear(c_attn, x).chunk(3, -1))
    taken = F.scaled_dot_product_attention(query[None], key[None], value[None], attn_mask=causal(tokens, tokens))[0]
    y = linear(c_proj, taken.permute(1, 0, 2).reshape(tokens, channels))
    add("MultiHeadAttention.forward", f"{tokens}-{width}-{heads}", (c_attn, c_proj, heads), x, y=y)

here = pathlib.Path(__file__).parent
case = "MultiHeadAttention.forward/transformers/"
try:
    sys.path.append(str(here.parent))
    import small_gpt2
except ImportError:
    # What transformers computed stays as it is.
    with safe_open(here / "golden.safetensors", "pt") as before:
        golden |= {key: before.get_tensor(key) for key in before.keys() if key.startswith(case)}
else:
    parameters, _, seen, _ = small_gpt2.run()
    own = [(parameters[f"transformer.h.0.attn.{name}.weight"], parameters[f"transformer.h.0.attn.{name}.bias"]) for name in ("c_attn", "c_proj")]
    # What goes into attention is what comes out of the norm before it.
    x, y = seen["transformer.h.0.ln_1"][1], seen["transformer.h.0.attn"][1]
    add("MultiHeadAttention.forward", "transformers", (*own, 2), x, y=y)

save_file(golden, here / "golden.safetensors", {"torch": torch.__version__})
print(len({key.rsplit("/", 1)[0] for key in golden}), "calls of PyTorch", torch.__version__)
