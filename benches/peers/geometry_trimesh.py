"""A peer of `cargo bench -p geometry`: trimesh (MIT, Dawson-Haggerty and others).

Reads the problem as JSON on standard input, writes times and answers as JSON. Alignment is `mesh_other`, which begins
with the principal axes and so takes any pose; registration is `nricp_amberg` with its own settings; slices are
`section_multiplane`.
"""

import json
import sys

import numpy as np
import trimesh

from geometry_common import farthest, least_seconds, placed


def mesh(data, pose=None):
    vertices = np.array(data["vertices"]).reshape(-1, 3)
    vertices = vertices if pose is None else placed(vertices, pose)
    return trimesh.Trimesh(vertices, np.array(data["faces"]).reshape(-1, 3), process=False)


def align(problem, pose):
    # What it computes once of a mesh it keeps: a new one every time, as for every scan.
    moving, fixed = mesh(problem["scan"], pose), mesh(problem["scan"])
    return trimesh.registration.mesh_other(moving, fixed)[0]


def main():
    problem = json.load(sys.stdin)
    scan = np.array(problem["scan"]["vertices"]).reshape(-1, 3)
    answers = {"align": [], "align_text": "registration.mesh_other(): from the principal axes"}
    np.random.seed(1)
    building = least_seconds(lambda: (mesh(problem["scan"]), mesh(problem["scan"])), 3)[0]
    for pose in problem["poses"]:
        # Once: it takes seconds, and differs little from run to run.
        seconds, found = least_seconds(lambda: align(problem, pose), 1)
        error = farthest(trimesh.transform_points(placed(scan, pose), found), scan)
        answers["align"].append({"seconds": seconds - building, "error": error})
    if problem["slow"]:
        baseline, target = mesh(problem["scan"]), mesh(problem["target"])
        seconds, points = least_seconds(lambda: trimesh.registration.nricp_amberg(baseline, target), 1)
        answers["register"] = {"seconds": seconds, "points": np.asarray(points).ravel().tolist()}

    def slices():
        sliced = mesh(problem["sliced"])
        return sliced.section_multiplane([0, 0, 0], [0, 0, 1], problem["heights"])

    building = least_seconds(lambda: mesh(problem["sliced"]), 3)[0]
    seconds, sections = least_seconds(slices, 3)
    perimeters = [section.length if section is not None else 0.0 for section in sections]
    answers["slices"] = {"seconds": seconds - building, "perimeters": perimeters}
    return answers


print(json.dumps(main()))
