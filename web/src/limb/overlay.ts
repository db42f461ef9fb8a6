/** What lies over the picture: names of the directions, dots with labels, the scale bar, the cross in the middle. */
import { Vector3 } from "three";
import { el, language } from "../dom";
import { number } from "../pure/format";
import { scaleBar } from "../pure/scale";
import type { Words } from "../words";
import type { Stage, View } from "./stage";

const SETTLES_MS = 80;
const VIEWS: View[] = ["anterior", "posterior", "medial", "lateral"];

/** An element that stays over a place of the limb. */
export interface Pinned {
  element: HTMLElement;
  at: Vector3;
}

export class Overlay {
  readonly element = el("div", { class: "viewer-overlay" });
  private readonly bar = el("div", { class: "scale-bar" }, el("span"));
  private readonly names: { element: HTMLElement; towards: Vector3 }[];
  private pinned: Pinned[] = [];
  private settled: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly stage: Stage,
    words: Words,
    side: string | undefined,
    private readonly hides: (at: Vector3) => boolean,
  ) {
    const name = (text: string, towards: Vector3): { element: HTMLElement; towards: Vector3 } => ({ element: el("span", { class: "direction" }, text), towards });
    this.names = [...VIEWS.map((view) => name(words[view], stage.direction(view))), name(words.proximal, stage.up)];
    this.element.append(...this.names.map(({ element }) => element), this.bar);
    if (side === "left" || side === "right") {
      this.element.append(el("span", { class: "side" }, side === "left" ? words.left_limb : words.right_limb));
    }
  }

  cross(): void {
    this.element.append(el("span", { class: "cross", "aria-hidden": "true" }));
  }

  pin(all: Pinned[]): void {
    for (const { element } of this.pinned) if (!all.some((pinned) => pinned.element === element)) element.remove();
    this.pinned = all;
    for (const { element } of all) if (!element.isConnected) this.element.append(element);
    this.place();
  }

  place(): void {
    const { stage } = this;
    const { clientWidth: width, clientHeight: height } = stage.box;
    const middle = { x: width / 2, y: height / 2 };
    const { mm, pixels } = scaleBar(stage.mmPerPixel, Math.min(140, width / 3));
    this.bar.style.width = `${pixels}px`;
    this.bar.firstElementChild!.textContent = `${number(mm, mm < 1 ? 1 : 0, language())} mm`;
    const right = new Vector3().setFromMatrixColumn(stage.camera.matrixWorld, 0);
    const up = new Vector3().setFromMatrixColumn(stage.camera.matrixWorld, 1);
    for (const { element, towards } of this.names) {
      const [x, y] = [towards.dot(right), towards.dot(up)];
      const length = Math.hypot(x, y);
      // What points at the eye or away from it has no side of the picture.
      element.hidden = length < 0.5;
      if (element.hidden) continue;
      const reach = Math.min((width / 2 - 8) / Math.max(Math.abs(x / length), 1e-6), (height / 2 - 16) / Math.max(Math.abs(y / length), 1e-6));
      const wide = element.offsetWidth / 2;
      const at = { x: middle.x + (x / length) * reach, y: middle.y - (y / length) * reach };
      put(element, Math.min(width - wide - 8, Math.max(wide + 8, at.x)), at.y);
    }
    for (const { element, at } of this.pinned) {
      const { x, y } = stage.project(at);
      put(element, x, y);
    }
    clearTimeout(this.settled);
    this.settled = setTimeout(() => this.hideBehind(), SETTLES_MS);
  }

  /** Once the limb stands still: to look through it for every dot at every picture would be slow. */
  private hideBehind(): void {
    for (const { element, at } of this.pinned) element.classList.toggle("behind", this.hides(at));
  }

  end(): void {
    clearTimeout(this.settled);
  }
}

function put(element: HTMLElement, x: number, y: number): void {
  element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -50%)`;
}
