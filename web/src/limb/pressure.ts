/** Pressure on the regions of a limb through the stride, at the moment of the day that is chosen. */
import type { BufferGeometry } from "three";
import { controlValues, onControls } from "../controls";
import { button, el, freshId, json, language, stillness } from "../dom";
import { post } from "../http";
import type { Mount } from "../islands";
import { latest } from "../pure/coalesce";
import { number } from "../pure/format";
import { inCycle } from "../pure/scale";
import { withOwn } from "../words";
import type { Legend } from "./legend";
import { scalarOf } from "./model";
import { type Mode, open, type Viewer } from "./viewer";

interface Stride {
  phases: number[];
  regions: string[];
  /** A row a region, a value a phase. */
  kpa: number[][];
  stance_end: number;
  words?: Record<string, string>;
}

/** A stride on screen lasts longer than one on foot: it is to be watched. */
const STRIDE_S = 3;
const STEP_MS = 1000;
const REST_MS = 150;

const regionsOf = (geometry: BufferGeometry): ArrayLike<number> | undefined => scalarOf(geometry, "_REGION");

function pressure(viewer: Viewer): Mode {
  const { root } = viewer;
  let words = viewer.words;
  let stride: Stride | undefined;
  let t: number | undefined;
  let phase = 0.15;
  let playing = false;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const given = json<Partial<Legend>>(root, "legend", {});

  const id = freshId("stride");
  const scrub = el("input", { type: "range", min: 0, max: 100, step: 1, value: 15, id });
  const says = el("output", { for: id });
  const play = button("▶", () => (playing ? stop() : start()), "primary square");
  const list = el("table", { class: "numbers" });
  viewer.panel.append(
    el("div", { class: "stride" }, play, el("label", { for: id }, words.stride), scrub, says),
    el("div", { class: "wide", tabindex: 0, role: "group", "aria-label": given.title ?? words.stride }, list),
  );
  const cells: HTMLElement[] = [];

  const at = (region: number): number => (stride?.kpa[region] ? inCycle(stride.phases, stride.kpa[region], phase) : 0);

  const show = (): void => {
    const percent = Math.round(phase * 100);
    const part = stride ? (phase < stride.stance_end ? words.stance : words.swing) : "";
    scrub.value = String(percent);
    says.textContent = `${percent} %, ${part}`;
    scrub.setAttribute("aria-valuetext", `${percent} ${words.of_stride}, ${part}`);
    play.textContent = playing ? "❚❚" : "▶";
    play.setAttribute("aria-label", playing ? words.pause : words.play_stride);
    cells.forEach((cell, region) => (cell.textContent = number(at(region), given.digits ?? 1, language())));
    const values = stride?.regions.map((_, region) => at(region)) ?? [];
    for (const surface of viewer.surfaces) {
      const regions = regionsOf(surface.geometry);
      if (regions) surface.show((vertex) => values[Math.round(regions[vertex])] ?? 0);
    }
    viewer.stage.draw();
  };

  const take = (found: Stride): void => {
    const fresh = !stride || stride.regions.join() !== found.regions.join();
    stride = found;
    words = withOwn(words, found.words);
    // One scale for the whole stride: colours of two moments can be compared.
    const high = Math.max(1, ...found.kpa.flat());
    viewer.surfaces.forEach((surface) => surface.range({ low: 0, high }));
    viewer.relegend({ title: given.title ?? words.pressure, unit: given.unit ?? "kPa", low: 0, high, digits: given.digits ?? 0 });
    if (fresh) {
      cells.length = 0;
      const rows = found.regions.map((name) => {
        const cell = el("td");
        cells.push(cell);
        return el("tr", {}, el("th", { scope: "row" }, name), cell);
      });
      const head = el("tr", {}, el("td"), el("th", { scope: "col" }, given.unit ?? "kPa"));
      list.replaceChildren(el("thead", {}, head), el("tbody", {}, ...rows));
    }
    show();
  };

  const question = latest<undefined>(async (_, signal) => {
    const body = { ...controlValues(root.dataset.controls), ...(t === undefined ? {} : { t_s: t }) };
    take((await (await post(root.dataset.source ?? "", body, signal)).json()) as Stride);
  });

  const go = (to: number): void => {
    phase = to - Math.floor(to);
    show();
  };
  const start = (): void => {
    playing = true;
    if (stillness()) {
      const step = (): void => {
        go(phase + 0.1);
        timer = setTimeout(step, STEP_MS);
      };
      step();
    } else {
      let last = performance.now();
      const step = (now: number): void => {
        go(phase + Math.max(0, now - last) / 1000 / STRIDE_S);
        last = now;
        frame = requestAnimationFrame(step);
      };
      frame = requestAnimationFrame(step);
    }
    show();
  };
  const stop = (): void => {
    playing = false;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    show();
  };

  scrub.addEventListener("input", () => {
    if (playing) stop();
    go(Math.min(0.999, Number(scrub.value) / 100));
  });
  /** The plots of the day are quicker, and come first. */
  const later = (): void => {
    clearTimeout(rest);
    rest = setTimeout(() => question.push(undefined), REST_MS);
  };
  const moved = (event: Event): void => {
    t = (event as CustomEvent<{ t_s: number }>).detail.t_s;
    later();
  };
  document.addEventListener("concord:time", moved);
  const controls = onControls(root.dataset.controls, later);
  viewer.describe = (hit, surface) => {
    const regions = regionsOf(surface.geometry);
    const region = regions && hit.face ? Math.round(regions[hit.face.a]) : -1;
    const name = stride?.regions[region];
    return name ? `${name}: ${number(at(region), given.digits ?? 1, language())} ${given.unit ?? "kPa"}` : "";
  };
  question.push(undefined);
  return {
    end: () => {
      stop();
      clearTimeout(rest);
      question.stop();
      controls();
      document.removeEventListener("concord:time", moved);
    },
  };
}

export const mount: Mount = (root, words) => {
  // Coloured by region: the numbers come with the stride.
  root.dataset.scalar ??= "_REGION";
  root.dataset.legend ??= JSON.stringify({ title: words.pressure, unit: "kPa", low: 0, high: 1, diverging: false, digits: 1 });
  return open(root, words, pressure);
};
