/** A slider says its value beside it: `<output for="id" data-digits data-unit>`. */
import { language } from "../dom";
import { number } from "../pure/format";

function show(range: HTMLInputElement): void {
  if (!range.id) return;
  const output = document.querySelector<HTMLElement>(`output[for~="${CSS.escape(range.id)}"]`);
  if (!output) return;
  const unit = output.dataset.unit;
  const digits = Number(output.dataset.digits ?? range.step.split(".")[1]?.length ?? 0);
  const text = number(Number(range.value), digits, language()) + (unit ? ` ${unit}` : "");
  output.textContent = text;
  range.setAttribute("aria-valuetext", text);
}

export function watchSliders(): void {
  const all = (part: ParentNode): void =>
    part.querySelectorAll<HTMLInputElement>('.sliders input[type="range"]').forEach(show);
  all(document);
  document.addEventListener("input", (event) => {
    const input = event.target;
    if (input instanceof HTMLInputElement && input.type === "range" && input.closest(".sliders")) show(input);
  });
  document.addEventListener("htmx:load", (event) => all(event.target as HTMLElement));
}
