"""A peer of `cargo bench -p geometry`: ampscan (MIT, Steer and others) from a folder with its checkout.

Reads the problem as JSON on standard input, writes times and answers as JSON. Of ampscan only its computing is used:
its windows and its PDF writer are replaced by nothing, so that numpy, scipy, matplotlib and pyrsistent suffice.
"""

import contextlib
import io
import json
import sys
from unittest.mock import MagicMock

import numpy as np

from geometry_common import farthest, least_seconds, placed

for module in ("vtk", "vtk.util", "vtk.qt", "vtk.qt.QVTKRenderWindowInteractor", "PyPDF2", "reportlab",
               "reportlab.pdfgen", "PyQt5"):
    sys.modules[module] = MagicMock()
# Its window classes derive from vtk's.
sys.modules["vtk"].vtkRenderWindow = object
sys.modules["vtk"].vtkRenderer = object
sys.path.insert(0, sys.argv[1])

from ampscan import AmpObject, align, registration  # noqa: E402
from ampscan.analyse import calc_perimeter, create_slices  # noqa: E402


def mesh(data, pose=None):
    vertices = np.array(data["vertices"]).reshape(-1, 3)
    faces = np.array(data["faces"]).reshape(-1, 3)
    vertices = vertices if pose is None else placed(vertices, pose)
    return AmpObject({"vert": vertices, "faces": faces, "values": np.zeros(len(vertices))})


def main():
    problem = json.load(sys.stdin)
    scan = np.array(problem["scan"]["vertices"]).reshape(-1, 3)
    answers = {"align": [], "align_text": "align(): point to plane, 20 iterations, from the pose given"}
    fixed = mesh(problem["scan"])
    for pose in problem["poses"]:
        moving = mesh(problem["scan"], pose)
        seconds, found = least_seconds(lambda: align(moving, fixed), 3)
        answers["align"].append({"seconds": seconds, "error": farthest(found.m.vert, scan)})
    target = mesh(problem["target"])
    seconds, found = least_seconds(lambda: registration(fixed, target, steps=5, neigh=10, smooth=1), 3)
    answers["register"] = {"seconds": seconds, "points": found.reg.vert.ravel().tolist()}
    sliced = mesh(problem["sliced"])
    seconds, polygons = least_seconds(lambda: create_slices(sliced, problem["heights"], typ="slices"), 3)
    answers["slices"] = {"seconds": seconds, "perimeters": calc_perimeter(polygons).tolist()}
    return answers


# What it prints on the way is not an answer.
with contextlib.redirect_stdout(io.StringIO()):
    result = main()
print(json.dumps(result))
