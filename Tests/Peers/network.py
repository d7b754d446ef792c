"""Times PyTorch (both memory layouts) and ONNX Runtime on a Stopline model: images a second, the best repetition.

Prints the JSON object of `stopline bench network --json`, with the peers' names in place of stopline.
"""

import argparse
import io
import json
import time
import warnings

import onnxruntime
import torch
from torch.nn.functional import cross_entropy

from stopline_model import load

LAYOUTS = {"torch": torch.contiguous_format, "torch_channels_last": torch.channels_last}


def images_a_second(work, images, seconds):
    for _ in range(2):
        work()
    best, stop = float("inf"), time.perf_counter() + seconds
    while time.perf_counter() < stop:
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return round(images / best, 1)


def onnx_session(model, threads):
    network, _ = load(model)
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(network, torch.zeros(1, 3, 32, 32), buffer, dynamo=False, input_names=["images"],
                          output_names=["logits"], dynamic_axes={"images": {0: "n"}, "logits": {0: "n"}})
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(buffer.getvalue(), options, providers=["CPUExecutionProvider"])


def inference(model, batch, seconds, session):
    figures = {}
    images = torch.rand(batch, 3, 32, 32)
    for name, layout in LAYOUTS.items():
        network = load(model)[0].to(memory_format=layout)
        arranged = images.to(memory_format=layout)
        with torch.inference_mode():
            figures[name] = images_a_second(lambda: network(arranged), batch, seconds)
    array = images.numpy()
    figures["onnxruntime"] = images_a_second(lambda: session.run(["logits"], {"images": array}), batch, seconds)
    return figures


def input_gradient(model, batch, seconds):
    figures = {}
    labels = torch.zeros(batch, dtype=torch.long)
    for name, layout in LAYOUTS.items():
        network = load(model)[0].to(memory_format=layout).requires_grad_(False)
        images = torch.rand(batch, 3, 32, 32).to(memory_format=layout).requires_grad_(True)
        figures[name] = images_a_second(
            lambda: torch.autograd.grad(cross_entropy(network(images), labels), images), batch, seconds)
    return figures


def training(model, batch, seconds, classes):
    figures = {}
    labels = torch.arange(batch) % classes
    for name, layout in LAYOUTS.items():
        network = load(model)[0].to(memory_format=layout).train()
        images = torch.rand(batch, 3, 32, 32).to(memory_format=layout)
        optimizer = torch.optim.SGD(network.parameters(), lr=1e-6, momentum=0.9, nesterov=True, weight_decay=5e-4)

        def step():
            optimizer.zero_grad()
            cross_entropy(network(images), labels).backward()
            optimizer.step()

        figures[name] = images_a_second(step, batch, seconds)
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--batches", default="1,8,64,256")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=2.0)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    batches = [int(batch) for batch in options.batches.split(",")]
    session = onnx_session(options.model, options.threads)
    classes = len(load(options.model)[1])
    print(json.dumps({
        "threads": options.threads,
        "inference": {str(n): inference(options.model, n, options.seconds, session) for n in batches},
        "input_gradient": {str(n): input_gradient(options.model, n, options.seconds) for n in batches},
        "training": {"128": training(options.model, 128, options.seconds, classes)},
    }))


if __name__ == "__main__":
    main()
