/** A limb or a socket to turn by hand, and what is done on its surface. */
import { type Intersection, Vector3 } from "three";
import { button, el, freshId, json, language } from "../dom";
import { restoreFocus } from "../focus";
import { Refused } from "../http";
import type { Mount } from "../islands";
import { number } from "../pure/format";
import type { Words } from "../words";
import { brush } from "./brush";
import { landmarks } from "./landmarks";
import { drawLegend, type Legend, stepOf } from "./legend";
import { type Axes, loadModel, scalarOf, sideOf } from "./model";
import { Overlay } from "./overlay";
import { Stage } from "./stage";
import { Surface } from "./surface";
import { trim } from "./trim";

const UPRIGHT: Axes = { proximal: [0, 0, 1], anterior: [0, 1, 0], lateral: [1, 0, 0] };

/** A place on the surface. */
export interface Place {
  at: Vector3;
  normal: Vector3;
}

/** What is done on a surface beyond looking. */
export interface Mode {
  /** A click, or Enter with the place under the cross. */
  chosen?(place: Place): void;
  hovered?(place: Place | undefined): void;
  /** Whether places can be chosen by keyboard, by the cross in the middle. */
  crossed?: boolean;
  help?: string;
  end?(): void;
}

export class Viewer {
  readonly surfaces: Surface[] = [];
  readonly panel = el("div", { class: "viewer-panel" });
  readonly status = el("p", { class: "viewer-status", role: "status" });
  readonly stage: Stage;
  readonly overlay: Overlay;
  readonly legend: Legend | undefined;
  private readonly box: HTMLElement;
  private readonly legendBox = el("div");
  private readonly abort = new AbortController();
  private mode: Mode = {};
  private pressed: { x: number; y: number } | undefined;
  private hovering = 0;
  /** What is said of a place beside its number. */
  describe: (hit: Intersection, surface: Surface) => string = (hit, surface) => this.number(hit, surface);

  /** Throws where there is no WebGL. */
  constructor(
    readonly root: HTMLElement,
    readonly words: Words,
  ) {
    this.legend = json<Legend | undefined>(root, "legend", undefined);
    const help = el("p", { class: "hint", id: freshId("limb-help") }, words.limb_help);
    const label = root.getAttribute("aria-label") ?? words.limb_view;
    this.box = el("div", { class: "viewer-box", role: "application", tabindex: 0, "aria-label": label, "aria-describedby": help.id });
    const name = root.id || `${root.dataset.island} ${root.dataset.mode ?? ""}`;
    this.stage = new Stage(this.box, json(root, "axes", UPRIGHT), name);
    const meshes = () => this.surfaces.map(({ mesh }) => mesh);
    this.overlay = new Overlay(this.stage, words, root.dataset.side, (at) => this.stage.behind(at, meshes()));
    this.box.append(this.overlay.element);
    this.stage.drawn = () => this.overlay.place();
    if (this.legend) this.legendBox.append(drawLegend(this.legend, words));
    root.classList.add("viewer");
    const picture = el("div", { class: "viewer-main" }, this.box, this.status);
    const beside = el("div", { class: "viewer-beside" }, this.panel, this.buttons(), this.legendBox, help);
    root.replaceChildren(el("div", { class: "viewer-parts" }, picture, beside));
    this.listen();
    this.checkSide();
  }

  /** A limb shown as the other side's is worse than none: the axes must agree with the side in words. */
  private checkSide(): void {
    const { side } = this.root.dataset;
    if (side && sideOf(this.stage.axes) !== side) this.panel.append(el("p", { class: "notice error" }, this.words.side_differs));
  }

  /** Fetches the surface and begins what is done on it. */
  async begin(mode: (viewer: Viewer) => Mode): Promise<void> {
    await this.load(this.root.dataset.glb ?? "");
    this.mode = mode(this);
    if (this.mode.crossed) this.overlay.cross();
    if (this.mode.help) this.panel.append(el("p", { class: "hint" }, this.mode.help));
    this.root.dataset.loaded = "";
    restoreFocus(this.root);
  }

  /** Shows another surface in the same place. */
  async load(url: string): Promise<void> {
    const found = await loadModel(url, this.abort.signal);
    const { legend } = this;
    const range = legend && { low: legend.low, high: legend.high, diverging: legend.diverging ?? false, step: stepOf(legend) };
    for (const surface of this.surfaces.splice(0)) {
      this.stage.scene.remove(surface.mesh);
      surface.end();
    }
    for (const geometry of found) {
      const surface = new Surface(geometry, range, scalarOf(geometry, this.root.dataset.scalar));
      this.surfaces.push(surface);
      this.stage.scene.add(surface.mesh);
    }
    this.stage.frame(this.surfaces.map(({ mesh }) => mesh));
    this.stage.draw();
  }

  /** Draws the legend anew, with other ends. */
  relegend(legend: Legend): void {
    this.legendBox.replaceChildren(drawLegend(legend, this.words));
  }

  private buttons(): HTMLElement {
    const { words, stage } = this;
    const plus = button("+", () => stage.zoom(1.25), "quiet square");
    plus.setAttribute("aria-label", words.zoom_in);
    const minus = button("−", () => stage.zoom(0.8), "quiet square");
    minus.setAttribute("aria-label", words.zoom_away);
    return el(
      "div",
      { class: "viewer-buttons" },
      button(words.front, () => stage.look("anterior")),
      button(words.back_view, () => stage.look("posterior")),
      button(words.inside, () => stage.look("medial")),
      button(words.outside, () => stage.look("lateral")),
      plus,
      minus,
    );
  }

  private listen(): void {
    const { canvas } = this.stage;
    canvas.addEventListener("pointerdown", (event) => (this.pressed = { x: event.clientX, y: event.clientY }));
    canvas.addEventListener("pointerup", (event) => {
      const { pressed } = this;
      this.pressed = undefined;
      // A drag turns the limb and chooses nothing.
      if (!pressed || event.button !== 0 || Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > 5) return;
      const place = this.place(event);
      if (place) this.mode.chosen?.(place);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (event.buttons) return;
      const point = { clientX: event.clientX, clientY: event.clientY };
      cancelAnimationFrame(this.hovering);
      this.hovering = requestAnimationFrame(() => this.hover(point));
    });
    canvas.addEventListener("pointerleave", () => {
      cancelAnimationFrame(this.hovering);
      this.mode.hovered?.(undefined);
    });
    canvas.addEventListener("webglcontextlost", () => {
      if (!this.abort.signal.aborted) instead(this.root, this.words, this.words.no_webgl);
    });
    this.box.addEventListener("keydown", (event) => event.target === this.box && this.key(event));
  }

  private hover(point: { clientX: number; clientY: number }): void {
    const hit = this.hit(point);
    this.mode.hovered?.(hit && placed(hit));
    this.say(hit);
  }

  private say(hit: Intersection | undefined): void {
    const surface = hit && this.surfaces.find(({ mesh }) => mesh === hit.object);
    this.status.textContent = hit && surface?.coloured ? this.describe(hit, surface) : "";
  }

  private hit(point?: { clientX: number; clientY: number }): Intersection | undefined {
    return this.stage.hit(this.surfaces.map(({ mesh }) => mesh), point);
  }

  private place(point?: { clientX: number; clientY: number }): Place | undefined {
    const hit = this.hit(point);
    return hit && placed(hit);
  }

  private key(event: KeyboardEvent): void {
    const { stage } = this;
    const acts: Record<string, () => void> = {
      ArrowLeft: () => stage.turn(-1, 0),
      ArrowRight: () => stage.turn(1, 0),
      ArrowUp: () => stage.turn(0, -1),
      ArrowDown: () => stage.turn(0, 1),
      "+": () => stage.zoom(1.15),
      "=": () => stage.zoom(1.15),
      "-": () => stage.zoom(1 / 1.15),
      Home: () => stage.look("anterior"),
      Enter: () => this.enter(),
    };
    if (!(event.key in acts) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    acts[event.key]();
    if (event.key !== "Enter") this.say(this.hit());
  }

  private enter(): void {
    if (!this.mode.chosen) return;
    const place = this.place();
    if (place) this.mode.chosen(place);
    else this.status.textContent = this.words.nothing_there;
  }

  /** The number at a hit, between the three vertices of its face. */
  private number(hit: Intersection, surface: Surface): string {
    const { legend } = this;
    const { face, barycoord } = hit;
    if (!legend || !face || !barycoord) return "";
    const corners = [face.a, face.b, face.c].map((vertex) => surface.at(vertex) ?? 0);
    const value = corners[0] * barycoord.x + corners[1] * barycoord.y + corners[2] * barycoord.z;
    return `${this.words.here}: ${legend.title} ${number(value, legend.digits ?? 1, language())} ${legend.unit}`;
  }

  end(): void {
    this.abort.abort();
    cancelAnimationFrame(this.hovering);
    this.mode.end?.();
    this.overlay.end();
    this.surfaces.forEach((surface) => surface.end());
    this.stage.end();
  }
}

function placed(hit: Intersection): Place {
  // Towards the eye, also where the faces are wound the other way.
  return { at: hit.point, normal: (hit.face?.normal ?? new Vector3(0, 0, 1)).clone() };
}

/** What stood in each island before it began: a drawing, mostly. */
const still = new WeakMap<HTMLElement, Node[]>();

/** A still picture and why. */
function instead(root: HTMLElement, words: Words, why: string): void {
  const { picture } = root.dataset;
  const drawn = picture ? [el("img", { src: picture, alt: root.getAttribute("aria-label") ?? words.limb_view })] : (still.get(root) ?? []);
  root.replaceChildren(el("p", { class: "notice info" }, why), ...drawn);
  root.dataset.failed = "";
}

/** Begins a viewer; where that cannot be, its picture stands there. */
export function open(root: HTMLElement, words: Words, mode: (viewer: Viewer) => Mode): () => void {
  let viewer: Viewer;
  still.set(root, [...root.childNodes]);
  try {
    viewer = new Viewer(root, words);
  } catch {
    instead(root, words, words.no_webgl);
    return () => undefined;
  }
  let ended = false;
  viewer.begin(mode).catch((error: unknown) => {
    if (ended) return;
    if (!(error instanceof Refused)) console.error(error);
    viewer.end();
    instead(root, words, words.no_model);
  });
  return () => {
    ended = true;
    viewer.end();
  };
}

const MODES: Record<string, (viewer: Viewer) => Mode> = { landmarks, brush, trim };

export const mount: Mount = (root, words) => open(root, words, MODES[root.dataset.mode ?? ""] ?? (() => ({})));
