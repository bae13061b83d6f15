"""Text -> chapters -> GPT-2 style byte-level BPE (vocab.json, merges.txt) -> token ids.

Jane Austen's six novels, taken from the Debian package r-cran-janeaustenr (data: public domain, from Project
Gutenberg; package: MIT). Layout of the vocabulary as in GPT-2: the 256 bytes in GPT-2's order, then one token
for each merge, then <|endoftext|>.
"""

import json
import re
import sys

import numpy as np
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

VOCAB = int(sys.argv[1]) if len(sys.argv) > 1 else 1024
OUT = sys.argv[2] if len(sys.argv) > 2 else "."
books = json.load(open("austen.json"))
titles = ["emma", "mansfield", "northanger", "persuasion", "pride", "sense"]
HEAD = re.compile(
    r"^\s*(chapter\s+[ivxlc\d]+\.?|volume\s+[ivxl]+|the end|finis|_?end of.*|advertisement by.*)\s*$", re.I
)


def paragraphs(lines):
    par = []
    for line in lines + [""]:
        if line.strip() and not HEAD.match(line):
            par.append(line.strip())
            continue
        if par:
            yield re.sub(r"\s+", " ", " ".join(par)).replace("_", "")
            par = []
        if HEAD.match(line):
            yield None


chapters = []
for lines in books:
    cur = []
    for p in paragraphs(lines):
        if p is None:
            if sum(map(len, cur)) > 500:
                chapters.append("\n".join(cur) + "\n")
            cur = []
        else:
            cur.append(p)
    if sum(map(len, cur)) > 500:
        chapters.append("\n".join(cur) + "\n")
text = "".join(chapters)
print(len(chapters), "chapters", len(text), "chars", sorted(set(text) - set(map(chr, range(32, 127)))))

tok = Tokenizer(models.BPE())
tok.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)
tok.train_from_iterator(
    chapters,
    trainers.BpeTrainer(
        vocab_size=VOCAB - 1,
        special_tokens=[],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    ),
)
merges = [tuple(m) if isinstance(m, list) else tuple(m.split(" ")) for m in json.loads(tok.to_str())["model"]["merges"]]

bs = list(range(ord("!"), ord("~") + 1)) + list(range(0xA1, 0xAD)) + list(range(0xAE, 0x100))
cs, n = bs[:], 0
for b in range(256):
    if b not in bs:
        bs.append(b)
        cs.append(256 + n)
        n += 1
vocab = {chr(c): i for i, c in enumerate(cs)}
for a, b in merges:
    assert a + b not in vocab, (a, b)
    vocab[a + b] = len(vocab)
vocab["<|endoftext|>"] = len(vocab)
assert len(vocab) == VOCAB, (len(vocab), VOCAB)
json.dump(vocab, open(f"{OUT}/vocab.json", "w"), ensure_ascii=False)
open(f"{OUT}/merges.txt", "w").write("#version: 0.2\n" + "\n".join(" ".join(m) for m in merges) + "\n")

t2 = Tokenizer(models.BPE(vocab=vocab, merges=merges))
t2.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)
t2.decoder = decoders.ByteLevel()
eot = vocab["<|endoftext|>"]
ids, val = [eot], [eot]
for i, c in enumerate(chapters):
    e = t2.encode(c).ids
    (val if i % 20 == 7 else ids).extend(e + [eot])
print("train tokens", len(ids), "val", len(val), "chars per token", len(text) / (len(ids) + len(val)))
assert t2.decode(t2.encode(chapters[3]).ids) == chapters[3]
np.array(ids, dtype=np.uint16).tofile(f"{OUT}/train.bin")
np.array(val, dtype=np.uint16).tofile(f"{OUT}/val.bin")
print("bytes per token on val", sum(len(chapters[i].encode()) for i in range(7, len(chapters), 20)) / len(val))
