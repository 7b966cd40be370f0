"""``python -m benchmarks [NAME …]``: every figure as a ratio against a baseline measured in the same run.

Times are the best of several tries, alternating with the baseline, since machines are shared and noisy.
"""

import sys

from benchmarks import agenda, disguising, importing, keys, log, repeats, rivals, starting, typing

ALL = {
    "disguising": disguising.measure,
    "rivals": rivals.measure,
    "importing": importing.measure,
    "keys": keys.measure,
    "agenda": agenda.measure,
    "log": log.measure,
    "repeats": repeats.measure,
    "starting": starting.measure,
    "typing": typing.measure,
}


def main(names: list[str]) -> int:
    for name in names or list(ALL):
        if name not in ALL:
            print(f"There is no benchmark '{name}'; there are {', '.join(ALL)}.")
            return 2
        for line in ALL[name]():
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
