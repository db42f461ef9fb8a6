"""Makes sockets with the program and lets other programs judge them (`solid_judge.py`).

    python benches/peers/solids.py PROGRAM              limbs drawn from formulas: the job `.ci/solids`
    python benches/peers/solids.py PROGRAM --scans FILE the public limbs that a file of arguments names, by hand

A file of arguments has a line a limb: a name, a scan, and what `concord socket` is to be told, as a shell writes it. Lines that
begin with # are left out. Fails where a solid is bad, and where the judge does not tell a spoiled solid from a good one.
"""

import argparse
import json
import pathlib
import resource
import shlex
import subprocess
import sys
import tempfile
import time

import solid_judge as judge
import solid_limbs as limbs

ROOT = pathlib.Path(__file__).resolve().parents[2]


def usual(name):
    """A technique of ours."""
    return (ROOT / "data/socket" / f"{name}.toml").read_text()


def cases():
    """Limb, side, technique and what is made beside: every technique and every kind of part, both sides, all sizes."""
    even, specific = usual("total_surface_bearing"), usual("specific_weight_bearing")
    ischial, sub = usual("ischial_containment"), usual("sub_ischial")
    brims = {shape: limbs.without(even, "trim", "flare") + f'\n[[step]]\ndo = "brim"\nshape = "{shape}"\n'
             for shape in ("patellar_tendon", "supracondylar")}
    pin = limbs.without(even, "port", "mount", "seal_land", "reduce") + limbs.PIN_MOUNT + limbs.PIN
    all_beside = ("--carving", "--check-socket", "--custom-liner")
    return [
        ("shank", "short", "right", even + limbs.ALIGN, all_beside),
        ("shank", "small", "right", specific, ("--job", "4711", "--job-date", "2026-11-20")),
        ("shank", "large", "left", brims["patellar_tendon"], ()),
        ("shank", "middle", "right", brims["supracondylar"], ()),
        ("shank", "long", "right", pin, ()),
        ("shank", "middle", "left", even + limbs.WINDOW + limbs.FRAME, ()),
        ("thigh", "conical", "right", sub, ()),
        ("thigh", "cylindrical", "left", ischial, ()),
        ("thigh", "short", "left", sub, ("--check-socket",)),
        ("thigh", "long", "right", ischial + limbs.ALIGN, ()),
    ]


def drawn(case, folder):
    """The limb as a file, and what is told of it."""
    kind, size, side, technique, beside = case
    shank = kind == "shank"
    numbers = (limbs.SHANKS if shank else limbs.THIGHS)[size]
    vertices, faces = (limbs.below_the_knee if shank else limbs.above_the_knee)(**numbers)
    marks = (limbs.shank_landmarks if shank else limbs.thigh_landmarks)(**numbers)
    if side == "right":
        vertices, faces = limbs.mirrored(vertices, faces)
        marks = {name: at * [1, -1, 1] for name, at in marks.items()}
    scan = folder / f"{kind}-{size}-{side}.stl"
    limbs.write_stl(scan, vertices, faces)
    steps = folder / "steps.toml"
    steps.write_text(technique)
    told = ["--side", side, "--level", "transtibial" if shank else "transfemoral", "--technique", str(steps)]
    told += ["--length", str(numbers["length"]), "--front=x", "--up=z", "--units", "mm", *beside]
    told += [f"--landmark={name}=" + ",".join(f"{number:.3f}" for number in at) for name, at in marks.items()]
    return scan, told


def made(program, scan, told, folder):
    """The result, and the seconds of wall clock and of processors that it took."""
    begun, before = time.perf_counter(), spent()
    answer = subprocess.run([program, "socket", str(scan), "--json", "--out", str(folder / "made"), *told],
                            capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - begun, spent() - before
    if answer.returncode != 0:
        return None, answer.stderr.strip(), seconds
    result = json.loads(answer.stdout)
    return (result, None, seconds) if "socket" in result else (None, answer.stdout.strip(), seconds)


def spent():
    """Processor seconds of all that was run until now."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def least_walls(result):
    """What was asked of the wall, by the ending of a file's name."""
    technique = result["technique"]["step"]
    frame = [step for step in technique if step["do"] == "frame"]
    wall = [step for step in technique if step["do"] == "wall"][0]["minimum_mm"]
    asked = {"-socket.stl": wall, "-socket-frame.stl": wall}
    if frame:
        asked["-socket-inner.stl"] = frame[0]["inner_thickness_mm"]
    return asked


def judged(result, folder):
    """Every solid among the files: its faults, the thinnest wall, the volume of the socket."""
    faults, thinnest, volume = [], float("inf"), 0.0
    asked = least_walls(result)
    files = [written["file"] for written in result["files"]]
    inside = next((judge.load(folder / "made" / name) for name in files if name.endswith("model.stl")), None)
    sockets = []
    for name in files:
        if not name.endswith(".stl"):
            continue
        mesh = judge.load(folder / "made" / name)
        found = judge.soundness(mesh)
        wanted = next((mm for ending, mm in asked.items() if name.endswith(ending)), None)
        if wanted is not None:
            around = None if name.endswith("-frame.stl") else inside
            least, thin = judge.walls(mesh, wanted, around)
            found.faults += thin
            thinnest = min(thinnest, least)
            told = result["inner_solid" if name.endswith("-inner.stl") else "solid"]
            if abs(told["volume_ml"] / found.volume_ml - 1) > judge.SAME_VOLUME or told["genus"] != found.genus:
                found.faults.append(f"the program says {told}, others {found.volume_ml} mL and genus {found.genus}")
            volume += found.volume_ml
            sockets.append((mesh, wanted))
        faults += [f"{name}: {fault}" for fault in found.faults]
    return faults, thinnest, volume, sockets


def proven(mesh, minimum_mm):
    """Spoiled solids that the judge took for good ones."""
    missed = []
    for name, bad in judge.mutations(mesh, minimum_mm):
        told = judge.soundness(bad).faults or judge.walls(bad, minimum_mm)[1]
        print(f"  spoiled, {name}: {told[0] if told else 'NOT TOLD'}")
        missed += [] if told else [f"spoiled and not told: {name}"]
    return missed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--scans", type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path, help="keep what is made in this folder, with its report")
    options = parser.parse_args()
    wanted = [(f"{kind} {size} {side}", case) for case in cases() for kind, size, side in [case[:3]]]
    if options.scans:
        lines = [line for line in options.scans.read_text().splitlines() if line.strip() and not line.startswith("#")]
        wanted = [(name, (scan, told)) for name, scan, *told in map(shlex.split, lines)]
    bad, proved = [], False
    print(f"{'limb':34} {'technique':34} {'limb mL':>8} {'inside':>8} {'solid':>7} {'asked':>6} {'wall':>6} {'s':>6} {'CPU s':>6}")
    for name, case in wanted:
        with tempfile.TemporaryDirectory() as temporary:
            folder = options.keep / name.replace(" ", "-") if options.keep else pathlib.Path(temporary)
            folder.mkdir(parents=True, exist_ok=True)
            scan, told = (case if options.scans else drawn(case, folder))
            # The pictures are looked at by hand.
            told = told if options.keep else [*told, "--no-report"]
            result, refused, (wall, processor) = made(options.program, scan, told, folder)
            if result is None:
                print(f"{name:34} no socket: {refused}")
                bad.append(f"{name}: no socket")
                continue
            faults, thinnest, volume, sockets = judged(result, folder)
            technique, facts = result["technique"]["name"], result["socket"]
            asked = min(mm for _, mm in sockets)
            print(f"{name:34} {technique[:34]:34} {result['measurements']['volume_ml']:8.0f} {facts['inner_ml']:8.0f} {volume:7.0f} {asked:6.1f} "
                  f"{thinnest:6.2f} {wall:6.2f} {processor:6.2f}", flush=True)
            bad += [f"{name}: {fault}" for fault in faults]
            if not proved and not options.scans:
                proved = True
                bad += proven(*sockets[0])
    print(f"{len(wanted)} limbs")
    print("\n".join(bad), file=sys.stderr)
    return 1 if bad else 0


sys.exit(main())
