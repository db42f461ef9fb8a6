/** Small tools by attribute: copy, print, dialogs. */
import { say } from "../alert";
import { pageWords } from "../words";

async function copy(from: HTMLElement, pressed: HTMLElement): Promise<void> {
  const words = await pageWords();
  const text = "value" in from ? String(from.value) : (from.textContent ?? "");
  try {
    await navigator.clipboard.writeText(text.trim());
    const label = pressed.textContent ?? "";
    // Said where the reader looks, and by a region that is read aloud.
    pressed.textContent = words.copied;
    pressed.setAttribute("aria-live", "polite");
    setTimeout(() => {
      if (pressed.textContent === words.copied) pressed.textContent = label;
    }, 1500);
  } catch {
    if (from instanceof HTMLInputElement || from instanceof HTMLTextAreaElement) from.select();
    else getSelection()?.selectAllChildren(from);
    say(words.not_copied, "info");
  }
}

export function watchTools(): void {
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const pressed = event.target.closest<HTMLElement>("[data-copy], [data-print], [data-open], [data-close]");
    if (!pressed) return;
    const { copy: copied, print, open, close } = pressed.dataset;
    if (copied) {
      const from = document.querySelector<HTMLElement>(copied);
      if (from) void copy(from, pressed);
    } else if (print !== undefined) {
      // A frame prints what it holds, whole; the page would print the part in sight.
      const frame = print ? document.querySelector<HTMLIFrameElement>(print)?.contentWindow : undefined;
      (frame ?? window).print();
    }
    else if (open) document.querySelector<HTMLDialogElement>(open)?.showModal();
    else if (close !== undefined) pressed.closest("dialog")?.close();
  });
}
