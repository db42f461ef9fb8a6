/**
 * Typing is not lost. A page with what has not reached the server asks before it is left. What was typed, chosen or pressed
 * while an earlier answer was on its way goes into the form that the answer brings, and is sent with it.
 */
import { say } from "../alert";
import { pageWords } from "../words";

/** What sends by htmx, itself or by something in it. */
const SENDS = "[hx-post], [hx-put], [hx-patch]";

const changes = (form: HTMLFormElement): boolean => form.method === "post" || form.matches(SENDS) || form.querySelector(SENDS) !== null;

const unsent = new Set<HTMLFormElement>();

export function watchForms(): void {
  watchAnswers();
  document.addEventListener("input", (event) => {
    const form = (event.target as HTMLInputElement | null)?.form;
    // Sliders and searches (get) change nothing that could be lost.
    if (form && changes(form) && form.dataset.keep !== "no") unsent.add(form);
  });
  document.addEventListener("submit", (event) => {
    // Sent by htmx, the answer decides; sent by the browser, this page ends.
    const form = event.target as HTMLFormElement;
    if (!event.defaultPrevented && !form.matches(SENDS)) unsent.delete(form);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const { elt, successful } = (event as CustomEvent<{ elt: HTMLElement; successful: boolean }>).detail;
    const form = elt.closest("form");
    if (form && successful) unsent.delete(form);
  });
  window.addEventListener("beforeunload", (event) => {
    for (const form of unsent) if (!form.isConnected) unsent.delete(form);
    if (unsent.size > 0) event.preventDefault();
  });
}

type Values = Map<string, string[]>;

function valuesOf(form: HTMLFormElement): Values {
  const values: Values = new Map();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") values.set(name, [...(values.get(name) ?? []), value]);
  }
  return values;
}

/** What the server wrote into the form. */
function writtenIn(form: HTMLFormElement): Values {
  const copy = form.cloneNode(true) as HTMLFormElement;
  copy.reset();
  return valuesOf(copy);
}

const sentBy = new WeakMap<HTMLFormElement, Values>();
/** Forms whose answer is awaited, with the button that was pressed meanwhile. */
const awaited = new WeakMap<HTMLFormElement, HTMLButtonElement | undefined>();
/** The buttons that wait for the new form of an id. */
const pressedAt = new Map<string, HTMLButtonElement>();

interface Kept {
  id: string;
  typed: Values;
  pressed: HTMLButtonElement | undefined;
  labels: string[];
}

/** What a form holds that its last request did not carry. */
function keptOf(form: HTMLFormElement): Kept | undefined {
  const known = sentBy.get(form) ?? writtenIn(form);
  const now = valuesOf(form);
  const typed: Values = new Map();
  for (const name of new Set([...known.keys(), ...now.keys()])) {
    const values = now.get(name) ?? [];
    if (JSON.stringify(values) !== JSON.stringify(known.get(name) ?? [])) typed.set(name, values);
  }
  const pressed = awaited.get(form);
  if (typed.size === 0 && !pressed) return undefined;
  const labels = [...typed.keys()].map((name) => controls(form, name)[0]?.labels?.[0]?.textContent?.trim() || name);
  return { id: form.id, typed, pressed, labels };
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controls = (form: HTMLFormElement, name: string): Control[] =>
  [...form.querySelectorAll<Control>("input, select, textarea")].filter((control) => control.name === name);

/** Puts what was typed into the new form; false: there is no place for it. */
function putBack({ id, typed }: Kept): boolean {
  const form = document.getElementById(id);
  if (!(form instanceof HTMLFormElement)) return false;
  let whole = true;
  for (const [name, values] of typed) {
    const there = controls(form, name);
    whole &&= there.length > 0;
    for (const [place, control] of there.entries()) {
      if (chosen(control)) control.checked = values.includes(control.value);
      else control.value = values[place] ?? "";
    }
  }
  unsent.add(form);
  return whole;
}

const chosen = (control: Control): control is HTMLInputElement => ["radio", "checkbox"].includes(control.type);

/** Sends what a new form holds besides what the server wrote, unless somebody is still typing it. */
function sendRest(form: HTMLFormElement, pressed: HTMLButtonElement | undefined): void {
  const button = pressed && [...form.querySelectorAll("button")].find((one) => one.name === pressed.name && one.value === pressed.value);
  if (button) {
    // A click, for htmx sends the button along that was clicked.
    button.click();
    return;
  }
  const names = [...(keptOf(form)?.typed.keys() ?? [])];
  const typing = names.flatMap((name) => controls(form, name)).find((control) => control === document.activeElement && !chosen(control));
  const send = (): void => void form.dispatchEvent(new Event("change", { bubbles: true }));
  if (names.some((name) => name !== typing?.name)) send();
  else if (typing) {
    // What a script has written is no change to the browser when the field is left.
    typing.addEventListener("blur", send, { once: true });
    typing.addEventListener("change", () => typing.removeEventListener("blur", send), { once: true });
  }
}

function watchAnswers(): void {
  const swapped = new Map<Element, { forms: string[]; kept: Kept[] }>();
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target as HTMLFormElement;
      if (awaited.has(form) && event.submitter instanceof HTMLButtonElement) awaited.set(form, event.submitter);
    },
    true,
  );
  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = (event as CustomEvent<{ elt: HTMLElement }>).detail.elt.closest("form");
    if (!form || !changes(form)) return;
    sentBy.set(form, valuesOf(form));
    awaited.set(form, undefined);
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { target, shouldSwap } = (event as CustomEvent<{ target: Element; shouldSwap: boolean }>).detail;
    if (!shouldSwap) return;
    const forms = [...target.querySelectorAll("form")].filter((form) => form.id && changes(form) && form.dataset.keep !== "no");
    swapped.set(target, { forms: forms.map((form) => form.id), kept: forms.flatMap((form) => keptOf(form) ?? []) });
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const kept = swapped.get((event as CustomEvent<{ target: Element }>).detail.target)?.kept.splice(0) ?? [];
    for (const one of kept) if (one.pressed) pressedAt.set(one.id, one.pressed);
    const lost = kept.filter((one) => !putBack(one)).flatMap(({ labels }) => labels);
    if (lost.length > 0) void pageWords().then((words) => say(`${words.not_taken} ${lost.join(", ")}`, "warning"));
  });
  // Only now does htmx hear the new form.
  document.addEventListener("htmx:afterSettle", (event) => {
    const { target } = (event as CustomEvent<{ target: Element }>).detail;
    const forms = swapped.get(target)?.forms ?? [];
    swapped.delete(target);
    for (const id of forms) {
      const form = document.getElementById(id);
      const pressed = pressedAt.get(id);
      pressedAt.delete(id);
      if (form instanceof HTMLFormElement) sendRest(form, pressed);
    }
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const { elt, successful } = (event as CustomEvent<{ elt: HTMLElement; successful: boolean }>).detail;
    const form = elt.closest("form");
    if (!form) return;
    awaited.delete(form);
    // What did not arrive is still to be sent.
    if (!successful) sentBy.delete(form);
  });
}

/** The form's words have arrived. */
export const sent = (form: HTMLFormElement): void => void unsent.delete(form);
