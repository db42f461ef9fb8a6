/** Keys that press a button of the page: Ctrl+Z undoes, Ctrl+Y or Ctrl+Shift+Z does again. */

/** What is being typed has its own undo. */
function typing(at: EventTarget | null): boolean {
  return at instanceof Element && at.closest("input:not([type='range']), textarea, select, [contenteditable]") !== null;
}

export function shortcut({ key, ctrlKey, metaKey, altKey, shiftKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): "undo" | "redo" | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" && !shiftKey ? "redo" : undefined;
}

export function watchShortcuts(): void {
  document.addEventListener("keydown", (event) => {
    const asked = shortcut(event);
    if (!asked || typing(event.target)) return;
    const button = document.querySelector<HTMLButtonElement>(`button[data-shortcut="${asked}"]`);
    if (!button) return;
    event.preventDefault();
    if (!button.disabled) button.click();
  });
}
