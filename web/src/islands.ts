/**
 * Islands: parts of a page that live by script. Each is fetched where an element asks for it by `data-island`,
 * begun when the element appears (on load, or by a swap) and ended when it is gone.
 */
import { say } from "./alert";
import { pageWords, type Words } from "./words";

/** Begins an island; what it returns ends it. */
export type Mount = (element: HTMLElement, words: Words) => () => void;

const KNOWN: Record<string, () => Promise<Mount>> = {
  "day-chart": () => import("./day/chart").then((file) => file.mount),
  "limb-3d": () => import("./limb/viewer").then((file) => file.mount),
  "pressure-3d": () => import("./limb/pressure").then((file) => file.mount),
  drive: () => import("./drive/drive").then((file) => file.mount),
};

/** The end of each island that was begun; `undefined` while it is fetched. */
const living = new Map<HTMLElement, (() => void) | undefined>();
let styled: Promise<void> | undefined;

/** The islands' own style, which pages without one do not load. */
function style(): Promise<void> {
  styled ??= new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("islands.css", import.meta.url).href;
    link.onload = link.onerror = () => done();
    document.head.append(link);
  });
  return styled;
}

async function begin(element: HTMLElement): Promise<void> {
  const fetchIsland = KNOWN[element.dataset.island ?? ""];
  if (!fetchIsland || living.has(element)) return;
  living.set(element, undefined);
  const words = await pageWords();
  try {
    const [mount] = await Promise.all([fetchIsland(), style()]);
    if (element.isConnected) {
      living.set(element, mount(element, words));
      element.dataset.ready = "";
    } else living.delete(element);
  } catch (error) {
    console.error(error);
    say(words.not_loaded, "error");
  }
}

function update(): void {
  for (const [element, end] of living) {
    if (!element.isConnected && end) {
      living.delete(element);
      end();
    }
  }
  for (const element of document.querySelectorAll<HTMLElement>("[data-island]")) void begin(element);
}

export function watchIslands(): void {
  update();
  // Swaps are not the only way in which a page changes.
  new MutationObserver((records) => {
    if (records.some((record) => record.addedNodes.length + record.removedNodes.length > 0)) update();
  }).observe(document.body, { childList: true, subtree: true });
}
