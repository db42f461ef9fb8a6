/** htmx: within the page's policy, with the token, and with words when a request fails. */
import htmx from "htmx.org";
import { say, sayAnswer, unsay } from "../alert";
import { token } from "../http";
import { pageWords } from "../words";

interface Detail {
  elt: HTMLElement;
  target: HTMLElement;
  xhr: XMLHttpRequest;
  shouldSwap: boolean;
  isError: boolean;
  successful: boolean;
  headers: Record<string, string>;
  requestConfig: { verb: string; path: string; elt: HTMLElement; target: HTMLElement };
}

const detail = (event: Event): Detail => (event as CustomEvent<Detail>).detail;

/** Elements whose request is sent for the second time. */
const again = new Set<HTMLElement>();

export function setUpHtmx(): void {
  Object.assign(htmx.config, {
    allowEval: false,
    allowScriptTags: false,
    includeIndicatorStyles: false,
    selfRequestsOnly: true,
    historyCacheSize: 0,
    responseHandling: [
      { code: "204", swap: false },
      { code: "[23]..", swap: true },
      // A form with what is wrong beside its fields.
      { code: "422", swap: true },
      { code: "[45]..", swap: false, error: true },
    ],
  });

  document.addEventListener("htmx:configRequest", (event) => {
    const { headers } = detail(event);
    headers["X-CSRF-Token"] = token();
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    const swap = detail(event);
    const { status } = swap.xhr;
    const says = (name: string): boolean => swap.xhr.getResponseHeader(name) !== null;
    // The server said where its words go.
    if (status >= 400 && (says("HX-Retarget") || says("HX-Reswap"))) {
      swap.shouldSwap = true;
      swap.isError = false;
    }
    const type = swap.xhr.getResponseHeader("Content-Type") ?? "";
    // A refusal that is no form must not replace one.
    if (status === 422 && !type.includes("html")) {
      swap.shouldSwap = false;
      swap.isError = true;
    }
  });

  document.addEventListener("htmx:responseError", (event) => {
    const { xhr } = detail(event);
    if (xhr.status === 401) location.assign("/login");
    else void sayAnswer(xhr.responseText, xhr.getResponseHeader("Content-Type") ?? "");
  });

  document.addEventListener("htmx:sendError", (event) => void lost(detail(event)));
  document.addEventListener("htmx:afterRequest", (event) => {
    const { elt, successful } = detail(event);
    if (!successful) return;
    if (again.delete(elt)) unsay();
  });
}

async function lost({ elt, requestConfig: { verb, path, target } }: Detail): Promise<void> {
  const words = await pageWords();
  if (again.delete(elt)) {
    say(words.still_lost, "error");
    return;
  }
  again.add(elt);
  say(words.lost, "warning");
  await new Promise((done) => setTimeout(done, 1000));
  // The inputs are read anew, so what was typed meanwhile goes along.
  if (elt.isConnected) {
    const swap = elt.closest("[hx-swap]")?.getAttribute("hx-swap") ?? undefined;
    await htmx.ajax(verb as "get", path, { source: elt, target, swap: swap as "innerHTML" }).catch(() => undefined);
  }
}
