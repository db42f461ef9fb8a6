/** The day in numbers: at the cursor beside the plots, and a table of the whole. */
import { el, language } from "../dom";
import { clock, number } from "../pure/format";
import { nearest } from "../pure/scale";
import type { Words } from "../words";
import { activityAt, isOff, type DayPreview, type Hidden, type Quantity } from "./types";

/** Rows of the table of the whole. */
const ROWS = 24;

function value(day: DayPreview, quantity: Quantity, system: number, index: number, words: Words): string {
  const line = quantity.lines.find((line) => line.system === system);
  if (!line) return "–";
  const found = line.central[index];
  if (found != null) return number(found, quantity.digits, language());
  // What only walking moves is not there at rest; what only a worn socket has is not there without it.
  return isOff(day, day.t_s[index]) ? words.not_worn : "–";
}

const shownSystems = (day: DayPreview, hidden: Hidden): number[] =>
  day.systems.map((_, index) => index).filter((index) => !hidden.systems.has(index));

const shownQuantities = (day: DayPreview, hidden: Hidden): Quantity[] =>
  day.quantities.filter((quantity) => !hidden.quantities.has(quantity.id));

/** All that is shown at `t`, in one sentence: what the slider of time says. */
export function sentence(day: DayPreview, hidden: Hidden, t: number, words: Words): string {
  const index = nearest(day.t_s, t);
  const values = shownQuantities(day, hidden).map((quantity) => {
    const each = shownSystems(day, hidden).map((s) => `${day.systems[s].id} ${value(day, quantity, s, index, words)}`);
    return `${quantity.title}: ${each.join(", ")} ${quantity.unit}`;
  });
  return [`${clock(t)} ${activityAt(day, t)?.label ?? ""}`, ...values].join("; ");
}

/** The table beside the plots. Its cells are kept and only their text changes: it follows the pointer. */
export class Readout {
  readonly element = el("div", { class: "chart-readout" });
  private readonly when = el("p", { class: "chart-when" });
  private cells: { cell: HTMLElement; quantity: number; system: number }[] = [];

  constructor(private readonly words: Words) {}

  build(day: DayPreview, hidden: Hidden): void {
    this.cells = [];
    const systems = shownSystems(day, hidden);
    const head = el("tr", {}, el("td"), ...systems.map((s) => el("th", { scope: "col", title: day.systems[s].name }, day.systems[s].id)));
    const rows = day.quantities.flatMap((quantity, q) => {
      if (hidden.quantities.has(quantity.id)) return [];
      const cells = systems.map((system) => {
        const cell = el("td");
        this.cells.push({ cell, quantity: q, system });
        return cell;
      });
      const unit = el("span", { class: "unit" }, quantity.unit);
      return [el("tr", {}, el("th", { scope: "row" }, quantity.title, " ", unit), ...cells)];
    });
    const table = el("table", { class: "numbers" }, el("thead", {}, head), el("tbody", {}, ...rows));
    this.element.replaceChildren(this.when, table);
  }

  show(day: DayPreview, t: number): void {
    const index = nearest(day.t_s, t);
    this.when.textContent = `${clock(t)} · ${activityAt(day, t)?.label ?? ""}`;
    for (const { cell, quantity, system } of this.cells) {
      cell.textContent = value(day, day.quantities[quantity], system, index, this.words);
    }
  }
}

/** The same for readers who do not see plots: filled when it is opened. */
export class WholeTable {
  readonly element: HTMLDetailsElement;
  private readonly box = el("div", { class: "wide", tabindex: 0, role: "group" });
  private stale = true;

  constructor(
    private readonly words: Words,
    private readonly current: () => { day: DayPreview; hidden: Hidden } | undefined,
  ) {
    this.box.setAttribute("aria-label", words.as_table);
    this.element = el("details", { class: "chart-table" }, el("summary", {}, words.as_table), this.box);
    this.element.addEventListener("toggle", () => this.fill());
  }

  outdate(): void {
    this.stale = true;
    this.fill();
  }

  private fill(): void {
    const now = this.current();
    if (!this.element.open || !this.stale || !now) return;
    this.stale = false;
    const { day, hidden } = now;
    const [systems, quantities] = [shownSystems(day, hidden), shownQuantities(day, hidden)];
    const head = [
      el("tr", {}, el("th", { scope: "col", rowspan: 2 }, this.words.time), el("th", { scope: "col", rowspan: 2 }, this.words.activity),
        ...quantities.map((q) => el("th", { scope: "colgroup", colspan: systems.length }, `${q.title} (${q.unit})`))),
      el("tr", {}, ...quantities.flatMap(() => systems.map((s) => el("th", { scope: "col" }, day.systems[s].id)))),
    ];
    const rows = Array.from({ length: ROWS }, (_, row) => {
      const t = day.begin_s + ((day.end_s - day.begin_s) * row) / (ROWS - 1);
      const index = nearest(day.t_s, t);
      const cells = quantities.flatMap((q) => systems.map((s) => el("td", {}, value(day, q, s, index, this.words))));
      return el("tr", {}, el("th", { scope: "row" }, clock(t)), el("td", {}, activityAt(day, t)?.label ?? ""), ...cells);
    });
    this.box.replaceChildren(el("table", { class: "numbers" }, el("thead", {}, ...head), el("tbody", {}, ...rows)));
  }
}
