"""Limbs drawn from formulas, and the steps of sockets for them: what `.ci/solids` lets be judged.

Nobody's limb: half-axes, taper, crest and dome are ours, so that no turn and no mirror leaves a limb as it was. Lengths
are mm. A left limb has its lateral side at +y, anterior at +x, proximal at +z; a right one is its mirror image.
"""

import numpy as np


def swept(place, rings=90, around=96):
    """A surface from a tip (0) to an opening (1), counter-clockwise seen from outside."""
    angles = np.arange(around) / around * 2 * np.pi
    vertices = [place(0.0, np.array([0.0]))[0]]
    faces = [[0, 1 + (step + 1) % around, 1 + step] for step in range(around)]
    for ring in range(1, rings + 1):
        vertices.extend(place(ring / rings, angles))
        below, here = 1 + (ring - 2) * around, 1 + (ring - 1) * around
        for step in range(around if ring > 1 else 0):
            after = (step + 1) % around
            faces += [[below + step, below + after, here + after], [below + step, here + after, here + step]]
    return np.array(vertices), np.array(faces)


def below_the_knee(length, radius, dome, above=75.0):
    """A shank: tapered, with a crest in front, a calf behind and the fibula's head lateral."""

    def place(along, angles):
        total = length + above
        z = -length + total * along**1.2
        up = along**1.2
        closing = np.sqrt(1 - (1 - min(1.0, up * total / dome)) ** 2)

        def bump(at, wide):
            apart = (angles - at + np.pi) % (2 * np.pi) - np.pi
            return np.exp(-((apart / wide) ** 2))

        shape = 1 + 0.07 * bump(0.15, 0.35) + 0.13 * bump(2.5, 0.9) * np.exp(-(((up - 0.6) / 0.25) ** 2))
        shape += 0.06 * bump(1.4, 0.4) * np.exp(-(((up - 0.6) / 0.1) ** 2))
        out = radius * closing * (0.78 + 0.22 * up) * shape
        back = -0.03 * total * (1 - up) ** 2
        return np.stack([1.04 * out * np.cos(angles) + back, 0.96 * out * np.sin(angles), np.full_like(angles, z)], 1)

    return swept(place)


def shank_landmarks(length, radius, dome, above=75.0):
    """Where the middle of the patellar tendon and of the popliteal area lie on a left shank, on its skin."""
    vertices, _ = below_the_knee(length, radius, dome, above)
    level = vertices[np.abs(vertices[:, 2]) < 3]
    front, behind = (level[np.argmax(level @ direction)] for direction in ([1.0, 0.3, 0.0], [-1.0, 0.0, 0.0]))
    return {"mid_patellar_tendon": front * [1, 1, 0], "popliteal": behind}


def above_the_knee(length, radius, distal_radius, dome, edge=(22.0, 95.0)):
    """A thigh: wider from side to side at its top, round at its end; the scan ends low at the groin and high lateral."""

    def place(along, angles):
        wall, share = length - dome, 0.35
        if along < share:
            z = np.full_like(angles, -wall - dome * np.cos(along / share * np.pi / 2))
        else:
            medial, lateral = edge
            top = medial + (lateral - medial) * (0.5 * (1 + np.sin(angles))) ** 2
            z = -wall + (top + wall) * (along - share) / (1 - share)
        below = -z
        straight = radius + (distal_radius - radius) * np.clip(below / wall, 0, 1)
        out = straight * np.sqrt(np.clip(1 - (np.clip(below - wall, 0, dome) / dome) ** 2, 0, 1))
        wide = np.sqrt(1 + 0.12 * np.clip((z + wall) / wall, 0, 1))
        return np.stack([out / wide * np.cos(angles), out * wide * np.sin(angles), z], 1)

    return swept(place)


def thigh_landmarks(length, radius, distal_radius, dome):
    """Where tuberosity, trochanter and adductor longus lie on a left thigh: degrees around, mm below."""
    wall = length - dome

    def at(around, below):
        out = radius + (distal_radius - radius) * min(max(below / wall, 0.0), 1.0)
        wide = np.sqrt(1 + 0.12 * min(max(1 - below / wall, 0.0), 1.0))
        angle = np.radians(around)
        return np.array([out / wide * np.cos(angle), out * wide * np.sin(angle), -below])

    return {
        "ischial_tuberosity": at(225, 0.0),
        "greater_trochanter": at(90, -50.0),
        "adductor_longus": at(315, 15.0),
    }


def mirrored(vertices, faces):
    """The other side's."""
    return vertices * np.array([1.0, -1.0, 1.0]), faces[:, ::-1]


def write_stl(path, vertices, faces):
    """Binary STL."""
    corners = vertices[faces].astype("<f4")
    record = np.zeros(len(faces), dtype=[("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])
    record["corners"] = corners
    with open(path, "wb") as file:
        file.write(b"limb from formulas; mm".ljust(80) + np.uint32(len(faces)).tobytes() + record.tobytes())


SHANKS = {
    "short": {"length": 105.0, "radius": 62.0, "dome": 45.0},
    "middle": {"length": 150.0, "radius": 58.0, "dome": 55.0},
    "long": {"length": 205.0, "radius": 54.0, "dome": 60.0},
    "small": {"length": 120.0, "radius": 45.0, "dome": 40.0},
    "large": {"length": 170.0, "radius": 74.0, "dome": 60.0},
}

THIGHS = {
    "conical": {"length": 270.0, "radius": 86.0, "distal_radius": 58.0, "dome": 60.0},
    "cylindrical": {"length": 270.0, "radius": 86.0, "distal_radius": 82.0, "dome": 60.0},
    "bulbous": {"length": 270.0, "radius": 80.0, "distal_radius": 90.0, "dome": 60.0},
    "short": {"length": 150.0, "radius": 86.0, "distal_radius": 74.0, "dome": 55.0},
    "long": {"length": 380.0, "radius": 86.0, "distal_radius": 62.0, "dome": 60.0},
}

WINDOW = """
[[step]]
do = "window"
name = "lateral"
around_deg = 80
below_mm = 65
half_length_mm = 25
half_width_mm = 20
"""

FRAME = """
[[step]]
do = "frame"
inner_thickness_mm = 3
lower_mm = 15
inner_material = "soft polymer"
frame_material = "carbon laminate"
"""

ALIGN = """
[[step]]
do = "align"
flexion_deg = 5
adduction_deg = 4
"""

PIN_MOUNT = """
[[step]]
do = "mount"
face = "four_hole"
diameter_mm = 76
below_inside_mm = 50
hole_square_mm = 36
hole_mm = 6.2
hole_depth_mm = 13
hole_kind = "heat_set_insert"
"""

# What a pin lock's body takes is as its own drawing says; these figures stand for one (ours).
PIN = """
[[step]]
do = "pin_lock"
body_mm = 26
depth_mm = 28
pin_bore_mm = 8
release_mm = 6
around_deg = 90
"""


def without(text, *kinds):
    """A technique without its steps of these kinds."""
    head, *steps = text.split("[[step]]")
    kept = [step for step in steps if not any(f'do = "{kind}"' in step for kind in kinds)]
    return "[[step]]".join([head, *kept])
