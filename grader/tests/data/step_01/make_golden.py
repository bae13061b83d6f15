"""Golden values of step 01: how many numbers models of transformers have. Writes golden.txt beside this file.

Needs torch and transformers. The models are made on torch's device "meta", where they have shapes and no memory.
"""
import pathlib

import torch
from transformers import GPT2Config, GPT2LMHeadModel

MODELS = ((768, 12, 12, 50257, 1024), (1024, 24, 16, 50257, 1024), (1280, 36, 20, 50257, 1024), (1600, 48, 25, 50257, 1024), (32, 2, 2, 97, 64))
lines = ["# channels blocks heads vocabulary positions numbers"]
for model in MODELS:
    n_embd, n_layer, n_head, vocab_size, n_positions = model
    with torch.device("meta"):
        gpt2 = GPT2LMHeadModel(GPT2Config(n_embd=n_embd, n_layer=n_layer, n_head=n_head, vocab_size=vocab_size, n_positions=n_positions))
    # The last layer shares its weight with the table of the tokens, and is not counted again.
    lines.append(" ".join(map(str, (*model, sum(parameter.numel() for parameter in gpt2.parameters())))))
(pathlib.Path(__file__).parent / "golden.txt").write_text("\n".join(lines) + "\n")
