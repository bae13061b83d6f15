"""Golden values of step 11, from transformers and PyTorch on the CPU: writes golden.safetensors beside this file."""
import pathlib
import sys

import torch
import transformers
import torch.nn.functional as F
from safetensors.torch import save_file

here = pathlib.Path(__file__).parent
sys.path.append(str(here.parent))
import small_gpt2

golden = {}
add = small_gpt2.keeper(golden)

for number, sizes in enumerate(small_gpt2.SIZES[1:], 1):
    gpt2 = small_gpt2.model(11 + number, **sizes)
    model = (small_gpt2.parts(gpt2),)
    for tokens in (1, 2, 9):
        ids = torch.randint(0, gpt2.config.vocab_size, (tokens,))
        with torch.no_grad():
            output = gpt2(ids[None], labels=ids[None])
        case = f"{number}-{tokens}"
        add("Gpt2LmHeadModel.logits", case, model, ids, y=output.logits[0])
        add("Gpt2LmHeadModel.next_token_logits", case, model, ids, y=output.logits[0, -1])
        if tokens > 1:
            add("Gpt2LmHeadModel.loss", case, model, ids, y=output.loss)

torch.manual_seed(11)
for rows, vocabulary in ((1, 1), (1, 5), (3, 2), (9, 20), (40, 300)):
    for spread, offset in ((1, 0), (3, 0), (0, 2), (20, 0), (1, 900), (3, -900), (300, 0)):
        logits, targets = spread * torch.randn(rows, vocabulary) + offset, torch.randint(0, vocabulary, (rows,))
        y = F.cross_entropy(logits, targets)
        add("cross_entropy", f"{rows}-{vocabulary}-{spread}-{offset}", logits, targets, y=y)
for loss in (0.0, 0.1, 1.0, 2.93, 6.9315, 10.0151, 20.0):
    add("perplexity", str(loss).replace(".", "-"), torch.tensor(loss), y=torch.tensor(loss).exp())

versions = {"torch": torch.__version__, "transformers": transformers.__version__}
save_file(golden, here / "golden.safetensors", versions)
print(len([key for key in golden if key.rsplit("/", 1)[1].startswith("y")]), "answers of", versions)
