/** The last two minutes of the pump: vacuum, set point, and when it ran. */
import uPlot from "uplot";
import { darkPage, el, language, onTheme, shade, svg } from "../dom";
import { elapsed, number } from "../pure/format";
import { DASHES, LINES } from "../pure/ramp";
import type { Words } from "../words";

export interface Past {
  t_s: number[];
  vacuum_kpa: (number | null)[];
  target_kpa: (number | null)[];
  pump: number[];
}

const HEIGHT = 240;
const SHOWN_S = 120;

export class PastStrip {
  readonly element: HTMLElement;
  private readonly plot: uPlot;
  private readonly ends: (() => void)[];

  constructor(words: Words) {
    const canvas = el("div", { "aria-hidden": "true" });
    const ink = (index: number) => () => (darkPage() ? LINES.dark : LINES.light)[index];
    const sample = (index: number, text: string): HTMLElement => {
      const stroke = { x1: 1, y1: 6, x2: 35, y2: 6, "stroke-width": 2.5, class: `stroke-${index}`, "stroke-dasharray": DASHES[index].join(" ") };
      const line = svg("svg", { width: 36, height: 12, "aria-hidden": "true" }, svg("line", stroke));
      return el("span", {}, line, ` ${text}`);
    };
    const title = el("figcaption", {}, el("strong", {}, words.last_minutes), " ", el("span", { class: "key-row" }, sample(0, `${words.vacuum} (kPa)`), sample(1, words.target), el("span", {}, el("span", { class: "pump-key" }), ` ${words.pump} ${words.runs}`)));
    this.element = el("figure", { class: "chart-plot drive-strip" }, title, canvas);
    const axis: uPlot.Axis = {
      stroke: () => shade("soft"),
      grid: { stroke: () => shade("line"), width: 0.5 },
      ticks: { stroke: () => shade("line"), width: 1, size: 4 },
      font: "12px system-ui, sans-serif",
    };
    this.plot = new uPlot(
      {
        width: 400,
        height: HEIGHT,
        legend: { show: false },
        cursor: { show: false },
        scales: {
          x: { time: false, range: (_, __, high) => [Math.max(0, (high ?? 0) - SHOWN_S), Math.max(SHOWN_S, high ?? 0)] },
          y: { range: (_, low, high) => (low == null ? [0, 80] : [Math.min(0, low), Math.max(30, high * 1.1)]) },
          pump: { range: [0, 12] },
        },
        axes: [
          { ...axis, space: 70, size: 28, values: (_, splits) => splits.map(elapsed) },
          { ...axis, size: 46, values: (_, splits) => splits.map((value) => number(value, 0, language())) },
        ],
        series: [
          {},
          { stroke: ink(0), width: 2, points: { show: false } },
          { stroke: ink(1), width: 2, dash: [...DASHES[1]], points: { show: false }, paths: uPlot.paths.stepped!({ align: 1 }) },
          { scale: "pump", stroke: ink(2), fill: () => `${ink(2)()}66`, width: 1, points: { show: false }, paths: uPlot.paths.stepped!({ align: 1 }) },
        ],
      },
      [[], [], [], []],
      canvas,
    );
    const resize = new ResizeObserver(() => {
      if (this.element.clientWidth > 0) this.plot.setSize({ width: this.element.clientWidth, height: HEIGHT });
    });
    resize.observe(this.element);
    this.ends = [() => resize.disconnect(), onTheme(() => this.plot.redraw(false, true))];
  }

  show(past: Past): void {
    this.plot.setData([past.t_s, past.vacuum_kpa, past.target_kpa, past.pump] as uPlot.AlignedData);
  }

  end(): void {
    this.ends.forEach((end) => end());
    this.plot.destroy();
  }
}
