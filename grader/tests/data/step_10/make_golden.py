"""Golden values of step 10, from transformers and PyTorch on the CPU: writes golden.safetensors beside this file."""
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

for number, sizes in enumerate(small_gpt2.SIZES):
    gpt2 = small_gpt2.model(10 + number, **sizes)
    for tokens in (1, 2, 5, gpt2.config.n_positions):
        ids = torch.randint(0, gpt2.config.vocab_size, (tokens,))
        with torch.no_grad():
            hidden = gpt2.transformer(ids[None]).last_hidden_state[0]
        add("Gpt2Model.forward", f"{number}-{tokens}", small_gpt2.parts(gpt2), ids, y=hidden)

versions = {"torch": torch.__version__, "transformers": transformers.__version__}
save_file(golden, here / "golden.safetensors", versions)
print(len([key for key in golden if key.rsplit("/", 1)[1].startswith("y")]), "answers of", versions)
