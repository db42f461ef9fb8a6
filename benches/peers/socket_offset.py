"""Times `concord socket` beside an open way to a plain socket of the same scan, in the same run.

    python benches/peers/socket_offset.py PROGRAM [SCAN]

The other way: libigl (MPL-2.0) computes the surfaces at the liner's thickness and at liner and wall from the closed scan, by
marching cubes on a grid; manifold3d (Apache-2.0) cuts the inner one and what lies above the brim out of the outer one.
It knows no technique, landmarks, trim line, mount, sheet or file but the STL, so it is given less to do. Both are judged by
`solid_judge.py`. Without SCAN a limb is drawn. SCAN: a shank in mm, upright, its level at z = 0.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

import solid_judge as judge
import solid_limbs as limbs

LINER_MM, WALL_MM = 6.0, 4.5
# Of the grid, mm: the surface is met to about a tenth of it.
STEP_MM = 2.0


def offset(scan, out):
    """The other way, in a process of its own: closed, two offsets, two cuts, an STL."""
    import igl
    import manifold3d
    import numpy as np
    import trimesh

    skin = trimesh.load(scan)
    trimesh.repair.fill_holes(skin)
    if not skin.is_watertight:
        loop = skin.outline().discrete[0]
        hub = len(skin.vertices)
        nearest = [int(np.argmin(np.linalg.norm(skin.vertices - point, axis=1))) for point in loop[:-1]]
        lid = [[a, b, hub] for a, b in zip(nearest, nearest[1:] + nearest[:1])]
        skin = trimesh.Trimesh(np.vstack([skin.vertices, loop[:-1].mean(axis=0)]), np.vstack([skin.faces, lid]))
        skin.fix_normals()
    cells = int(np.ceil((skin.extents.max() + 4 * (LINER_MM + WALL_MM)) / STEP_MM))

    def at(distance):
        found = igl.offset_surface(np.asarray(skin.vertices), np.asarray(skin.faces, dtype=np.int64), distance, cells,
                                   igl.SIGNED_DISTANCE_TYPE_FAST_WINDING_NUMBER)
        surface = trimesh.Trimesh(found[0], found[1])
        if surface.volume < 0:
            surface.invert()
        return manifold3d.Manifold(manifold3d.Mesh(np.asarray(surface.vertices, np.float32), np.asarray(surface.faces, np.uint32)))

    socket = (at(LINER_MM + WALL_MM) - at(LINER_MM)).trim_by_plane([0.0, 0.0, -1.0], 0.0)
    mesh = socket.to_mesh()
    trimesh.Trimesh(mesh.vert_properties[:, :3], mesh.tri_verts).export(out)


def run(command):
    """Seconds of wall clock and of processors, and MB at most."""
    begun = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed")
    return time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    program, *scan = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        if scan:
            scan = pathlib.Path(scan[0])
        else:
            scan = folder / "limb.stl"
            limbs.write_stl(scan, *limbs.below_the_knee(**limbs.SHANKS["middle"]))
        told = ["socket", str(scan), "--side", "left", "--level", "transtibial", "--units", "mm", "--up=z", "--front=x", "--part", "1"]
        ways = {
            "concord, with report": [program, *told, "--out", str(folder / "with")],
            "concord, --no-report": [program, *told, "--no-report", "--out", str(folder / "without")],
            f"libigl {STEP_MM:g} mm + manifold3d": [sys.executable, __file__, "--offset", str(scan), str(folder / "offset.stl")],
        }
        made = {"concord, --no-report": folder / "without" / f"{scan.stem}-socket.stl",
                f"libigl {STEP_MM:g} mm + manifold3d": folder / "offset.stl"}
        taken = {name: min(run(command) for _ in range(3)) for name, command in ways.items()}
        first = taken["concord, --no-report"]
        print(f"{'':30} {'s':>7} {'ratio':>6} {'CPU s':>7} {'ratio':>6} {'MB':>6} {'ratio':>6}  judged")
        for name, numbers in taken.items():
            said = ""
            if name in made:
                mesh = judge.load(made[name])
                found = judge.soundness(mesh)
                said = f"{found.faces} faces, wall {judge.by_rays(mesh)[0]:.2f} mm, {'; '.join(found.faults) or 'sound'}"
            print(f"{name:30} " + " ".join(f"{number:7.2f} {number / of:6.1f}" for number, of in zip(numbers, first)) + f"  {said}")


if sys.argv[1:2] == ["--offset"]:
    offset(*sys.argv[2:])
else:
    main()
