"""Weights from a checkpoint of train.py or from a model file."""
import torch

from batches import Numbering
from model import Analyser, layers_of, with_inner, with_layers
from model_file import network_state, read_model
from pieces import Pieces


def read_weights(path):
    """Return what train.py saved, or the same of a model file."""
    if path.endswith(".pt"):
        return torch.load(path, weights_only=True)
    return weights_of(read_model(path))


def weights_of(tensors):
    """Return the tensors of a model file as train.py would have saved them."""
    labels = {name.removesuffix(".labels"): lines
              for name, lines in tensors.items() if name.endswith(".labels")
              and not name.startswith(("boundary.", "event."))}
    state = {name: torch.from_numpy(value.copy())
             for name, value in network_state(tensors).items()}
    rolesets = rolesets_of(tensors["rolesets"])
    cores = {roleset: core for senses, line
             in zip(rolesets.values(), tensors.get("rolesets.cores", ()))
             for roleset, core in zip(senses, line.split())}
    never = [tuple(line.split("\t"))
             for line in tensors.get("not_predicates", ())]
    return {"state": state, "pieces": tensors["pieces"], "labels": labels,
            "rolesets": rolesets, "cores": cores, "never": never,
            "role_paths": by_tab(tensors.get("role.paths", ())),
            "role_habits": by_tab(tensors.get("role.habits", ())),
            "lemmas": dict(line.split("\t") for line in tensors["lemmas"]),
            "positions": len(tensors["embeddings.position"]), "progress": 0}


def by_tab(lines):
    """Return {what stands before the tab: what stands after it}."""
    return dict(line.split("\t") for line in lines)


def rolesets_of(lines):
    pairs = (line.partition("\t") for line in lines)
    return {lemma: senses.split() for lemma, _, senses in pairs}


def numbering_of(saved):
    numbering = Numbering(Pieces(saved["pieces"]), saved["labels"],
                          saved["rolesets"], saved["lemmas"],
                          saved.get("cores", ()), saved.get("never", ()))
    numbering.role_paths = saved.get("role_paths", {})
    numbering.role_habits = saved.get("role_habits", {})
    return numbering


def make_model(saved, layers=None, inner=None):
    """Return the network of the weights, or of some of its layers.

    With `inner` each layer keeps that many of its inner neurons.
    """
    state = saved["state"]
    if layers:
        state = with_layers(state, layers)
    if inner:
        state = with_inner(state, inner)
    model = Analyser(len(saved["pieces"]), saved["positions"],
                     {head: len(names) for head, names
                      in saved["labels"].items()},
                     inner=len(state["encoder.0.up.bias"]),
                     layers=layers_of(state))
    model.load_state_dict(state, strict="event.weight" in state)
    return model
