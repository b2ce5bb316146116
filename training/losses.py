"""What training minimises: a weighted sum of the losses of the heads."""
import torch
from torch.nn.functional import binary_cross_entropy_with_logits
from torch.nn.functional import cross_entropy

from batches import IGNORED
from model import EventScores
from soft_targets import TAGS

WEIGHTS = {"upos": 1, "xpos": .5, "feats": .5, "lemma": .5, "name": 1.5}


def label_loss(scores, targets):
    return cross_entropy(scores.flatten(0, -2), targets.flatten(),
                         ignore_index=IGNORED)


def loss_of(model, batch):
    """Return the weighted sum of the losses that the batch has labels for."""
    vectors = model.encode(batch)
    words = vectors[:, 1:]
    total = vectors.new_zeros(())
    for head, weight in WEIGHTS.items():
        if head in batch and (batch[head] != IGNORED).any():
            scores = getattr(model, head)(words)
            total = total + weight * label_loss(scores, batch[head])
    if "head" in batch:
        total = total + tree_loss(model, vectors, batch)
    if "predicate" in batch:
        total = total + role_loss(model, vectors, batch)
    if "event" in batch:
        total = total + event_loss(model, vectors, batch)
    if "soft.head" in batch:
        total = total + soft_loss(model, vectors, batch)
    return total


def tree_loss(model, vectors, batch):
    heads = batch["head"]
    arcs = label_loss(model.arc_scores(vectors, batch["real"]), heads)
    relations = label_loss(model.relation_scores(vectors, heads.clamp_min(0)),
                           batch["relation"])
    return arcs + relations


def role_loss(model, vectors, batch):
    labelled = batch["predicate"] != IGNORED
    scores = model.predicate(vectors[:, 1:])[..., 0]
    loss = binary_cross_entropy_with_logits(
        scores[labelled], batch["predicate"][labelled].float())
    if not len(batch["frame_row"]):
        return loss
    rows, words = batch["frame_row"], batch["frame_word"]
    scores = model.role_scores(vectors, rows, words)
    roles = cross_entropy(scores.flatten(0, 1), batch["role"].flatten(),
                          ignore_index=IGNORED, reduction="sum")
    loss = loss + roles / labelled.sum()
    chosen = batch["sense"] != IGNORED
    if chosen.any():
        senses = model.sense(vectors[rows[chosen], 1 + words[chosen]])
        senses = senses.masked_fill(~batch["allowed"][chosen], -1e4)
        loss = loss + .3 * cross_entropy(senses, batch["sense"][chosen])
    return loss


def event_loss(model, vectors, batch):
    """Return the loss of an event: of its types, of each candidate for its
    sides, and of the choice among them and nobody where all are known."""
    scores = EventScores(model.event(vectors[:, 1:]).float())
    events, pairs, of = batch["event"], batch["event.pair"], batch["event.of"]
    types, on = batch["event.types"], batch["event.on"]
    total = known_loss(scores.types[events.unbind(-1)], types)
    odds = scores.of_pairs(events[of].unbind(-1), pairs.unbind(-1))
    total = total + known_loss(odds, on)
    nobody = scores.nobody[events.unbind(-1)]
    powers, of_nobody = (x.clamp(-15, 15).exp() for x in (odds, nobody))
    stands = (on == 1).float()
    empty = torch.zeros_like(nobody).index_add(0, of, stands) == 0
    among = of_nobody.index_add(0, of, powers)
    right = (of_nobody * empty).index_add(0, of, powers * stands)
    listed = batch["event.listed"]
    choice = (among.log() - right.clamp_min(1e-9).log())[listed].sum()
    return (total + choice) / len(events)


def known_loss(scores, targets):
    known = targets != IGNORED
    return binary_cross_entropy_with_logits(
        scores[known], targets[known].float(), reduction="sum")


def shared_loss(scores, targets):
    """Return the summed cross entropy with (ids, shares) of classes."""
    ids, shares = targets
    return -(scores.log_softmax(-1).gather(-1, ids) * shares).sum()


def soft_loss(model, vectors, batch):
    """Return the loss of a batch that a teacher has analysed."""
    words = vectors[:, 1:]
    real = batch["real"][:, 1:]
    total = sum(WEIGHTS[head] * shared_loss(getattr(model, head)(words),
                                            batch["soft." + head])
                for head in TAGS)
    total = total + shared_loss(model.arc_scores(vectors, batch["real"]),
                                batch["soft.head"])
    heads = batch["soft.head"][0][..., 0]
    total = total + shared_loss(model.relation_scores(vectors, heads),
                                batch["soft.relation"])
    total = total + binary_cross_entropy_with_logits(
        model.predicate(words)[..., 0][real], batch["soft.predicate"][real],
        reduction="sum")
    if len(batch["soft.frame_row"]):
        total = total + shared_loss(
            model.role_scores(vectors, batch["soft.frame_row"],
                              batch["soft.frame_word"]), batch["soft.role"])
    return total / real.sum()
