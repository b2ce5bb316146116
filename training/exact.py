"""The floating-point part of the network, as the C++ computes it.

An 8-bit activation that lies between two whole numbers is rounded up or down
by the last bit of a float, and all that follows differs by a few percent. So
the reference adds and multiplies in the order of extractor/model/, with the
same polynomials, and both agree to the last bit. Every operation below is one
that IEEE 754 rounds exactly; none is fused with another.
"""
import numpy
import torch

from model import Attention, Layer

ROUNDER = 12582912.0  # Adding and subtracting it rounds to a whole number.
EXPONENTIAL = (1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3,
               4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1)
NORMAL = (-8.4603411126e-10, 7.5707794044e-08, -2.9387852565e-06,
          6.5526802241e-05, -9.4044485357e-04, 9.2578091331e-03,
          -6.5453464543e-02, 3.9842001176e-01)


def f32(number):
    return torch.tensor(number, dtype=torch.float32)


def square_root(x):
    """That of IEEE 754: torch's own is not always rounded rightly."""
    return torch.from_numpy(numpy.asarray(numpy.sqrt(x.numpy())))


def polynomial(coefficients, x):
    result = torch.full_like(x, coefficients[0])
    for coefficient in coefficients[1:]:
        result = result * x + f32(coefficient)
    return result


def lane_sum(terms):
    """Sum the last dimension by sixteen partial sums, then these by halves."""
    terms = torch.nn.functional.pad(terms, (0, -terms.shape[-1] % 16))
    terms = terms.view(*terms.shape[:-1], -1, 16)
    parts = torch.zeros_like(terms[..., 0, :])
    for i in range(terms.shape[-2]):
        parts = parts + terms[..., i, :]
    for half in (8, 4, 2, 1):
        parts = parts[..., :half] + parts[..., half:]
    return parts[..., 0]


def exponential(x):
    x = x.clamp(-87, 88)
    shifted = x * f32(1.44269504088896341) + f32(ROUNDER)
    n = shifted - f32(ROUNDER)
    r = (x - n * f32(0.693359375)) + n * f32(2.12194440e-4)
    p = polynomial(EXPONENTIAL, r) * (r * r) + r + f32(1)
    power = shifted.view(torch.int32) << 23
    return (p.view(torch.int32) + power).view(torch.float32)


def gelu(x):
    z = x.clamp(-4.25, 4.25)
    return x * (z * polynomial(NORMAL, z * z) + f32(.5))


def softmax(scores):
    powers = exponential(scores - scores.amax(-1, keepdim=True))
    return powers * (f32(1) / lane_sum(powers))[..., None]


class Norm(torch.nn.Module):
    def __init__(self, norm):
        super().__init__()
        self.weight, self.bias = norm.weight, norm.bias

    def forward(self, rows):
        size = f32(rows.shape[-1])
        rows = rows - (lane_sum(rows) / size)[..., None]
        variance = lane_sum(rows * rows) / size
        inverse = f32(1) / square_root(variance + f32(1e-12))[..., None]
        return rows * inverse * self.weight + self.bias


def attend(query, key, value):
    """Attend within a sentence: (heads, rows, width of a head) each."""
    scale = f32(1) / square_root(f32(query.shape[-1]))
    scores = torch.zeros(query.shape[0], query.shape[1], key.shape[1])
    for j in range(query.shape[-1]):
        scores = scores + (query[..., j] * scale)[..., None] \
            * key[:, None, :, j]
    weights = softmax(scores)
    mixed = torch.zeros_like(query)
    for k in range(key.shape[1]):
        mixed = mixed + weights[..., k, None] * value[:, None, k]
    return mixed


def attention_forward(self, rows, mask):
    batch, length, width = rows.shape
    qkv = self.qkv(rows).view(batch, length, 3, self.heads, -1)
    mixed = torch.zeros_like(rows)
    for i, count in enumerate(mask.view(batch, length).sum(1).tolist()):
        query, key, value = qkv[i, :count].permute(1, 2, 0, 3)
        mixed[i, :count] = attend(query, key, value).transpose(0, 1) \
            .reshape(count, width)
    return self.output(mixed)


def layer_forward(self, rows, mask):
    rows = self.attention.norm(rows + self.attention(rows, mask))
    return self.norm(rows + self.down(gelu(self.up(rows))))


def install(model):
    """Let `model` compute so; its linear layers must do so already."""
    Attention.forward = attention_forward
    Layer.forward = layer_forward
    for name, module in list(model.named_modules()):
        if isinstance(module, torch.nn.LayerNorm):
            parent, _, child = name.rpartition(".")
            setattr(model.get_submodule(parent), child, Norm(module))
