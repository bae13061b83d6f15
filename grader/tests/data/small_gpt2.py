"""A small random GPT-2 of transformers, and what each of its parts makes of a text. Its values are golden for several steps."""
import torch
from transformers import GPT2Config, GPT2LMHeadModel


def model():
    torch.manual_seed(20261125)
    torch.set_num_threads(1)
    config = GPT2Config(vocab_size=97, n_positions=64, n_embd=32, n_layer=2, n_head=2, resid_pdrop=0.0, embd_pdrop=0.0, attn_pdrop=0.0, bos_token_id=96, eos_token_id=96)
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
