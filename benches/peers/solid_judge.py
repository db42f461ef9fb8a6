"""Judges a socket's files by programs that know nothing of the one that wrote them.

trimesh (MIT) counts edges, pieces and volume; manifold3d (Apache-2.0, the C++ library) says whether the faces bound a
solid; CGAL, by libigl's wrapper, looks with exact numbers for faces that pass through each other; Embree, by embreex,
casts the rays that measure walls. Lengths are mm, volumes mm³.
"""

import dataclasses

import igl.copyleft.cgal
import manifold3d
import numpy as np
import trimesh

# A wall that is thinner than asked by less than this is told in the table and is no fault, mm: a quarter of the 0.2 mm layers
# that sockets are printed in. Where a flared brim is cut slantwise its lip is thinner by up to 0.03 mm.
WITHIN_MM = 0.05
# Two programs add the same triangles up in different order.
SAME_VOLUME = 1e-6
# Faces that lean to each other by more than 45 degrees are an edge and no wall.
EDGE_COSINE = -np.sqrt(0.5)
# The thickest wall of our techniques, and how far letters stand out of it at most.
THICKEST_MM, LETTERS_MM = 6.0, 1.5
# Points on the outside from which the nearest point of the inside is looked for.
CLOSEST_POINTS = 400
# Faces smaller than this have no direction in single precision, mm².
LEAST_AREA = 1e-5


@dataclasses.dataclass
class Judged:
    """What was found of one mesh."""

    faults: list
    volume_ml: float = 0.0
    genus: int = 0
    pieces: int = 0
    faces: int = 0
    thinnest_mm: float = float("inf")


def load(path):
    """A mesh with its vertices joined where they are the same to the bit."""
    return trimesh.load(path, force="mesh")


def soundness(mesh):
    """Closed, oriented outward, one piece, not through itself: what two other programs and exact numbers say."""
    found = Judged(faults=[], faces=len(mesh.faces))
    say = found.faults.append
    if not mesh.is_watertight:
        say("trimesh: not closed")
    if not mesh.is_winding_consistent:
        say("trimesh: its faces are not all wound the same way")
    if not mesh.volume > 0:
        say("trimesh: its faces look inward, or it encloses nothing")
    edges = mesh.face_adjacency
    nodes = np.arange(len(mesh.faces))
    found.pieces = len(trimesh.graph.connected_components(edges, nodes=nodes, min_len=1))
    if found.pieces != 1:
        say(f"trimesh: {found.pieces} pieces")
    found.volume_ml = float(mesh.volume) / 1e3
    vertices = np.asarray(mesh.vertices, dtype=np.float32)
    solid = manifold3d.Manifold(manifold3d.Mesh(vertices, np.asarray(mesh.faces, dtype=np.uint32)))
    if solid.status() != manifold3d.Error.NoError or solid.is_empty():
        say(f"manifold3d: {solid.status()}")
    else:
        found.genus = solid.genus()
        if abs(solid.volume() / mesh.volume - 1) > SAME_VOLUME:
            say(f"manifold3d: {solid.volume() / 1e3:.3f} mL, trimesh {found.volume_ml:.3f} mL")
    corners = np.asarray(mesh.vertices, dtype=np.float64), np.asarray(mesh.faces, dtype=np.int64)
    through = igl.copyleft.cgal.remesh_self_intersections(*corners, detect_only=True)[2]
    if len(through):
        say(f"CGAL: {len(through)} pairs of faces pass through each other")
    return found


def by_rays(mesh, minimum_mm=0.0, inside=None):
    """From the middle of every face straight into the material: how far the other side of the wall is, and where."""
    wide = mesh.area_faces > LEAST_AREA
    at, normals = mesh.triangles_center[wide], mesh.face_normals[wide]
    # Out of its own face, and beside the edges of the face across, which a regular mesh has in the same place.
    start = at - normals * 1e-3
    face, ray, across = mesh.ray.intersects_id(start, -normals, multiple_hits=False, return_locations=True)
    far = np.linalg.norm(across - at[ray], axis=1)
    facing = np.einsum("ij,ij->i", mesh.face_normals[face], normals[ray])
    wall = facing < EDGE_COSINE
    thin = np.flatnonzero(wall & (far < minimum_mm - WITHIN_MM))
    if inside is not None and len(thin):
        # A letter's stroke is thinner than a wall, and stands on a whole one.
        off = trimesh.proximity.closest_point(inside, (at[ray] + across)[thin] / 2)[1]
        wall[thin] = (off < minimum_mm) | (off > THICKEST_MM + LETTERS_MM)
    if not wall.any():
        return float("inf"), None
    least = np.argmin(np.where(wall, far, np.inf))
    return float(far[least]), at[ray][least]


def by_closest_points(mesh, inside, seed=1):
    """From points on the outside to the nearest point of the inside, which another file holds."""
    random = np.random.default_rng(seed)
    points, faces = trimesh.sample.sample_surface(mesh, 6 * CLOSEST_POINTS, seed=seed)
    # Far from the inside by a query of vertices first: the exact one takes long, and half of the faces are the inside.
    normals = mesh.face_normals[faces]
    keep = random.permutation(len(points))[: 3 * CLOSEST_POINTS]
    points, normals = points[keep], normals[keep]
    nearest, distance, _ = trimesh.proximity.closest_point(inside, points)
    # On the outside the way from the inside leads out of the face; in a hole it runs along it.
    away = np.einsum("ij,ij->i", points - nearest, normals) / np.maximum(distance, 1e-9)
    outside = (distance > 0.5) & (away > 0.9)
    # The lid that closes the file of the inside is no wall, and what begins at the edge of the inside is the end of one: the
    # way has to begin on a face of the socket that looks the other way.
    close = np.flatnonzero(outside & (distance < np.sort(distance[outside])[:40].max(initial=0.0) + 1e-9))
    _, off, face = trimesh.proximity.closest_point(mesh, nearest[close])
    way = (points - nearest)[close] / distance[close, None]
    outside[close] = (off < WITHIN_MM) & (np.einsum("ij,ij->i", mesh.face_normals[face], way) < -0.9)
    if not outside.any():
        return float("inf"), None
    least = np.argmin(np.where(outside, distance, np.inf))
    return float(distance[least]), points[least]


def walls(mesh, minimum_mm, inside=None):
    """The thinnest wall, and what is wrong with it."""
    faults = []
    thinnest, at = by_rays(mesh, minimum_mm, inside)
    ways = [("rays", thinnest, at)]
    if inside is not None:
        ways.append(("closest points", *by_closest_points(mesh, inside)))
    for way, mm, at in ways:
        if mm < minimum_mm - WITHIN_MM:
            faults.append(f"wall by {way}: {mm:.3f} mm at {np.round(at, 1)}, {minimum_mm} mm asked")
    return min(mm for _, mm, _ in ways), faults


def mutations(mesh, minimum_mm):
    """Bad solids made of a good one, each with a name: whoever judges well refuses them all."""
    def changed(vertices=None, faces=None):
        vertices = mesh.vertices if vertices is None else vertices
        faces = mesh.faces if faces is None else faces
        return trimesh.Trimesh(vertices, faces, process=False)

    middle = len(mesh.faces) // 2
    yield "one face dropped", changed(faces=np.delete(mesh.faces, middle, axis=0))
    turned = mesh.faces.copy()
    turned[middle] = turned[middle][::-1]
    yield "one face turned", changed(faces=turned)
    yield "inside out", changed(faces=mesh.faces[:, ::-1])
    crumb = trimesh.creation.box(extents=[5, 5, 5])
    crumb.apply_translation(mesh.bounds[1] + 20)
    yield "a crumb beside it", trimesh.util.concatenate([mesh, crumb])
    # A corner of the outside pushed through the wall, and one pushed a third of the way.
    outer = np.argmax(np.linalg.norm(mesh.vertices[:, :2] - mesh.centroid[:2], axis=1))
    for name, share in [("a corner through the wall", 3.0), ("a dent in the wall", 0.35)]:
        vertices = mesh.vertices.copy()
        if share > 1:
            vertices[outer] -= mesh.vertex_normals[outer] * share * minimum_mm
        else:
            near = np.linalg.norm(vertices - outer_wall(mesh), axis=1) < 8
            near &= np.einsum("ij,j->i", mesh.vertex_normals, outer_direction(mesh)) > 0.7
            vertices[near] -= outer_direction(mesh) * share * minimum_mm
        yield name, changed(vertices=vertices)


def outer_direction(mesh):
    """Out of the wall in front, half way up."""
    return np.array([1.0, 0.0, 0.0])


def outer_wall(mesh):
    """A point of the outside in front, half way up."""
    middle = mesh.bounds.mean(axis=0)
    middle[0] = mesh.bounds[1][0] + 50
    hits, _, _ = mesh.ray.intersects_location([middle], [[-1.0, 0.0, 0.0]], multiple_hits=False)
    return hits[0]
