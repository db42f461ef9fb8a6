/** A limb's surface from a GLB: millimetres in its own axes, with a number at each vertex where there is one. */
import { type BufferGeometry, Mesh } from "three";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import { dear, get } from "../http";

export type Triple = [number, number, number];

/** Which way is up, ahead and outward, in the model's axes. */
export interface Axes {
  proximal: Triple;
  anterior: Triple;
  lateral: Triple;
}

/** Which limb such axes belong to: a right one's outside is on the right of who looks ahead. */
export function sideOf({ proximal: [px, py, pz], anterior: [ax, ay, az], lateral: [lx, ly, lz] }: Axes): "left" | "right" {
  const right = [ay * pz - az * py, az * px - ax * pz, ax * py - ay * px];
  return right[0] * lx + right[1] * ly + right[2] * lz > 0 ? "right" : "left";
}

export async function loadModel(url: string, signal: AbortSignal): Promise<BufferGeometry[]> {
  const data = await dear(async () => (await get(url, signal)).arrayBuffer(), signal);
  const { scene } = await new GLTFLoader().parseAsync(data, "");
  const found: BufferGeometry[] = [];
  // Places are sent back as the file has them: a node's own placing, which serves other viewers, is left aside.
  scene.traverse((object) => {
    if (object instanceof Mesh) found.push(object.geometry as BufferGeometry);
  });
  for (const geometry of found) if (!geometry.getAttribute("normal")) geometry.computeVertexNormals();
  return found;
}

/** The loader writes names of attributes in small letters. */
export function scalarOf(geometry: BufferGeometry, name: string | undefined): ArrayLike<number> | undefined {
  return name ? geometry.getAttribute(name.toLowerCase())?.array : undefined;
}
