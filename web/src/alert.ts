/** The one place where the page says that something went wrong. */
import { button, el } from "./dom";
import { pageWords } from "./words";

function region(): HTMLElement {
  const found = document.getElementById("alert");
  if (found) return found;
  const made = el("div", { id: "alert", role: "alert" });
  document.body.prepend(made);
  return made;
}

export function say(what: string | Node, kind: "info" | "warning" | "error"): void {
  const notice = el("div", { class: `notice ${kind}` }, el("div", {}, what));
  void pageWords().then((words) => {
    const close = button("×", unsay, "quiet close");
    close.setAttribute("aria-label", words.close);
    notice.append(close);
  });
  region().replaceChildren(notice);
}

export function unsay(): void {
  document.getElementById("alert")?.replaceChildren();
}

/** Shows what the server answered, be it a page, a problem in JSON or a sentence. */
export async function sayAnswer(text: string, type: string): Promise<void> {
  const words = await pageWords();
  if (type.includes("json")) {
    say(messageIn(text) ?? words.failed, "error");
  } else if (type.includes("html")) {
    const page = new DOMParser().parseFromString(text, "text/html");
    // Of a whole page only what it says; its head and navigation are here already.
    const part = page.querySelector("main") ?? page.body;
    // A notice in the notice would be a box in a box.
    for (const notice of part.querySelectorAll(".notice")) notice.replaceWith(...notice.childNodes);
    const fragment = document.createDocumentFragment();
    fragment.append(...Array.from(part.childNodes, (node) => document.importNode(node, true)));
    say(fragment.textContent?.trim() ? fragment : words.failed, "error");
  } else say(text.trim() || words.failed, "error");
}

/** A fault as the program's API tells it. */
interface Fault {
  field: string;
  value: string;
  what: string;
  expected: string;
}

function messageIn(text: string): string | undefined {
  try {
    const answer = JSON.parse(text) as { message?: unknown; faults?: Partial<Fault>[] };
    if (typeof answer.message === "string") return answer.message;
    const faults = answer.faults?.map(({ field, value, what, expected }) => {
      const where = [field, value && `"${value}"`].filter(Boolean).join(" = ");
      return `${where ? `${where}: ` : ""}${what ?? ""}${expected ? `; ${expected}` : ""}`;
    });
    return faults?.join(" · ") || undefined;
  } catch {
    return undefined;
  }
}
