"""Trains a small GPT-2 (Hugging Face's own GPT2LMHeadModel) on the token ids of prepare.py. CPU only.

Usage: train.py OUT MINUTES [--layers 4 --embd 128 --heads 4 --ctx 256 --batch 8 --lr 3e-3 --opt adamw|muon --threads 1]
"""

import argparse
import json
import math
import os
import time

import numpy as np
import torch
from torch import nn
from transformers import GPT2Config, GPT2LMHeadModel

a = argparse.ArgumentParser()
a.add_argument("out")
a.add_argument("minutes", type=float)
a.add_argument("--layers", type=int, default=4)
a.add_argument("--embd", type=int, default=128)
a.add_argument("--heads", type=int, default=4)
a.add_argument("--ctx", type=int, default=256)
a.add_argument("--batch", type=int, default=8)
a.add_argument("--lr", type=float, default=3e-3)
a.add_argument("--opt", default="adamw")
a.add_argument("--threads", type=int, default=1)
a.add_argument("--bf16", type=int, default=1)
a.add_argument("--steps", type=int, default=0)
a.add_argument("--wd", type=float, default=0.1)
a = a.parse_args()
torch.set_num_threads(a.threads)
torch.manual_seed(1)
train = torch.from_numpy(np.fromfile("train.bin", dtype=np.uint16).astype(np.int64))
val = torch.from_numpy(np.fromfile("val.bin", dtype=np.uint16).astype(np.int64))
V = len(json.load(open("vocab.json")))
cfg = GPT2Config(
    vocab_size=V,
    n_positions=a.ctx,
    n_embd=a.embd,
    n_layer=a.layers,
    n_head=a.heads,
    resid_pdrop=0.0,
    embd_pdrop=0.0,
    attn_pdrop=0.0,
    bos_token_id=V - 1,
    eos_token_id=V - 1,
)
model = GPT2LMHeadModel(cfg)
n = sum(p.numel() for p in model.parameters())
print("parameters", n, flush=True)
g = torch.Generator().manual_seed(2)


def batch(data, b):
    i = torch.randint(len(data) - a.ctx - 1, (b,), generator=g)
    x = torch.stack([data[j : j + a.ctx + 1] for j in i])
    return x[:, :-1], x[:, 1:]


def loss_of(x, y):
    with torch.autocast("cpu", torch.bfloat16, enabled=bool(a.bf16)):
        logits = model(x, use_cache=False).logits
    return nn.functional.cross_entropy(logits.float().view(-1, V), y.reshape(-1))


@torch.no_grad()
def evaluate():
    model.eval()
    s = 0.0
    k = 0
    for i in range(0, len(val) - a.ctx - 1, a.ctx * 2):
        s += loss_of(val[i : i + a.ctx][None], val[i + 1 : i + a.ctx + 1][None]).item()
        k += 1
    model.train()
    return s / k


mats = [p for nme, p in model.named_parameters() if p.ndim == 2 and "wte" not in nme and "wpe" not in nme]
ids = {id(p) for p in mats}
emb = [p for p in model.parameters() if p.ndim == 2 and id(p) not in ids]
vec = [p for p in model.parameters() if p.ndim < 2]
if a.opt == "muon":
    opts = [
        torch.optim.Muon(mats, lr=a.lr * 5, weight_decay=0.01, momentum=0.95),
        torch.optim.AdamW([{"params": emb}, {"params": vec}], lr=a.lr, betas=(0.9, 0.95), weight_decay=0.0),
    ]
else:
    opts = [
        torch.optim.AdamW(
            [
                {"params": mats, "weight_decay": a.wd},
                {"params": emb, "weight_decay": 0.0},
                {"params": vec, "weight_decay": 0.0},
            ],
            lr=a.lr,
            betas=(0.9, 0.95),
        )
    ]
base = [[gr["lr"] for gr in o.param_groups] for o in opts]
t0, c0, step, last = time.time(), time.process_time(), 0, 0
log = []
while True:
    frac = step / a.steps if a.steps else (time.time() - t0) / (a.minutes * 60)
    if frac >= 1:
        break
    f = min(1, (step + 1) / 100) * (1 if frac < 0.4 else max(0.0, (1 - frac) / 0.6))
    for o, b in zip(opts, base):
        for gr, lr in zip(o.param_groups, b):
            gr["lr"] = lr * f
    x, y = batch(train, a.batch)
    loss = loss_of(x, y)
    for o in opts:
        o.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    for o in opts:
        o.step()
    step += 1
    if step % 200 == 0:
        v = evaluate() if step % 1000 == 0 else float("nan")
        log.append((step, step * a.batch * a.ctx, time.time() - t0, time.process_time() - c0, loss.item(), v))
        print(
            f"step {step} tokens {step * a.batch * a.ctx / 1e6:.2f}M wall {time.time() - t0:.0f}s cpu {time.process_time() - c0:.0f}s train {loss.item():.3f} val {v:.3f}",
            flush=True,
        )
        if step % 1000 == 0:
            os.makedirs(a.out, exist_ok=True)
            torch.save(model.state_dict(), a.out + "/ck.pt")
v = evaluate()
print(
    "final val",
    v,
    "steps",
    step,
    "tokens",
    step * a.batch * a.ctx,
    "wall",
    time.time() - t0,
    "cpu",
    time.process_time() - c0,
    flush=True,
)
os.makedirs(a.out, exist_ok=True)
model.save_pretrained(a.out)
json.dump(
    {
        "params": n,
        "val": v,
        "steps": step,
        "tokens": step * a.batch * a.ctx,
        "wall": time.time() - t0,
        "cpu": time.process_time() - c0,
        "args": vars(a),
        "log": log,
    },
    open(a.out + "/train.json", "w"),
)
