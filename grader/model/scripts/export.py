"""A trained model -> model.safetensors (f16), model_f32.safetensors, config.json, vocab.json, merges.txt.

Usage: export.py STATE.pt|FOLDER OUT LAYERS EMBD HEADS CTX
"""

import json
import os
import shutil
import sys

import torch
from safetensors.torch import load_file, save_file

src, out = sys.argv[1:3]
L, D, H, T = (int(v) for v in sys.argv[3:7])
sd = torch.load(src) if src.endswith(".pt") else load_file(src + "/model.safetensors")
os.makedirs(out, exist_ok=True)
V = len(json.load(open("vocab.json")))
names = [k for k in sd if k != "lm_head.weight"]
strip = lambda k: k.replace("transformer.", "")
f32 = {strip(k): sd[k].float().contiguous() for k in names}
f16 = {k: v.half() for k, v in f32.items()}
meta = {"format": "pt"}
save_file(f32, out + "/model_f32.safetensors", meta)
save_file(f16, out + "/model.safetensors", meta)
cfg = {
    "model_type": "gpt2",
    "architectures": ["GPT2LMHeadModel"],
    "vocab_size": V,
    "n_positions": T,
    "n_embd": D,
    "n_layer": L,
    "n_head": H,
    "n_inner": None,
    "activation_function": "gelu_new",
    "layer_norm_epsilon": 1e-5,
    "bos_token_id": V - 1,
    "eos_token_id": V - 1,
    "tie_word_embeddings": True,
}
json.dump(cfg, open(out + "/config.json", "w"), indent=1)
for f in ("vocab.json", "merges.txt"):
    shutil.copy(f, out)
for f in os.listdir(out):
    print(f, os.path.getsize(out + "/" + f))
print(
    "largest |weight|",
    max(v.abs().max().item() for v in f32.values()),
    "f16 rounding",
    max((v - v.half().float()).abs().max().item() for v in f32.values()),
)
