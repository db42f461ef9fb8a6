"""A curved, tapered beam of hexahedra in CalculiX (C3D8I): the reference of crates/mechanics/tests/calculix.rs.

Needs `ccx` (Debian: calculix-ccx). Prints displacements and stresses of the nodes that the test holds against them.
"""

import hashlib
import math
import resource
import subprocess
import tempfile
import time
from pathlib import Path

N = (2, 3, 12)  # through, across, along


def nodes():
    for k in range(N[2] + 1):
        for j in range(N[1] + 1):
            for i in range(N[0] + 1):
                u, v, w = i / N[0], j / N[1], k / N[2]
                radius, angle = 40 + 5 * u, math.pi / 2 * w
                yield radius * math.cos(angle), 20 * v * (1 - 0.3 * w), radius * math.sin(angle)


def at(i, j, k):
    return (k * (N[1] + 1) + j) * (N[0] + 1) + i


points = list(nodes())
hexes = []
for k in range(N[2]):
    for j in range(N[1]):
        for i in range(N[0]):
            face = lambda k: [at(i, j, k), at(i + 1, j, k), at(i + 1, j + 1, k), at(i, j + 1, k)]
            hexes.append(face(k) + face(k + 1))
tip = [n for n in range(len(points)) if n >= at(0, 0, N[2])]
lines = ["*NODE, NSET=ALL"] + [f"{n + 1}, {x:.12g}, {y:.12g}, {z:.12g}" for n, (x, y, z) in enumerate(points)]
lines += ["*ELEMENT, TYPE=C3D8I, ELSET=E"] + [f"{e + 1}, " + ", ".join(str(n + 1) for n in h) for e, h in enumerate(hexes)]
lines += ["*MATERIAL, NAME=M", "*ELASTIC", "2000., 0.3", "*SOLID SECTION, ELSET=E, MATERIAL=M", "*BOUNDARY"]
lines += [f"{n + 1}, 1, 3" for n in range(at(0, 0, 1))]
lines += ["*STEP", "*STATIC", "*CLOAD"]
lines += [f"{n + 1}, {axis}, {force / len(tip):.12g}" for n in tip for axis, force in ((1, 30.0), (2, 10.0))]
lines += ["*NODE PRINT, NSET=ALL", "U", "*NODE FILE", "U", "*EL FILE", "S", "*END STEP", ""]
text = "\n".join(lines)

with tempfile.TemporaryDirectory() as folder:
    Path(folder, "a.inp").write_text(text)
    begun = time.time()
    subprocess.run(["ccx", "a"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    seconds = time.time() - begun
    frd = Path(folder, "a.frd").read_text().splitlines()
blocks, block = {}, None
for line in frd:
    if line.startswith(" -4"):
        block = blocks.setdefault(line.split()[1], {})
    elif line.startswith(" -1") and block is not None:
        block[int(line[3:13]) - 1] = [float(line[a : a + 12]) for a in range(13, len(line.rstrip()), 12)]
    elif line.startswith(" -3"):
        block = None
print("input sha256", hashlib.sha256(text.encode()).hexdigest()[:16])
print(f"{seconds:.2f} s, {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")
for node in (at(0, 0, N[2]), at(2, 3, N[2]), at(2, 0, 6)):
    print(f"({node}, {blocks['DISP'][node][:3]}),")
for node in (at(2, 0, 6), at(0, 3, 4), at(1, 1, 8)):
    print(f"({node}, {blocks['STRESS'][node][:6]}),")
