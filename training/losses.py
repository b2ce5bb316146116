"""What training minimises: a weighted sum of the losses of the heads."""
from torch.nn.functional import binary_cross_entropy_with_logits
from torch.nn.functional import cross_entropy

from batches import IGNORED
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
