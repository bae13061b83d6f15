"""Golden values of step 05, from PyTorch on the CPU: writes golden.safetensors beside this file."""
import pathlib

import torch
import torch.nn.functional as F
from safetensors.torch import save_file

torch.manual_seed(5)
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


for rows, channels in ((1, 1), (5, 3), (4, 4), (11, 4), (97, 32), (300, 2)):
    for tokens in (0, 1, 2, 7, 40):
        table, ids = torch.randn(rows, channels), torch.randint(0, rows, (tokens,))
        add("Embedding.forward", f"{rows}-{channels}-{tokens}", (table,), ids, y=F.embedding(ids, table))
        add("one_hot", f"{rows}-{channels}-{tokens}", ids, rows, y=F.one_hot(ids, rows).float())
save_file(golden, pathlib.Path(__file__).parent / "golden.safetensors", {"torch": torch.__version__})
print(len([key for key in golden if key.endswith("/y")]), "calls of PyTorch", torch.__version__)
