/** The values of a form's controls, as the islands send them. */

export type Values = Record<string, number | string>;

export function controlValues(selector: string | undefined): Values {
  const values: Values = {};
  if (!selector) return values;
  const found = document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    `${selector} input[name], ${selector} select[name]`,
  );
  for (const control of found) {
    if (control.disabled) continue;
    const { name, type, value } = control;
    if (type === "checkbox") values[name] = (control as HTMLInputElement).checked ? 1 : 0;
    else if (type === "radio") {
      if ((control as HTMLInputElement).checked) values[name] = value;
    } else if (type === "range" || type === "number") {
      // An emptied field says nothing; it is not zero.
      if (value.trim() !== "" && Number.isFinite(Number(value))) values[name] = Number(value);
    } else if (type !== "file" && type !== "password") values[name] = value;
  }
  return values;
}

/** Calls `changed` while a control of the form moves. Returns what ends that. */
export function onControls(selector: string | undefined, changed: () => void): () => void {
  const listen = (event: Event): void => {
    if (selector && event.target instanceof Element && event.target.closest(selector)) changed();
  };
  // On the document: the form may be swapped for another under the same name.
  document.addEventListener("input", listen);
  return () => document.removeEventListener("input", listen);
}
