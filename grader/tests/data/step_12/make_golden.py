"""Golden values of step 12, from transformers and PyTorch on the CPU: writes golden.safetensors beside this file."""
import pathlib
import sys

import torch
import transformers
from safetensors.torch import save_file

here = pathlib.Path(__file__).parent
sys.path.append(str(here.parent))
import small_gpt2

golden = {}
add = small_gpt2.keeper(golden)

LARGEST = "|logits| logits.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).unwrap().0"

for number, sizes in enumerate(small_gpt2.SIZES[1:], 1):
    gpt2 = small_gpt2.model(12 + number, **sizes)
    model = (small_gpt2.parts(gpt2),)
    for tokens, count in ((1, 1), (2, 6), (5, 3)):
        ids = torch.randint(0, gpt2.config.vocab_size, (tokens,))
        # The end of a text is a token like all others here.
        settings = dict(do_sample=False, max_new_tokens=count, min_new_tokens=count, eos_token_id=None, pad_token_id=0)
        y = gpt2.generate(ids[None], attention_mask=torch.ones(1, tokens), **settings)[0]
        add("generate", f"{number}-{tokens}-{count}", model, ids, count, LARGEST, y=y)

torch.manual_seed(12)
for tokens in (1, 2, 5, 50, 300):
    for spread, offset in ((1, 0), (3, -20), (30, 0), (0.01, 5)):
        logits = spread * torch.randn(tokens) + offset
        add("argmax", f"{tokens}-{spread}-{offset}".replace(".", "_"), logits, y=logits.argmax())
        for temperature in (0.25, 0.8, 1.0, 2.0):
            case = f"{tokens}-{spread}-{offset}-{temperature}".replace(".", "_")
            y = (logits / temperature).softmax(-1)
            add("probabilities", case, logits, torch.tensor(temperature), y=y)
    for case in range(6):
        # Multiples of a power of two, so that no sum is rounded.
        weights = torch.randint(0, 9, (tokens,)).float()
        weights[-1 if case % 2 else 0] += 4096 - weights.sum()
        probabilities, u = weights / 4096, torch.rand(())
        y = torch.searchsorted(probabilities.cumsum(0), u, right=True)
        add("pick", f"{tokens}-{case}", probabilities, u, y=y)

versions = {"torch": torch.__version__, "transformers": transformers.__version__}
save_file(golden, here / "golden.safetensors", versions)
print(len([key for key in golden if key.rsplit("/", 1)[1].startswith("y")]), "answers of", versions)
