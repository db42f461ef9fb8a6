/** What the person does, as a strip above the plots: shade, pattern and word. */
import { freshId, svg } from "../dom";
import { clock } from "../pure/format";
import type { Activity, DayPreview } from "./types";

const HEIGHT = 34;

/** Lines of the pattern of each kind: told apart in grey too. The style sheet has the shades. */
const PATTERNS: Record<string, string> = {
  walk: "M0 8 L8 0",
  stand: "M4 0 V8",
  drive: "M0 4 H8",
  swim: "M0 4 Q2 1 4 4 T8 4",
  doff: "M0 0 L8 8 M0 8 L8 0",
};

export class Strip {
  readonly element = svg("svg", { class: "chart-strip", height: HEIGHT, "aria-hidden": "true" });
  private readonly id = freshId("activity");
  private readonly hand = svg("line", { class: "hand", y1: 0, y2: HEIGHT });

  draw(day: DayPreview, from: number, to: number, left: number, width: number): void {
    const x = (t: number): number => left + ((Math.min(Math.max(t, from), to) - from) / (to - from)) * width;
    const defs = svg("defs");
    for (const [kind, path] of Object.entries(PATTERNS)) {
      const pattern = { id: `${this.id}-${kind}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" };
      defs.append(svg("pattern", pattern, svg("path", { d: path, class: "grain" })));
    }
    const shown = day.activities.filter((activity) => activity.to_s > from && activity.from_s < to);
    this.element.replaceChildren(defs, ...shown.flatMap((activity) => this.block(activity, x)));
    for (const event of day.events ?? []) {
      if (event.t_s >= from && event.t_s <= to) {
        const at = x(event.t_s);
        const said = svg("title", {}, `${clock(event.t_s)} ${event.text}`);
        this.element.append(svg("path", { class: "event", d: `M${at - 4} ${HEIGHT} h8 l-4 -7 z` }, said));
      }
    }
    this.element.append(this.hand);
  }

  private block(activity: Activity, x: (t: number) => number): SVGElement[] {
    const [left, right] = [x(activity.from_s), x(activity.to_s)];
    const box = { x: left, y: 0, width: Math.max(0.5, right - left), height: HEIGHT - 8 };
    const what = `${clock(activity.from_s)}–${clock(activity.to_s)} ${activity.label}`;
    const made: SVGElement[] = [svg("rect", { ...box, class: `activity ${activity.kind}` }, svg("title", {}, what))];
    if (activity.kind in PATTERNS) made.push(svg("rect", { ...box, fill: `url(#${this.id}-${activity.kind})`, class: "pattern" }));
    if (right - left > activity.label.length * 7 + 8) {
      made.push(svg("text", { x: (left + right) / 2, y: 17, class: "word" }, activity.label));
    }
    return made;
  }

  hands(at: number | undefined): void {
    this.hand.setAttribute("visibility", at === undefined ? "hidden" : "visible");
    if (at !== undefined) {
      this.hand.setAttribute("x1", String(at));
      this.hand.setAttribute("x2", String(at));
    }
  }
}
