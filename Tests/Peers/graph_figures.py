#!/usr/bin/env python3
"""Scores and gradients of small graphs in PyTorch's double precision, as Swift constants.

    python3 Tests/Peers/graph_figures.py > Tests/NetworksTests/Engine/GraphFigures+Recorded.swift

The graphs are those of Tests/NetworksTests/Engine/GraphFigures.swift. Weights, statistics and pictures are whole-number
formulas, so that both programs make the same ones without a file: tensors are numbered in the order in which the
functions below ask for them, which is the order of the graph's nodes.
"""

import numpy as np
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
CLASSES = 5


def values(count, tensor, low, high):
    """Value i of a tensor: from low to high in hundredths of the way, rounded as float32."""
    i = np.arange(count, dtype=np.int64)
    hundredths = ((7 * i * i + 37 * i + 29 * tensor) % 101).astype(np.float32)
    low, high = np.float32(low), np.float32(high)
    return torch.from_numpy((low + (high - low) * hundredths / np.float32(100)).astype(np.float64))


class Tensors:
    """Gives out tensors by number."""

    def __init__(self):
        self.number = 0

    def __call__(self, *shape, scale=False):
        low, high = (0.5, 1.5) if scale else (-0.3, 0.3)
        tensor = values(int(np.prod(shape)), self.number, low, high).reshape(shape)
        self.number += 1
        return tensor

    def conv(self, x, output, kernel, bias=True, **options):
        height, width = kernel if isinstance(kernel, tuple) else (kernel, kernel)
        weight = self(output, x.shape[1] // options.get("groups", 1), height, width)
        return F.conv2d(x, weight, self(output) if bias else None, **options)

    def norm(self, x):
        features = x.shape[1]
        weight, bias = self(features, scale=True), self(features)
        mean, variance = self(features), self(features, scale=True)
        return F.batch_norm(x, mean, variance, weight, bias, training=False, eps=1e-5)

    def scores(self, x):
        return F.linear(x, self(CLASSES, x.shape[1]), self(CLASSES))


def normalised(x):
    mean, deviation = torch.tensor([0.34, 0.31, 0.32]), torch.tensor([0.27, 0.26, 0.25])
    mean, deviation = mean.float().double(), deviation.float().double()
    channels = x.shape[1]
    return (x - mean[:channels, None, None]) / deviation[:channels, None, None]


def residual(t, x):
    x = F.relu(t.norm(t.conv(normalised(x), 8, 3, bias=False, padding=1)))
    y = F.relu(t.norm(t.conv(x, 8, 3, bias=False, padding=1)))
    x = F.relu(x + t.norm(t.conv(y, 8, 3, bias=False, padding=1)))
    y = F.relu(t.norm(t.conv(x, 12, 3, bias=False, stride=2, padding=1)))
    y = t.norm(t.conv(y, 12, 3, bias=False, padding=1))
    x = F.relu(t.norm(t.conv(x, 12, 1, bias=False, stride=2)) + y)
    return t.scores(x.mean((2, 3)))


def joined(t, x):
    x = torch.sigmoid(t.conv(normalised(x), 6, 1))
    narrow = t.conv(x, 7, 1)
    wide = torch.tanh(t.conv(x, 9, 3, padding=1))
    x = F.max_pool2d(torch.cat([narrow, wide, x], 1), 3, 2, 1)
    return t.scores(x.flatten(1))


def depthwise(t, x):
    x = F.pad(normalised(x.flip(1)), (0, 1, 0, 1))
    x = F.hardswish(t.conv(x, 8, 3, stride=2))
    y = F.hardtanh(t.norm(t.conv(x, 8, 3, bias=False, padding=1, groups=8)), 0, 0.5)
    factors = F.relu(t.conv(y.mean((2, 3), keepdim=True), 4, 1))
    factors = F.hardsigmoid(t.conv(factors, 8, 1))
    x = t.conv(y * factors, 8, 1) + x
    return t.scores(x.permute(0, 2, 3, 1).flatten(1))


def groups(t, x):
    parts = torch.tensor([0.299, 0.587, 0.114]).float().double()
    x = normalised((x * parts[:, None, None]).sum(1, keepdim=True))
    x = F.leaky_relu(t.conv(F.pad(x, (0, 3, 1, 2)), 8, (3, 5), stride=(1, 2)), float(np.float32(0.1)))
    x = F.silu(t.norm(t.conv(x, 12, 3, bias=False, padding=1, groups=4)))
    x = F.avg_pool2d(x, 3, 2, 1, count_include_pad=False)
    return t.scores(F.gelu(t.conv(x, 9, 3, padding=2)).flatten(1))


def swift(name, numbers, digits=8):
    text = ", ".join(f"{float(n):.{digits}g}" for n in numbers)
    lines, line = [], "     "
    for word in text.split(" "):
        if len(line) + len(word) + 1 > 118:
            lines.append(line)
            line = "     "
        line += " " + word
    return f"    {name}: [\n" + "\n".join(lines + [line]) + ",\n    ]"


def main():
    print("// Made by Tests/Peers/graph_figures.py with PyTorch; not written by hand.\n")
    print("extension GraphFigures {")
    for network, height, width in [(residual, 10, 9), (joined, 9, 8), (depthwise, 11, 10), (groups, 9, 12)]:
        x = values(2 * 3 * height * width, 99, 0, 1).reshape(2, 3, height, width).requires_grad_()
        logits = network(Tensors(), x)
        of_score = torch.autograd.grad(logits[:, 3].sum(), x, retain_graph=True)[0].flatten()
        loss = F.cross_entropy(logits, torch.tensor([1, 1]), reduction="sum")
        of_loss = torch.autograd.grad(loss, x)[0].flatten()
        step = x.numel() // 20
        print(f"  static let {network.__name__} = GraphFigures(")
        print(swift("logits", logits.detach().flatten()) + ",")
        print(f"    step: {step}, largestOfScore: {of_score.abs().max():.8g}, largestOfLoss: {of_loss.abs().max():.8g},")
        print(swift("ofScore", of_score[::step]) + ",")
        print(swift("ofLoss", of_loss[::step]) + ")\n")
    print("}")


if __name__ == "__main__":
    main()
