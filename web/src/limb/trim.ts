/** The trim line, with handles to move it up and down. */
import { Vector3 } from "three";
import { Line2 } from "three/addons/lines/Line2.js";
import { LineGeometry } from "three/addons/lines/LineGeometry.js";
import { LineMaterial } from "three/addons/lines/LineMaterial.js";
import { el, json, language } from "../dom";
import { changed, postForJson } from "../http";
import { fill, number } from "../pure/format";
import type { Triple } from "./model";
import type { Mode, Viewer } from "./viewer";

interface Handle {
  around_deg: number;
  below_mm: number;
  at: Triple;
}

interface Answer {
  trim?: Triple[];
  handles?: Handle[];
  glb?: string;
}

/** How much of each handle's move a point of the line takes: by its place between the nearest handles on either side. */
export function shares(count: number, handles: readonly number[]): [number, number, number][] {
  const sorted = handles.map((at, handle) => ({ at, handle })).sort((a, b) => a.at - b.at);
  return Array.from({ length: count }, (_, i) => {
    let after = sorted.findIndex(({ at }) => at >= i);
    if (after < 0) after = sorted.length;
    const a = sorted[(after - 1 + sorted.length) % sorted.length];
    const b = sorted[after % sorted.length];
    const from = after === 0 ? a.at - count : a.at;
    const to = after === sorted.length ? b.at + count : b.at;
    return [a.handle, b.handle, to > from ? (i - from) / (to - from) : 0];
  });
}

export function trim(viewer: Viewer): Mode {
  const { root, stage, words } = viewer;
  let line = json<Triple[]>(root, "trim", []);
  let handles = json<Handle[]>(root, "handles", []);
  /** As the server knows it. */
  let begun = handles.map((handle) => ({ ...handle }));
  const geometry = new LineGeometry();
  const front = new Line2(geometry, new LineMaterial({ color: 0x111111, linewidth: 4 }));
  // Faint where the limb is before it.
  const behind = new Line2(geometry, new LineMaterial({ color: 0x111111, linewidth: 2, depthTest: false, transparent: true, opacity: 0.3 }));
  stage.scene.add(front, behind);
  let taken: [number, number, number][] = [];
  let buttons: HTMLElement[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const place = (handle: Handle, index: number): Vector3 =>
    new Vector3(...begun[index].at).addScaledVector(stage.up, begun[index].below_mm - handle.below_mm);

  const draw = (): void => {
    if (line.length > 1) {
      const moved = handles.map((handle, index) => begun[index].below_mm - handle.below_mm);
      const points = line.map((point, i) => {
        const up = taken.length > 0 ? moved[taken[i][0]] * (1 - taken[i][2]) + moved[taken[i][1]] * taken[i][2] : 0;
        return new Vector3(...point).addScaledVector(stage.up, up);
      });
      geometry.setPositions([...points, points[0]].flatMap(({ x, y, z }) => [x, y, z]));
    }
    viewer.overlay.pin(handles.map((handle, index) => ({ element: buttons[index], at: place(handle, index) })));
    handles.forEach(({ below_mm }, index) => {
      buttons[index].setAttribute("aria-valuenow", below_mm.toFixed(1));
      buttons[index].setAttribute("aria-valuetext", `${number(below_mm, 1, language())} mm ${words.below}`);
    });
    stage.draw();
  };

  const tell = (index: number): void => {
    const { around_deg, below_mm } = handles[index];
    viewer.status.textContent = `${fill(words.trim_handle, { deg: number(around_deg, 0, language()) })}: ${number(below_mm, 1, language())} mm ${words.below}`;
  };

  const take = (answer: Answer | undefined): void => {
    if (answer?.trim) line = answer.trim;
    if (answer?.handles) handles = answer.handles;
    else if (!answer?.trim) {
      // No news: the line is where it was moved to.
      const before = handles.map((handle, index) => triple3(place(handle, index)));
      line = line.map((point, i) => {
        const up = taken.length > 0 ? (1 - taken[i][2]) * rise(taken[i][0]) + taken[i][2] * rise(taken[i][1]) : 0;
        return triple3(new Vector3(...point).addScaledVector(stage.up, up));
      });
      handles.forEach((handle, index) => (handle.at = before[index]));
    }
    begin();
  };
  const rise = (handle: number): number => begun[handle].below_mm - handles[handle].below_mm;

  const save = async (): Promise<void> => {
    try {
      const answer = await postForJson<Answer>(root.dataset.post ?? "", handles.map((handle, index) => ({ ...handle, at: triple3(place(handle, index)) })));
      take(answer);
      if (answer?.glb) await viewer.load(answer.glb);
    } catch {
      handles = begun.map((handle) => ({ ...handle }));
      draw();
      return;
    }
    changed();
  };

  const grip = (index: number): HTMLElement => {
    const label = fill(words.trim_handle, { deg: number(handles[index].around_deg, 0, language()) });
    const made = el("span", { class: "handle", role: "slider", tabindex: 0, "aria-label": label, "aria-orientation": "vertical", "aria-valuemin": -400, "aria-valuemax": 400 });
    let from: { y: number; below: number } | undefined;
    made.addEventListener("pointerdown", (event) => {
      from = { y: event.clientY, below: handles[index].below_mm };
      made.setPointerCapture(event.pointerId);
      made.focus();
      event.preventDefault();
    });
    made.addEventListener("pointermove", (event) => {
      if (!from) return;
      // A limb that is tilted shows its length shortened.
      const seen = new Vector3().setFromMatrixColumn(stage.camera.matrixWorld, 1).dot(stage.up);
      const mm = ((event.clientY - from.y) * stage.mmPerPixel) / (Math.abs(seen) < 0.3 ? 0.3 * Math.sign(seen || 1) : seen);
      handles[index].below_mm = Math.round((from.below + mm) * 10) / 10;
      draw();
      tell(index);
    });
    const release = (): void => {
      if (from && from.below !== handles[index].below_mm) void save();
      from = undefined;
    };
    made.addEventListener("pointerup", release);
    made.addEventListener("pointercancel", release);
    made.addEventListener("keydown", (event) => {
      const way = event.key === "ArrowUp" || event.key === "ArrowRight" ? -1 : event.key === "ArrowDown" || event.key === "ArrowLeft" ? 1 : 0;
      if (way === 0) return;
      event.preventDefault();
      event.stopPropagation();
      handles[index].below_mm += way * (event.shiftKey ? 5 : 1);
      draw();
      tell(index);
      clearTimeout(waiting);
      waiting = setTimeout(() => void save(), 500);
    });
    return made;
  };

  const begin = (): void => {
    begun = handles.map((handle) => ({ ...handle }));
    const nearest = ({ at }: Handle): number => {
      const distances = line.map((point) => new Vector3(...point).distanceToSquared(new Vector3(...at)));
      return distances.indexOf(Math.min(...distances));
    };
    taken = handles.length > 0 ? shares(line.length, handles.map(nearest)) : [];
    // The same elements as long as there are as many: the focus stays.
    if (buttons.length !== handles.length) buttons = handles.map((_, index) => grip(index));
    draw();
  };

  begin();
  return { help: words.trim_help, end: () => clearTimeout(waiting) };
}

const triple3 = ({ x, y, z }: Vector3): Triple => [x, y, z];
