/**
 * An island that changes the case is often swapped for another under the same name. Who worked in it by keyboard goes on
 * where they were.
 */

const PARTS = "[tabindex], select, input, button, summary";

let last: { island: string; part: number } | undefined;

const parts = (island: HTMLElement): HTMLElement[] => [...island.querySelectorAll<HTMLElement>(PARTS)];

export function watchFocus(): void {
  document.addEventListener("focusin", (event) => {
    const part = event.target as HTMLElement;
    const island = part.closest<HTMLElement>("[data-island][id]");
    last = island ? { island: island.id, part: parts(island).indexOf(part) } : undefined;
  });
}

/** Called once an island is complete. */
export function restoreFocus(island: HTMLElement): void {
  const nobody = document.activeElement === null || document.activeElement === document.body;
  if (nobody && last?.island === island.id && island.id) parts(island)[last.part]?.focus({ preventScroll: true });
}
