/** Presses or relieves where one clicks: depth and size come from the form beside. */
import { Vector3 } from "three";
import { controlValues, onControls } from "../controls";
import { svg } from "../dom";
import { changed, postForJson } from "../http";
import { triple } from "./landmarks";
import type { Mode, Place, Viewer } from "./viewer";

const POINTS = 64;

export function brush(viewer: Viewer): Mode {
  const { root, stage, words } = viewer;
  const { controls } = root.dataset;
  // Over the picture, not in it: following the pointer does not draw the limb again.
  const outline = svg("polygon");
  viewer.overlay.element.append(svg("svg", { class: "outline", "aria-hidden": "true" }, outline));
  let last: Place | undefined;

  const size = (name: string, otherwise: number): number => {
    const value = Number(controlValues(controls)[name]);
    return Number.isFinite(value) ? value : otherwise;
  };

  /** An ellipse in the plane of the surface, its length along the limb, as seen. */
  const ellipse = ({ at, normal }: Place): string => {
    const across = new Vector3().crossVectors(stage.up, normal);
    if (across.lengthSq() < 1e-6) across.crossVectors(stage.direction("lateral"), normal);
    across.normalize();
    const along = new Vector3().crossVectors(normal, across).normalize();
    const [length, width] = [size("half_length_mm", 20), size("half_width_mm", 15)];
    const points = Array.from({ length: POINTS }, (_, i) => {
      const angle = (2 * Math.PI * i) / POINTS;
      const point = at.clone().addScaledVector(along, length * Math.cos(angle));
      const { x, y } = stage.project(point.addScaledVector(across, width * Math.sin(angle)));
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    });
    return points.join(" ");
  };

  const draw = (place: Place | undefined): void => {
    last = place;
    outline.setAttribute("points", place ? ellipse(place) : "");
    outline.setAttribute("class", size("depth_mm", 0) < 0 ? "relieves" : "presses");
  };

  const press = async ({ at }: Place): Promise<void> => {
    const asked = {
      at: triple(at),
      depth_mm: size("depth_mm", 2),
      half_length_mm: size("half_length_mm", 20),
      half_width_mm: size("half_width_mm", 15),
    };
    try {
      const answer = await postForJson<{ glb?: string }>(root.dataset.post ?? "", asked);
      if (answer?.glb) await viewer.load(answer.glb);
    } catch {
      return;
    }
    viewer.status.textContent = words.saved;
    changed();
  };

  const stop = onControls(controls, () => draw(last));
  return { crossed: true, help: words.brush_help, hovered: draw, chosen: (place) => void press(place), end: stop };
}
