/** Elements in one line each. */

type Child = Node | string | null | undefined | false;

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number | boolean | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  put(made, attributes, children);
  return made;
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number | boolean | undefined> = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  put(made, attributes, children);
  return made;
}

function put(made: Element, attributes: Record<string, string | number | boolean | undefined>, children: Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== undefined && value !== false) made.setAttribute(name, String(value));
  }
  for (const child of children) if (child) made.append(child);
}

export function button(label: string, click: () => void, kind = "quiet"): HTMLButtonElement {
  const made = el("button", { type: "button", class: kind }, label);
  made.addEventListener("click", click);
  return made;
}

/** The JSON in an attribute; `otherwise` if it is absent. A broken one is an error of the page and thrown. */
export function json<T>(element: HTMLElement, name: string, otherwise: T): T {
  const text = element.dataset[name];
  return text ? (JSON.parse(text) as T) : otherwise;
}

export const language = (): string => document.documentElement.lang || "en";

export const stillness = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

let made = 0;

/** An id that no other element has. */
export function freshId(stem: string): string {
  made += 1;
  return `${stem}-${made}`;
}

export function darkPage(): boolean {
  // Paper is light.
  if (matchMedia("print").matches) return false;
  const asked = document.documentElement.dataset.theme;
  return asked === "dark" || (asked !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
}

/** Calls `changed` when the page turns dark or light, on paper too. Returns what ends that. */
export function onTheme(changed: () => void): () => void {
  const queries = [matchMedia("(prefers-color-scheme: dark)"), matchMedia("print")];
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  queries.forEach((query) => query.addEventListener("change", changed));
  return () => {
    observer.disconnect();
    queries.forEach((query) => query.removeEventListener("change", changed));
  };
}

/** A colour of the style sheet. */
export const shade = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim() || "#888";
