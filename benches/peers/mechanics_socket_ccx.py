"""The wall of a whole socket in CalculiX (C3D8I), on the program's own mesh, supports and forces.

Needs `ccx` (Debian: calculix-ccx) and `concord` (first argument, default target/debug/concord). The program writes its finest mesh as an
input of CalculiX with its own displacements and stresses in remarks. Seconds of `concord` are those of the whole command: scan, socket,
three meshes and both conditions. Ends with 1 where a displacement or stress differs by more than 2 % of the greatest.

cases/scanned.toml, PA12, level P5, heel: 17,820 elements, 23,048 nodes, CalculiX 2.20, on two cores busy with other work (load 16):

    program | s    | CPU s | MB  | off, displacement | off, stress
    concord | 36.2 | 15.7  | 555 | (whole command: three meshes, two conditions)
    ccx     | 81.0 | 19.7  | 686 | 0.016 %           | 2.06 %

Two nodes of 23,048 differ by more than 2 % of the greatest stress (2.04 % and 2.06 %), so that the aim of 2 % is just missed there.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MOST = 0.02
ROOT = Path(__file__).resolve().parents[2]
CONCORD = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/debug/concord").resolve()


def timed(command, folder):
    begun = time.time()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} ended with {status}")
    return time.time() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def frd(path):
    blocks, block = {}, None
    for line in path.read_text().splitlines():
        if line.startswith(" -4"):
            block = blocks.setdefault(line.split()[1], {})
        elif line.startswith(" -1") and block is not None:
            block[int(line[3:13])] = [float(line[a : a + 12]) for a in range(13, len(line.rstrip()), 12)]
        elif line.startswith(" -3"):
            block = None
    return blocks


def remarks(path):
    ours = {"U": {}, "S": {}}
    with path.open() as lines:
        for line in lines:
            if not line.startswith("**"):
                return ours
            kind, node, *values = line[2:].split()
            ours[kind][int(node)] = [float(value) for value in values]


def over(ours, theirs):
    most = max(abs(value) for row in theirs.values() for value in row[:6])
    return sum(max(abs(a - b) for a, b in zip(row, theirs[node])) > MOST * most for node, row in ours.items())


def furthest(ours, theirs, width):
    most = max(abs(value) for row in theirs.values() for value in row[:width])
    off = max(abs(a - b) for node, row in ours.items() for a, b in zip(row, theirs[node][:width]))
    return most, off / most


worst = 0.0
print("case | program | s | CPU s | MB | greatest displacement, mm | off | greatest stress, MPa | off")
for case in ("scanned",):
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        command = [CONCORD, "strength", ROOT / f"cases/{case}.toml", "--material", "pa12", "--converge", "--calculix", "a.inp"]
        own = timed([str(part) for part in command], where)
        peer = timed(["ccx", "a"], where)
        ours, theirs = remarks(where / "a.inp"), frd(where / "a.frd")
    moved, off_u = furthest(ours["U"], theirs["DISP"], 3)
    # Both write xx, yy, zz, xy, yz, zx.
    stress, off_s = furthest(ours["S"], theirs["STRESS"], 6)
    print(f"{case} | concord | {own[0]:.1f} | {own[1]:.1f} | {own[2]:.0f} | | | |")
    print(f"{case} | ccx | {peer[0]:.1f} | {peer[1]:.1f} | {peer[2]:.0f} | {moved:.4f} | {off_u:.2e} | {stress:.2f} | {off_s:.2e}")
    print(f"{over(ours['S'], theirs['STRESS'])} of {len(ours['U'])} nodes differ by more than {100 * MOST:.0f} % of the greatest stress")
    worst = max(worst, off_u, off_s)
sys.exit(1 if worst > MOST else 0)
