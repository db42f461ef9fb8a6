/** Typing is not lost: a page with what has not reached the server asks before it is left. */

/** What sends by htmx, itself or by something in it. */
const SENDS = "[hx-post], [hx-put], [hx-patch]";

const changes = (form: HTMLFormElement): boolean => form.method === "post" || form.matches(SENDS) || form.querySelector(SENDS) !== null;

const unsent = new Set<HTMLFormElement>();

export function watchForms(): void {
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

/** The form's words have arrived. */
export const sent = (form: HTMLFormElement): void => void unsent.delete(form);
