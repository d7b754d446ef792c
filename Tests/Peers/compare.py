"""Runs Stopline's benches and the peers' in turn, round after round, and prints one table of figures and ratios."""

import argparse
import json
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def output(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"bench: {' '.join(command)} ended with exit code {done.returncode}")
    return done.stdout


def network_round(options):
    """{(task, batch): ({ours: rate}, {peer: rate})}, images a second."""
    common = ["--batches", options.batches, "--threads", str(options.threads), "--seconds", str(options.seconds)]
    ours = json.loads(output([options.stopline, "bench", "network", "--model", options.model, "--json", *common]))
    theirs = json.loads(output([sys.executable, f"{HERE}/network.py", options.model, *common]))
    tasks = {"inference": "inference", "input_gradient": "input gradient", "training": "training step"}
    return {(name, f"batch {batch}"): (figures, theirs[task][batch])
            for task, name in tasks.items() for batch, figures in ours[task].items()}


def attack_round(options):
    """{(attack, goal): ({ours: rate}, {peer: rate})}, images a second."""
    rows = {}
    for goal, flags in (("targeted", []), ("untargeted", ["--untargeted"])):
        methods = "fgsm,pgd,jsma" if goal == "targeted" else "fgsm,pgd"
        common = ["--count", str(options.count), "--threads", str(options.threads),
                  "--seconds", str(options.seconds), *flags]
        ours = output([options.stopline, "bench", "attacks", "--model", options.model, "--images", options.images,
                       "--attack", methods, "--json", *common])
        theirs = output([sys.executable, f"{HERE}/attacks.py", options.model, options.images, "--only", methods, *common])
        for line in (ours + theirs).splitlines():
            row = json.loads(line)
            if "error" in row:
                print(f"bench: {row['library']} {row['attack']}: {row['error']}", file=sys.stderr)
                continue
            place = rows.setdefault((row["attack"], goal), ({}, {}))[row["library"] != "stopline"]
            place[row["library"]] = 1 / row["seconds_per_image"]
            outcome = f"{row['success']:.0%} of {row['images']} turned"
            if "median" in row and row["median"] is not None:
                outcome += f", L0 {row['median']['l0_features']:.0f}, L2 {row['median']['l2']:.2f}"
            print(f"  {row['library']:>12} {row['attack']} {goal}: {outcome}", file=sys.stderr)
    return rows


def rounded(rate):
    return f"{rate:,.0f}" if rate >= 100 else f"{rate:.2f}"


def table(rounds):
    print(f"{'':32}{'stopline':>10}  {'best peer':>28}  ratio in each round (median)")
    for key in rounds[0]:
        runs = [run[key] for run in rounds if key in run and run[key][0] and run[key][1]]
        if not runs:
            continue
        ours = max(run[0]["stopline"] for run in runs)
        rate, peer = max((rate, peer) for run in runs for peer, rate in run[1].items())
        ratios = [run[0]["stopline"] / max(run[1].values()) for run in runs]
        each = "  ".join(f"{ratio:.2f}" for ratio in ratios)
        print(f"{key[0] + ', ' + key[1]:32}{rounded(ours):>10}  {peer + ' ' + rounded(rate):>28}  {each}"
              f"  ({statistics.median(ratios):.2f})")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stopline", required=True, help="the program")
    parser.add_argument("--model", required=True)
    parser.add_argument("--images", default="", help="a folder of pictures of stop signs; without it no attacks")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--batches", default="1,8,64,256")
    parser.add_argument("--count", type=int, default=64, help="how many pictures are attacked")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--seconds", type=float, default=2.0)
    options = parser.parse_args()
    rounds = []
    for number in range(options.rounds):
        print(f"round {number + 1} of {options.rounds}", file=sys.stderr)
        rounds.append(network_round(options) | (attack_round(options) if options.images else {}))
    print(f"images a second with {options.threads} threads, the best of {options.rounds} rounds")
    table(rounds)


if __name__ == "__main__":
    main()
