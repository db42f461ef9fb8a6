/** What the colours stand for. */
import { el, freshId, language, svg } from "../dom";
import { digitsFor, number } from "../pure/format";
import { stops } from "../pure/ramp";
import { ticks } from "../pure/scale";
import type { Words } from "../words";

export interface Legend {
  title: string;
  unit: string;
  low: number;
  high: number;
  diverging?: boolean;
  digits?: number;
}

const WIDTH = 220;

/** Lines of equal value stand where the legend has numbers. */
export const steps = (legend: Legend): number[] => ticks(legend.low, legend.high, 5);

export function stepOf(legend: Legend): number {
  const found = steps(legend);
  return found.length > 1 ? found[1] - found[0] : 0;
}

export function drawLegend(legend: Legend, words: Words): HTMLElement {
  const id = freshId("ramp");
  const colours = stops(legend.diverging ?? false);
  const x = (value: number): number => 12 + ((value - legend.low) / (legend.high - legend.low)) * WIDTH;
  const gradient = svg("linearGradient", { id }, ...colours.map((colour, i) => svg("stop", { offset: i / (colours.length - 1), "stop-color": colour })));
  const hatch = svg("pattern", { id: `${id}-h`, width: 5, height: 5, patternUnits: "userSpaceOnUse" }, svg("path", { d: "M0 5 L5 0", stroke: "#0008", "stroke-width": 1 }));
  const bar = { y: 2, height: 14 };
  const parts: SVGElement[] = [svg("rect", { ...bar, x: 12, width: WIDTH, fill: `url(#${id})`, class: "ramp" })];
  const hatched = legend.diverging === true && legend.low < 0;
  if (hatched) parts.push(svg("rect", { ...bar, x: 12, width: x(Math.min(0, legend.high)) - 12, fill: `url(#${id}-h)` }));
  const tickDigits = digitsFor(stepOf(legend));
  for (const value of steps(legend)) {
    parts.push(svg("line", { x1: x(value), x2: x(value), y1: 14, y2: 20, class: "tick" }));
    parts.push(svg("text", { x: x(value), y: 33, class: "tick" }, number(value, tickDigits, language())));
  }
  const picture = svg("svg", { viewBox: `0 0 ${WIDTH + 24} 38`, width: WIDTH + 24, height: 38, "aria-hidden": "true" }, svg("defs", {}, gradient, hatch), ...parts);
  const digits = legend.digits ?? 1;
  const ends = `${number(legend.low, digits, language())} – ${number(legend.high, digits, language())} ${legend.unit}`;
  const title = el("p", {}, el("strong", {}, legend.title), ` (${legend.unit})`, el("span", { class: "visually-hidden" }, `: ${ends}`));
  return el("div", { class: "legend" }, title, picture, hatched && el("p", { class: "hint" }, words.below_zero));
}
