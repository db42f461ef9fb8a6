"""What the peers of `cargo bench -p geometry` share: poses, errors and times."""

import time

import numpy as np


def placed(vertices, pose):
    """Vertices after a rotation (three rows) and a translation."""
    return vertices @ np.array(pose["rotation"]).T + np.array(pose["translation"])


def farthest(found, wanted):
    """Largest distance of a vertex from where it belongs, mm."""
    return float(np.linalg.norm(np.asarray(found) - wanted, axis=1).max())


def least_seconds(work, times):
    """Least time of some runs, and the last answer."""
    taken, answer = [], None
    for _ in range(times):
        begun = time.perf_counter()
        answer = work()
        taken.append(time.perf_counter() - begun)
    return min(taken), answer
