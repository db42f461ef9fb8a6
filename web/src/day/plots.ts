/** One plot a quantity, on one axis of time. */
import uPlot from "uplot";
import { darkPage, el, language, shade } from "../dom";
import { clock, digitsFor, number } from "../pure/format";
import { DASHES, LINES } from "../pure/ramp";
import type { DayPreview, Hidden, Quantity } from "./types";

/** The axes' widths: equal in every plot, so that times stand above one another. */
export interface Margins {
  left: number;
  right: number;
}

export function margins(day: DayPreview, width: number): Margins {
  const axis = width < 480 ? 42 : 58;
  return { left: axis, right: day.quantities.some(({ right }) => right) ? axis : 14 };
}

const HEIGHT = 168;
/** Steps of what is counted: nobody wears half a ply. */
const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];

export interface Plot {
  quantity: string;
  box: HTMLElement;
  plot: uPlot;
}

/** What plots tell the chart. */
export interface Heard {
  cursor(t: number, from: uPlot): void;
  zoom(from: number, to: number): unknown;
}

export const lineColour = (system: number): string => {
  const palette = darkPage() ? LINES.dark : LINES.light;
  return palette[system % palette.length];
};

const faint = (hex: string): string => `${hex}2e`;

/** x, then for each line its middle and its two percentiles: always three, so that an answer without them fits too. */
export function plotData(day: DayPreview, quantity: Quantity): uPlot.AlignedData {
  const none = (): null[] => new Array<null>(day.t_s.length).fill(null);
  const series = quantity.lines.flatMap((line) => [line.central, line.p10 ?? none(), line.p90 ?? none()]);
  return [day.t_s, ...series] as uPlot.AlignedData;
}

function lines(quantity: Quantity, hidden: Hidden): uPlot.Series[] {
  const paths = quantity.step ? uPlot.paths.stepped!({ align: 1 }) : uPlot.paths.linear!();
  return quantity.lines.flatMap((line) => {
    const show = !hidden.systems.has(line.system);
    const edge: uPlot.Series = { show, paths, points: { show: false }, width: 0, stroke: () => lineColour(line.system) };
    const dash = [...DASHES[line.system % DASHES.length]];
    return [{ ...edge, width: 2, dash }, edge, { ...edge }];
  });
}

function bands(quantity: Quantity): uPlot.Band[] {
  return quantity.lines.map((line, index) => ({
    series: [3 * index + 3, 3 * index + 2],
    fill: () => faint(lineColour(line.system)),
  }));
}

/** Marks across the plot, and each line's name at its end. */
function annotate(u: uPlot, quantity: Quantity, names: readonly string[]): void {
  const { ctx } = u;
  const { left, top, width, height } = u.bbox;
  const ratio = uPlot.pxRatio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.font = `${12 * ratio}px system-ui, sans-serif`;
  ctx.textBaseline = "bottom";
  const halo = (text: string, x: number, y: number, ink: string): void => {
    ctx.lineWidth = 4 * ratio;
    ctx.lineJoin = "round";
    ctx.strokeStyle = shade("card");
    ctx.strokeText(text, x, y);
    ctx.fillStyle = ink;
    ctx.fillText(text, x, y);
  };
  for (const mark of quantity.marks ?? []) {
    const y = u.valToPos(mark.at, "y", true);
    if (!(y >= top && y <= top + height)) continue;
    ctx.strokeStyle = shade("soft");
    ctx.lineWidth = ratio;
    ctx.setLineDash([2 * ratio, 4 * ratio]);
    ctx.beginPath();
    ctx.moveTo(left, y);
    ctx.lineTo(left + width, y);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.textAlign = "left";
    halo(mark.label, left + 6 * ratio, Math.max(y - 2 * ratio, top + 14 * ratio), shade("soft"));
  }
  const ends = quantity.lines.flatMap((line, index) => {
    if (u.series[3 * index + 1].show === false) return [];
    const values = u.data[3 * index + 1];
    const [from, to] = u.series[0].idxs ?? [0, values.length - 1];
    let last = to;
    while (last >= from && values[last] == null) last -= 1;
    if (last < from) return [];
    const x = Math.min(u.valToPos(u.data[0][last], "x", true), left + width) - 4 * ratio;
    return [{ x, y: u.valToPos(values[last]!, "y", true) - 3 * ratio, line }];
  });
  // From the highest down, each at least a line of text below the one before.
  ends.sort((a, b) => a.y - b.y);
  const step = 14 * ratio;
  let floor = top + step;
  for (const end of ends) {
    end.y = Math.max(end.y, floor);
    floor = end.y + step;
  }
  let ceiling = top + height - 2 * ratio;
  for (const end of ends.reverse()) {
    end.y = Math.min(end.y, ceiling);
    ceiling = end.y - step;
  }
  ctx.textAlign = "right";
  for (const { x, y, line } of ends) halo(names[line.system] ?? "", x, y, lineColour(line.system));
  ctx.restore();
}

function timeAxis(): uPlot.Axis {
  return {
    stroke: () => shade("soft"),
    grid: { stroke: () => shade("line"), width: 0.5 },
    ticks: { stroke: () => shade("line"), width: 1, size: 4 },
    font: "12px system-ui, sans-serif",
    space: 56,
    size: 26,
    incrs: [60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 14400, 21600],
    values: (_, splits) => splits.map((t) => clock(t)),
  };
}

export function makePlot(day: DayPreview, quantity: Quantity, hidden: Hidden, width: number, { left: atLeft, right: atRight }: Margins, heard: Heard): Plot {
  const tongue = language();
  const numbers = (_: uPlot, splits: number[]): string[] => {
    const digits = digitsFor(splits.length > 1 ? splits[1] - splits[0] : 1);
    return splits.map((value) => number(value, digits, tongue));
  };
  const axis: uPlot.Axis = { ...timeAxis(), space: 20, incrs: quantity.digits === 0 ? WHOLE : undefined, values: numbers };
  const right = quantity.right;
  const options: uPlot.Options = {
    width,
    height: HEIGHT,
    legend: { show: false },
    padding: [8, right ? 0 : atRight, 0, 0],
    scales: {
      x: { time: false },
      y: { range: (_, low, high) => (low == null ? [0, 1] : uPlot.rangeNum(low, high, 0.08, true)) },
      ...(right ? { right: { from: "y", range: (_: uPlot, low: number, high: number) => [low * right.factor, high * right.factor] as uPlot.Range.MinMax } } : {}),
    },
    axes: [
      timeAxis(),
      { ...axis, size: atLeft },
      ...(right ? [{ ...axis, scale: "right", side: 1 as const, size: atRight, grid: { show: false } }] : []),
    ],
    series: [{}, ...lines(quantity, hidden)],
    bands: bands(quantity),
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: true },
      points: { size: 7, stroke: (u, index) => u.series[index].stroke as unknown as string, show: (u, index) => marker(u, index) },
      // The time stays where it was when the pointer leaves: the table beside goes on to show it.
      bind: { mouseleave: () => () => null, dblclick: () => () => null },
    },
    hooks: {
      draw: [(u) => annotate(u, quantity, day.systems.map((system) => system.id))],
      setCursor: [(u) => u.cursor.left != null && u.cursor.left >= 0 && heard.cursor(u.posToVal(u.cursor.left, "x"), u)],
      setScale: [
        (u, key) => key === "x" && heard.zoom(u.scales.x.min!, u.scales.x.max!),
      ],
    },
  };
  const title = el("figcaption", {}, el("strong", {}, quantity.title), ` (${quantity.unit}${right ? `; ${right.unit}` : ""})`);
  const canvas = el("div", { "aria-hidden": "true" });
  const box = el("figure", { class: "chart-plot", "data-quantity": quantity.id }, title, canvas);
  return { quantity: quantity.id, box, plot: new uPlot(options, plotData(day, quantity), canvas) };
}

/** A dot on the middle line only. */
function marker(u: uPlot, index: number): HTMLElement {
  const dot = el("div");
  if (index % 3 === 1) {
    const colour = u.series[index].stroke;
    dot.style.background = String(typeof colour === "function" ? colour(u, index) : colour);
  } else dot.style.visibility = "hidden";
  return dot;
}
