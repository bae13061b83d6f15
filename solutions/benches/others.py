"""Measures what `cargo bench --package solutions` measures, in NumPy, PyTorch and candle, with one thread.

    python solutions/benches/others.py [--save]

A library that is not installed is left out, and candle where cargo cannot fetch it. Each takes turns with the benchmark
itself, so that all are measured while the machine does the same. `--save` writes the ratios to the limit into the results
that `-- --save` of the benchmark made.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import time
from functools import partial

THREADS = "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"
os.environ.update({name: "1" for name in THREADS})

ROOT = pathlib.Path(__file__).resolve().parents[2]
RESULTS = ROOT / "book/figures/costs.tsv"
ROUNDS, MOST_ROUNDS, PATIENCE, LONG_ENOUGH = 11, 101, 1.0, 0.001


def numpy_cases():
    import numpy as np

    def normal(*shape):
        return np.random.default_rng(1).normal(size=shape).astype("float32")

    def triu(shape, kind):
        return np.triu(np.full(shape, -np.inf, kind), 1)

    for length in (64, 1024, 4096, 8192):
        for dtype in ("f16", "f32", "f64"):
            kind = np.dtype(dtype.replace("f", "float"))
            case = "02", "causal_mask", f"{dtype} {length}"
            yield case, "NumPy full", partial(np.full, (length, length), -np.inf, kind)
            yield case, "NumPy triu", partial(triu, (length, length), kind)
    x, wide, weight, bias = normal(256, 768), normal(256, 3072), normal(768, 3072), normal(3072)
    gain, shift = normal(768), normal(768)

    def layer_norm():
        centred = x - x.mean(axis=1, keepdims=True)
        deviation = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + np.float32(1e-5))
        return centred / deviation * gain + shift

    def gelu():
        inner = np.float32((2 / np.pi) ** 0.5) * (wide + np.float32(0.044715) * wide * wide * wide)
        return np.float32(0.5) * wide * (1 + np.tanh(inner))

    yield ("03", "layer norm", "256 × 768"), "NumPy copy", lambda: x.copy()
    yield ("03", "layer norm", "256 × 768"), "NumPy", layer_norm
    yield ("04", "gelu", "256 × 3072"), "NumPy", gelu
    yield ("04", "linear", "256 × 768"), "NumPy", lambda: x @ weight + bias


def torch_cases():
    import torch
    from torch.nn import functional

    torch.set_num_threads(1)
    torch.set_grad_enabled(False)
    dtypes = {"f16": torch.float16, "bf16": torch.bfloat16, "f32": torch.float32, "f64": torch.float64}

    def triu(shape, kind):
        return torch.full(shape, -torch.inf, dtype=kind).triu(1)

    for length in (64, 1024, 4096, 8192):
        for dtype, kind in dtypes.items():
            case = "02", "causal_mask", f"{dtype} {length}"
            yield case, "PyTorch triu", partial(triu, (length, length), kind)
    x, wide, weight, bias = (torch.randn(*of) for of in ((256, 768), (256, 3072), (768, 3072), (3072,)))
    gain, shift = torch.randn(768), torch.randn(768)
    yield ("03", "layer norm", "256 × 768"), "PyTorch", lambda: functional.layer_norm(x, (768,), gain, shift)
    yield ("04", "gelu", "256 × 3072"), "PyTorch", lambda: functional.gelu(wide, approximate="tanh")
    yield ("04", "linear", "256 × 768"), "PyTorch", lambda: torch.addmm(bias, x, weight)
    from transformers import GPT2LMHeadModel

    model = GPT2LMHeadModel.from_pretrained(ROOT / "grader/model", dtype=torch.float32).eval()

    def one_token(ids):
        return model(ids, use_cache=False, logits_to_keep=1).logits[0, -1].argmax()

    for tokens in (16, 64, 256):
        ids = torch.tensor([[number * 377 % 1024 for number in range(tokens)]])
        yield ("12", "one token", f"{tokens} tokens"), "PyTorch", partial(one_token, ids)


# Its crates are fetched and compiled when this is asked for, and by nothing else.
CANDLE = """
[package]
name = "candle-costs"
edition = "2024"
[workspace]
[dependencies]
candle-core = "0.9"
candle-nn = "0.9"
half = "2"
"""


class Candle:
    """A call that another process makes and times."""

    def __init__(self, process, function, case):
        self.process, self.asked = process, f"{function}\t{case}"

    def __call__(self):
        self.seconds(1)

    def seconds(self, calls):
        self.process.stdin.write(f"{self.asked}\t{calls}\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())


def candle_cases():
    folder = ROOT / "target/candle"
    (folder / "src").mkdir(parents=True, exist_ok=True)
    (folder / "Cargo.toml").write_text(CANDLE, encoding="utf-8")
    source = ROOT / "solutions/benches/others/candle.rs"
    (folder / "src/main.rs").write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    if subprocess.run(["cargo", "build", "--release", "--quiet"], cwd=folder).returncode:
        raise ImportError("cargo cannot build candle")
    program = folder / "target/release/candle-costs"
    process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    masks = [("02", "causal_mask", f"{dtype} {length}")
             for length in (64, 1024, 4096, 8192) for dtype in ("f16", "bf16", "f32", "f64")]
    layers = [("03", "layer norm", "256 × 768"), ("04", "gelu", "256 × 3072"), ("04", "linear", "256 × 768")]
    for case in masks + layers:
        yield case, "candle", Candle(process, *case[1:])


def measure(run, calls):
    """The seconds of one call of so many."""
    if isinstance(run, Candle):
        return run.seconds(calls)
    start = time.perf_counter()
    for _ in range(calls):
        run()
    return (time.perf_counter() - start) / calls


def take_turns(run, ask):
    """The median of the seconds that a call takes, and of its ratios to the limit and to the reference."""
    run()
    calls = 1
    while measure(run, calls) * calls < LONG_ENOUGH:
        calls *= 2
    times, to_limit, to_reference = [], [], []
    begun = time.perf_counter()
    while len(times) < ROUNDS or (len(times) < MOST_ROUNDS and time.perf_counter() - begun < PATIENCE):
        limit, reference = ask()
        times.append(measure(run, calls))
        to_limit.append(times[-1] / limit)
        to_reference.append(reference / times[-1])
    return [statistics.median(numbers) for numbers in (times, to_limit, to_reference)]


def main():
    ways = {}
    for cases in (numpy_cases, torch_cases, candle_cases):
        try:
            for case, name, run in cases():
                ways.setdefault(case, []).append((name, run))
        except ImportError as missing:
            print(f"left out: {missing}")
    command = ["cargo", "bench", "--quiet", "--package", "solutions", "--", "--turns"]
    bench = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def say(word):
        bench.stdin.write(word + "\n")
        bench.stdin.flush()

    def ask():
        say("again")
        return map(float, bench.stdout.readline().split())

    measured = []
    for line in bench.stdout:
        case = tuple(line.rstrip("\n").split("\t"))
        for name, run in ways.get(case, []):
            seconds, to_limit, to_reference = take_turns(run, ask)
            print(f"{' '.join(case):<32} {name:<13} {seconds * 1e6:>10.1f} µs; "
                  f"{to_limit:.2f} of the limit; the reference takes {to_reference:.2f} of it", flush=True)
            measured.append("\t".join((*case, name, f"{seconds:.3e}", f"{to_limit:.2f}")))
        say("next")
    if "--save" in sys.argv:
        lines = RESULTS.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not any(f"\t{of}" in line for of in ("NumPy", "PyTorch", "candle"))]
        RESULTS.write_text("\n".join(kept + measured) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
