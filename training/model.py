"""The network of docs/model_format.md in torch; modules bear its names."""
import torch
from torch import nn
from torch.nn import functional

ARC, RELATION, ROLE = 192, 96, 128
# What the layer `event` gives, in this order: by category; for either side of
# event, candidate and nobody; the factors of the forms.
CATEGORIES, EVENT = 16, 16
EVENT_PLACES = (CATEGORIES, 2, 2, 2, EVENT, EVENT, EVENT, EVENT)


def rounded(rows):
    """Round rows to 8 bits each with its own scale; the gradient ignores it."""
    scale = rows.detach().abs().amax(-1, keepdim=True) / 127
    whole = torch.round(rows.detach() * (1 / scale.clamp_min(1e-30)))
    return rows + (whole * scale - rows.detach())


class Linear(nn.Linear):
    """A linear layer that, when `quantised`, computes as the C++ does."""
    quantised = False

    def forward(self, rows):
        if not Linear.quantised:
            return super().forward(rows)
        return functional.linear(rounded(rows), rounded(self.weight),
                                 self.bias)


class Embeddings(nn.Module):
    def __init__(self, pieces, positions, width, shapes):
        super().__init__()
        self.piece = nn.Embedding(pieces, width)
        self.position = nn.Embedding(positions, width)
        self.shape = nn.Embedding(shapes, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        nn.init.zeros_(self.shape.weight)

    def forward(self, pieces, shapes):
        piece = self.piece(pieces)
        position = self.position.weight[:pieces.shape[1]]
        if Linear.quantised:
            piece, position = rounded(piece), rounded(position)
        return self.norm(piece + position + self.shape(shapes))


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv = Linear(width, 3 * width)
        self.output = Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, rows, mask):
        batch, length, width = rows.shape
        qkv = self.qkv(rows).view(batch, length, 3, self.heads, -1)
        query, key, value = qkv.permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(2, 3) * query.shape[-1] ** -0.5
        chances = scores.masked_fill(~mask, -1e4).softmax(-1)
        mixed = chances.to(value.dtype) @ value
        return self.output(mixed.transpose(1, 2).reshape(rows.shape))


class Layer(nn.Module):
    def __init__(self, width, inner, heads, dropout):
        super().__init__()
        self.attention = Attention(width, heads)
        self.up = Linear(width, inner)
        self.down = Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, rows, mask):
        mixed = self.dropout(self.attention(rows, mask))
        rows = self.attention.norm(rows + mixed)
        inner = self.dropout(self.down(functional.gelu(self.up(rows))))
        return self.norm(rows + inner)


class Biaffine(nn.Module):
    """Two views of a word and a form between them, with `classes` or one."""

    def __init__(self, width, inner, left, right, classes=None):
        super().__init__()
        self.left, self.right, self.classes = left, right, classes
        self.add_module(left, Linear(width, inner))
        self.add_module(right, Linear(width, inner))
        outputs = classes * (inner + 1) if classes else inner
        self.bilinear = Linear(inner, outputs)
        nn.init.normal_(self.bilinear.weight, std=inner ** -0.75)
        nn.init.zeros_(self.bilinear.bias)
        self.dropout = nn.Dropout(0.25)

    def view(self, name, words):
        return self.dropout(functional.relu(getattr(self, name)(words)))

    def form(self, words):
        """Return the bilinear form of each left word, (K, inner + 1) rows."""
        rows = self.bilinear(self.view(self.left, words))
        if self.classes:
            rows = rows.view(*rows.shape[:-1], self.classes, -1)
        return rows


class EventScores:
    """What the layer `event` says of words, by its places (docs/model_format.md)."""

    def __init__(self, rows):
        (self.types, self.event, self.candidate, self.nobody, sources,
         targets, self.source, self.target) = rows.split(EVENT_PLACES, -1)
        self.of_event = sources, targets

    def of_pairs(self, event, candidate):
        """Return the log-odds (pairs, 2) that a candidate acts and that he
        suffers it; `event` and `candidate` index the words."""
        products = [(of_event[event] * of_candidate[candidate]).sum(-1)
                    for of_event, of_candidate
                    in zip(self.of_event, (self.source, self.target))]
        return torch.stack(products, -1) + self.event[event] \
            + self.candidate[candidate]


class Analyser(nn.Module):
    def __init__(self, pieces, positions, sizes, width=384, inner=1536,
                 heads=12, layers=6, shapes=9, dropout=0.1):
        super().__init__()
        self.embeddings = Embeddings(pieces, positions, width, shapes)
        self.encoder = nn.ModuleList(
            Layer(width, inner, heads, dropout) for _ in range(layers))
        for name in ("upos", "xpos", "feats", "lemma", "name", "sense"):
            self.add_module(name, Linear(width, sizes[name]))
        self.predicate = Linear(width, 1)
        self.arc = Biaffine(width, ARC, "dependent", "head")
        self.relation = Biaffine(width, RELATION, "dependent", "head",
                                 sizes["relation"])
        self.role = Biaffine(width, ROLE, "predicate", "argument",
                             sizes["role"])
        self.event = Linear(width, sum(EVENT_PLACES))
        nn.init.normal_(self.event.weight, std=.02)
        nn.init.zeros_(self.event.bias)
        self.dropout = nn.Dropout(dropout)

    def encode(self, batch):
        """Return vectors of [CLS] and the words: (sentences, 1 + N, H)."""
        rows = self.dropout(self.embeddings(batch["pieces"],
                                            batch["shapes"]))
        mask = batch["mask"][:, None, None, :]
        for layer in self.encoder:
            rows = layer(rows, mask)
        index = batch["first"][:, :, None].expand(-1, -1, rows.shape[-1])
        return self.dropout(rows.gather(1, index))

    def arc_scores(self, vectors, mask):
        """Return (sentences, N dependents, 1 + N heads)."""
        forms = self.arc.form(vectors[:, 1:])
        heads = self.arc.view("head", vectors)
        scores = forms @ heads.transpose(1, 2)
        return scores.masked_fill(~mask[:, None, :], -1e4)

    def relation_scores(self, vectors, heads):
        """Return (sentences, N, K) for the given head of each word."""
        forms = self.relation.form(vectors[:, 1:])
        views = self.relation.view("head", vectors)
        index = heads[:, :, None].expand(-1, -1, views.shape[-1])
        views = views.gather(1, index)
        return torch.einsum("bnkr,bnr->bnk", forms[..., :-1], views) \
            + forms[..., -1]

    def role_scores(self, vectors, rows, words):
        """Return (predicates, N, K) for predicates at (rows, words)."""
        forms = self.role.form(vectors[rows, 1 + words])
        views = self.role.view("argument", vectors[:, 1:])[rows]
        return torch.einsum("pkr,pnr->pnk", forms[..., :-1], views) \
            + forms[:, None, :, -1]


def layers_of(state):
    """Return how many layers the encoder of a state has."""
    return 1 + max(int(name.split(".")[1]) for name in state
                   if name.startswith("encoder."))


def with_layers(state, chosen):
    """Return the state with the chosen layers of the encoder only."""
    kept = {name: value for name, value in state.items()
            if not name.startswith("encoder.")}
    for new, old in enumerate(chosen):
        kept.update((f"encoder.{new}.{name.split('.', 2)[2]}", value)
                    for name, value in state.items()
                    if name.startswith(f"encoder.{old}."))
    return kept


def with_inner(state, count):
    """Return the state with the `count` heaviest inner neurons of each layer.

    A neuron weighs as much as the norms of what goes in and out, multiplied.
    """
    state = dict(state)
    for layer in range(layers_of(state)):
        up, down = (f"encoder.{layer}.{name}" for name in ("up", "down"))
        weights = state[up + ".weight"].norm(dim=1) \
            * state[down + ".weight"].norm(dim=0)
        kept = weights.topk(count).indices.sort().values
        for name in (up + ".weight", up + ".bias"):
            state[name] = state[name][kept]
        state[down + ".weight"] = state[down + ".weight"][:, kept]
    return state


def load_encoder(model, path, kept):
    """Copy a BERT of safetensors into `model`; `kept` are the piece ids."""
    from safetensors.torch import load_file
    source = {name.removeprefix("bert."): value.float()
              for name, value in load_file(path).items()}
    embeddings = model.embeddings
    with torch.no_grad():
        embeddings.piece.weight.copy_(
            source["embeddings.word_embeddings.weight"][kept])
        positions = source["embeddings.position_embeddings.weight"]
        embeddings.position.weight.copy_(
            positions[:len(embeddings.position.weight)]
            + source["embeddings.token_type_embeddings.weight"][0])
        _copy(embeddings.norm, source, "embeddings.LayerNorm")
        for number, layer in enumerate(model.encoder):
            _load_layer(layer, source, f"encoder.layer.{number}.")


def _load_layer(layer, source, name):
    for part in ("weight", "bias"):
        getattr(layer.attention.qkv, part).copy_(torch.cat(
            [source[f"{name}attention.self.{kind}.{part}"]
             for kind in ("query", "key", "value")]))
    _copy(layer.attention.output, source, name + "attention.output.dense")
    _copy(layer.attention.norm, source, name + "attention.output.LayerNorm")
    _copy(layer.up, source, name + "intermediate.dense")
    _copy(layer.down, source, name + "output.dense")
    _copy(layer.norm, source, name + "output.LayerNorm")


def _copy(module, source, name):
    module.weight.copy_(source[name + ".weight"])
    module.bias.copy_(source[name + ".bias"])
