/** The switch of the electronic pump: a dial of native radio buttons, so keyboard and screen reader know it. */
import { el, freshId, svg } from "../dom";

export interface Position {
  act: string;
  label: string;
  /** What stands at the dial. */
  short: string;
}

const RADIUS = 96;
const SIZE = 260;
/** Of the first and the last position, from the top. */
const SWEEP = 135;

export class Dial {
  readonly element: HTMLElement;
  private readonly knob = svg("g", { class: "knob" }, svg("circle", { r: 56 }), svg("path", { d: "M0 -50 L7 -30 L-7 -30 Z" }), svg("line", { y1: -30, y2: 14 }));
  private readonly inputs: HTMLInputElement[];

  constructor(
    title: string,
    private readonly positions: Position[],
    turned: (act: string) => void,
  ) {
    const name = freshId("switch");
    const face = svg("svg", { viewBox: `${-SIZE / 2} ${-SIZE / 2} ${SIZE} ${SIZE}`, "aria-hidden": "true" }, this.knob);
    this.inputs = [];
    const labels = positions.map((position, index) => {
      const input = el("input", { type: "radio", name, value: position.act, "aria-label": position.label });
      this.inputs.push(input);
      input.addEventListener("change", () => {
        this.show(position.act);
        turned(position.act);
      });
      const label = el("label", { title: position.label }, input, el("span", {}, position.short));
      const angle = (this.angle(index) * Math.PI) / 180;
      label.style.left = `${50 + (100 * RADIUS * Math.sin(angle)) / SIZE}%`;
      label.style.top = `${50 - (100 * RADIUS * Math.cos(angle)) / SIZE}%`;
      return label;
    });
    const group = el("div", { class: "dial", role: "radiogroup", "aria-label": title }, ...labels);
    group.prepend(face);
    this.element = group;
  }

  private angle(index: number): number {
    return -SWEEP + (2 * SWEEP * index) / Math.max(1, this.positions.length - 1);
  }

  show(act: string): void {
    const index = this.positions.findIndex((position) => position.act === act);
    if (index < 0) return;
    this.inputs[index].checked = true;
    this.knob.style.transform = `rotate(${this.angle(index)}deg)`;
  }
}
