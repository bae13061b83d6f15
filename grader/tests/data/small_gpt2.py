"""A small random GPT-2 of transformers, and what each of its parts makes of a text. Its values are golden for several steps."""
import torch
from transformers import GPT2Config, GPT2LMHeadModel


def model(seed=20261125, **sizes):
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    sizes = dict(vocab_size=97, n_positions=64, n_embd=32, n_layer=2, n_head=2) | sizes
    last = sizes["vocab_size"] - 1
    config = GPT2Config(**sizes, resid_pdrop=0.0, embd_pdrop=0.0, attn_pdrop=0.0, bos_token_id=last, eos_token_id=last)
    model = GPT2LMHeadModel(config).eval()
    # As it starts, weights are small, biases 0 and scales 1: so much would hide behind that.
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            fresh = torch.randn_like(parameter)
            if name.endswith(("ln_1.weight", "ln_2.weight", "ln_f.weight")):
                parameter.copy_(1 + 0.3 * fresh)
            elif name.endswith("bias"):
                parameter.copy_(0.2 * fresh)
            elif "wte" in name or "wpe" in name:
                parameter.copy_(0.5 * fresh)
            else:
                parameter.copy_(fresh / parameter.shape[0] ** 0.5)
    return model


def parts(gpt2):
    """What `transformers` calls the transformer, as the course nests it: two tables, the blocks, the last normalization."""
    parameters = {name: parameter.detach() for name, parameter in gpt2.named_parameters()}

    def own(name):
        return parameters[f"transformer.{name}.weight"], parameters[f"transformer.{name}.bias"]

    def block(number):
        at = f"h.{number}."
        attn = own(at + "attn.c_attn"), own(at + "attn.c_proj"), gpt2.config.n_head
        mlp = own(at + "mlp.c_fc"), own(at + "mlp.c_proj")
        return (*own(at + "ln_1"), 1e-5), attn, (*own(at + "ln_2"), 1e-5), mlp

    tables = [(parameters[f"transformer.{name}.weight"],) for name in ("wte", "wpe")]
    return *tables, tuple(block(number) for number in range(gpt2.config.n_layer)), (*own("ln_f"), 1e-5)


def keeper(golden):
    """Keeps calls in a dictionary under FUNCTION/CASE: arguments by their places, a tuple by its parts, the answer as y."""

    def add(function, case, *arguments, y):
        def keep(path, value):
            if isinstance(value, tuple):
                for place, part in enumerate(value):
                    keep(f"{path}.{place}", part)
            elif isinstance(value, str):
                golden[f"{function}/{case}/{path}"] = torch.tensor(list(value.encode()), dtype=torch.uint8)
            else:
                value = torch.as_tensor(value)
                value = value.float() if value.is_floating_point() else value.long()
                golden[f"{function}/{case}/{path}"] = value.clone().contiguous()

        for place, argument in enumerate(arguments):
            keep(place, argument)
        keep("y", y)

    return add


# Models of several sizes.
SIZES = [
    dict(),
    dict(vocab_size=11, n_positions=9, n_embd=4, n_layer=1, n_head=2),
    dict(vocab_size=23, n_positions=40, n_embd=12, n_layer=3, n_head=3),
    dict(vocab_size=50, n_positions=16, n_embd=8, n_layer=5, n_head=1),
]


def run():
    """Its parameters, the ids of a text, and by the name of each module what it was given and what it returned."""
    gpt2 = model()
    ids = torch.randint(0, 96, (1, 13))
    seen = {}

    def keep(name):
        def hook(_, given, returned):
            returned = returned[0] if isinstance(returned, tuple) else returned
            seen[name] = [tensor.detach()[0].clone() for tensor in (given[0], returned)]

        return hook

    for name, module in gpt2.named_modules():
        if name.startswith("transformer.h."):
            module.register_forward_hook(keep(name))
    output = gpt2(ids, output_hidden_states=True)
    hidden = [states.detach()[0].clone() for states in output.hidden_states]
    return {name: parameter.detach() for name, parameter in gpt2.named_parameters()}, ids[0], seen, hidden
