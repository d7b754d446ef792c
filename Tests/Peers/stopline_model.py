"""Reads a Stopline model file (safetensors) as a PyTorch module."""

import json
from collections import OrderedDict

import torch
from safetensors import safe_open
from torch import nn


class Standardize(nn.Module):
    """RGB in [0, 1], (N, 3, H, W), to what the first layer expects."""

    def __init__(self, mean, std):
        super().__init__()
        shape = (1, len(mean), 1, 1)
        self.register_buffer("mean", torch.tensor(mean).reshape(shape))
        self.register_buffer("std", torch.tensor(std).reshape(shape))

    def forward(self, images):
        return (images - self.mean) / self.std


BUILDERS = {
    "conv2d": lambda d: nn.Conv2d(d["in"], d["out"], d["kernel"], d.get("stride", 1), d.get("padding", 0),
                                  bias=d.get("bias", True)),
    "batch_norm": lambda d: nn.BatchNorm2d(d["features"], eps=d.get("eps", 1e-5)),
    "relu": lambda d: nn.ReLU(),
    "max_pool2d": lambda d: nn.MaxPool2d(d["kernel"], d.get("stride")),
    "avg_pool2d": lambda d: nn.AvgPool2d(d["kernel"], d.get("stride")),
    "global_avg_pool": lambda d: nn.AdaptiveAvgPool2d(1),
    "flatten": lambda d: nn.Flatten(),
    "dropout": lambda d: nn.Dropout(d.get("p", 0.5)),
    "linear": lambda d: nn.Linear(d["in"], d["out"], bias=d.get("bias", True)),
}


def load(path):
    """Returns the network in evaluation mode, giving logits, and the names of its classes."""
    with safe_open(path, framework="pt") as file:
        about = file.metadata()
        weights = {name: file.get_tensor(name) for name in file.keys()}
    layers = OrderedDict()
    expected = json.loads(about["stopline.input"])
    if "mean" in expected:
        layers["input"] = Standardize(expected["mean"], expected["std"])
    for description in json.loads(about["stopline.layers"]):
        layers[description["name"]] = BUILDERS[description["type"]](description)
    network = nn.Sequential(layers)
    # What is left over are buffers that the file does not hold: the input's constants and PyTorch's batch counters.
    left = network.load_state_dict(weights, strict=False)
    if left.unexpected_keys:
        raise SystemExit(f"{path}: no layer takes {', '.join(left.unexpected_keys)}")
    wanting = [key for key in left.missing_keys if not key.startswith("input.") and "num_batches" not in key]
    if wanting:
        raise SystemExit(f"{path}: holds no {', '.join(wanting)}")
    return network.eval(), json.loads(about["stopline.classes"])
