"""Golden values of step 06, from PyTorch on the CPU: writes golden.safetensors beside this file."""
import pathlib
import sys

import torch
import torch.nn.functional as F
from safetensors import safe_open
from safetensors.torch import save_file

torch.manual_seed(6)
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


for start, tokens in ((0, 0), (0, 1), (0, 7), (3, 2), (5, 3), (8, 0), (20, 40), (1000, 24)):
    positions = torch.arange(start, start + tokens)
    for more in (0, 1, 30):
        add("positions", f"{start}-{tokens}-{more}", start, tokens, start + tokens + more, y=positions)
        if start < 100:
            wte, wpe = torch.randn(9, 5), torch.randn(max(1, start + tokens + more), 5)
            ids = torch.randint(0, 9, (tokens,))
            y = F.embedding(ids, wte) + F.embedding(positions, wpe)
            add("embed", f"{start}-{tokens}-{more}", (wte,), (wpe,), ids, start, y=y)

here = pathlib.Path(__file__).parent
case = "embed/transformers/"
try:
    sys.path.append(str(here.parent))
    import small_gpt2
except ImportError:
    # What transformers computed stays as it is.
    with safe_open(here / "golden.safetensors", "pt") as before:
        golden |= {key: before.get_tensor(key) for key in before.keys() if key.startswith(case)}
else:
    parameters, ids, _, hidden = small_gpt2.run()
    tables = [(parameters[f"transformer.{name}.weight"],) for name in ("wte", "wpe")]
    add("embed", "transformers", *tables, ids, 0, y=hidden[0])

save_file(golden, here / "golden.safetensors", {"torch": torch.__version__})
print(len([key for key in golden if key.endswith("/y")]), "calls of PyTorch", torch.__version__)
