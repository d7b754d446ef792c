"""Runs the attacks of ART, Foolbox and torchattacks on a Stopline model and a folder of pictures of one class.

Prints one JSON object a line, as `stopline bench attacks` does: seconds an image (the best repetition), the share of rightly
read pictures that are turned, and the median of each norm over those. What a library cannot do is printed as its error.
"""

import argparse
import json
import logging
import os
import time
import warnings

import numpy as np
import torch
from PIL import Image

from stopline_model import load

EPSILON, STEP, STEPS = 8 / 255, 2 / 255, 40


def pictures(folder, count):
    """`count` pictures, evenly spaced in the order of their names, (N, 3, 32, 32) in [0, 1]."""
    names = sorted(name for name in os.listdir(folder) if name.endswith((".ppm", ".png")))
    taken = min(count, len(names))
    chosen = [names[index * len(names) // taken] for index in range(taken)]
    planes = []
    for name in chosen:
        with Image.open(os.path.join(folder, name)) as image:
            image = image.convert("RGB")
            if image.size != (32, 32):
                image = image.resize((32, 32), Image.BOX)
            planes.append(np.asarray(image).transpose(2, 0, 1))
    return torch.from_numpy(np.ascontiguousarray(np.stack(planes))).float() / 255


class Art:
    """ART's attacks take and give arrays, and labels as rows of ones and zeros."""

    def __init__(self, network, classes, source, target):
        from art.attacks import evasion
        from art.estimators.classification import PyTorchClassifier
        self.evasion, self.classes = evasion, classes
        self.label = source if target is None else target
        self.targeted = target is not None
        self.classifier = PyTorchClassifier(
            model=network, loss=torch.nn.CrossEntropyLoss(), input_shape=(3, 32, 32), nb_classes=classes,
            clip_values=(0.0, 1.0), device_type="cpu")

    def call(self, attack):
        def craft(images):
            labels = np.zeros((len(images), self.classes), np.float32)
            labels[:, self.label] = 1
            return torch.from_numpy(attack.generate(images.numpy(), y=labels))
        return craft

    def fgsm(self):
        return self.call(self.evasion.FastGradientMethod(
            self.classifier, eps=EPSILON, targeted=self.targeted, batch_size=64))

    def pgd(self):
        return self.call(self.evasion.ProjectedGradientDescent(
            self.classifier, eps=EPSILON, eps_step=STEP, max_iter=STEPS, targeted=self.targeted, num_random_init=1,
            batch_size=64, verbose=False))

    def jsma(self):
        if not self.targeted:
            raise NotImplementedError("needs a target")
        return self.call(self.evasion.SaliencyMapMethod(
            self.classifier, theta=1.0, gamma=0.145, batch_size=64, verbose=False))


class Foolbox:
    """Foolbox's attacks take a criterion; targeted or not is the criterion's doing."""

    def __init__(self, network, classes, source, target):
        import foolbox
        self.attacks, self.target = foolbox.attacks, target
        self.model = foolbox.PyTorchModel(network, bounds=(0, 1), device="cpu")
        self.criterion = lambda images: (
            foolbox.criteria.Misclassification(torch.full((len(images),), source)) if target is None
            else foolbox.criteria.TargetedMisclassification(torch.full((len(images),), target)))

    def call(self, attack):
        return lambda images: attack(self.model, images, self.criterion(images), epsilons=EPSILON)[1]

    def fgsm(self):
        if self.target is not None:
            raise NotImplementedError("takes no target")
        return self.call(self.attacks.LinfFastGradientAttack())

    def pgd(self):
        return self.call(self.attacks.LinfProjectedGradientDescentAttack(
            steps=STEPS, abs_stepsize=STEP, random_start=True))


class TorchAttacks:
    """torchattacks' attacks are told their mode after they are made."""

    # Its saliency map weighs every pair of values anew at every step, which takes minutes for a dozen pictures.
    most = {"jsma": 4}

    def __init__(self, network, classes, source, target):
        import torchattacks
        self.library, self.network, self.target = torchattacks, network, target
        self.label = source if target is None else target

    def call(self, attack):
        if self.target is not None:
            attack.set_mode_targeted_by_label(quiet=True)
        return lambda images: attack(images, torch.full((len(images),), self.label))

    def fgsm(self):
        return self.call(self.library.FGSM(self.network, eps=EPSILON))

    def pgd(self):
        return self.call(self.library.PGD(self.network, eps=EPSILON, alpha=STEP, steps=STEPS, random_start=True))

    def jsma(self):
        if self.target is None:
            raise NotImplementedError("needs a target")
        return self.call(self.library.JSMA(self.network, theta=1.0, gamma=0.145))


LIBRARIES = {"art": Art, "foolbox": Foolbox, "torchattacks": TorchAttacks}


def medians(clean, crafted):
    change = (crafted - clean).abs()
    values, pixels = change.flatten(1), change.amax(1).flatten(1)
    rows = {"l0_pixels": (pixels > 1e-6).sum(1), "l0_features": (values > 1e-6).sum(1), "l1": values.sum(1),
            "l2": values.square().sum(1).sqrt(), "linf": values.amax(1)}
    return {name: round(float(np.median(row.numpy())), 5) for name, row in rows.items()}


def row(network, craft, images, source, target, seconds):
    best, stop = float("inf"), time.perf_counter() + seconds
    while True:
        began = time.perf_counter()
        crafted = craft(images.clone()).detach().float()
        best = min(best, time.perf_counter() - began)
        if time.perf_counter() >= stop:
            break
    with torch.inference_mode():
        read = network(crafted).argmax(1)
    turned = read != source if target is None else read == target
    result = {"seconds_per_image": round(best / len(images), 8), "success": round(turned.float().mean().item(), 4)}
    if turned.any():
        result["median"] = medians(images[turned], crafted[turned])
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("folder")
    parser.add_argument("--count", type=int, default=64)
    parser.add_argument("--source", type=int, default=14)
    parser.add_argument("--target", type=int, default=13)
    parser.add_argument("--untargeted", action="store_true")
    parser.add_argument("--only", default="fgsm,pgd,jsma")
    parser.add_argument("--libraries", default=",".join(LIBRARIES))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=1.0)
    options = parser.parse_args()
    warnings.filterwarnings("ignore")
    logging.disable(logging.WARNING)
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    network, classes = load(options.model)
    target = None if options.untargeted else options.target
    images = pictures(options.folder, options.count)
    with torch.inference_mode():
        images = images[network(images).argmax(1) == options.source].clone()
    for method in options.only.split(","):
        for name in options.libraries.split(","):
            if not hasattr(LIBRARIES[name], method):
                continue
            most = getattr(LIBRARIES[name], "most", {}).get(method, len(images))
            attacked = images[:most]
            about = {"library": name, "attack": method, "targeted": target is not None, "images": len(attacked)}
            try:
                craft = getattr(LIBRARIES[name](network, len(classes), options.source, target), method)()
                about |= row(network, craft, attacked, options.source, target, options.seconds)
            except NotImplementedError:
                continue
            except Exception as error:
                about["error"] = f"{type(error).__name__}: {error}"[:200]
            print(json.dumps(about), flush=True)


if __name__ == "__main__":
    main()
