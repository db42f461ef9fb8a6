/** Questions to the server, with its token, and what is said when they fail. */
import { say, sayAnswer, unsay } from "./alert";
import { pageWords } from "./words";

export const token = (): string => document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? "";

/** There was no good answer, and the reader has been told. */
export class Refused extends Error {
  override name = "Refused";
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const brokenOff = (signal?: AbortSignal): boolean => signal?.aborted === true;

async function ask(url: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(url, init);
    return response;
  } catch (error) {
    if (brokenOff(init.signal ?? undefined)) throw error;
  }
  const words = await pageWords();
  say(words.lost, "warning");
  await wait(1000);
  try {
    const response = await fetch(url, init);
    unsay();
    return response;
  } catch (error) {
    if (brokenOff(init.signal ?? undefined)) throw error;
    say(words.still_lost, "error");
    throw new Refused("no connection");
  }
}

async function checked(response: Response): Promise<Response> {
  if (response.ok) return response;
  if (response.status === 401) location.assign("/login");
  else await sayAnswer(await response.text(), response.headers.get("content-type") ?? "");
  throw new Refused(`${response.status}`);
}

/** Posts `body` as JSON. Throws if there is no good answer; the reader has been told by then. */
export async function post(url: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const headers = { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-Token": token() };
  return checked(await ask(url, { method: "POST", headers, body: JSON.stringify(body), signal }));
}

export async function get(url: string, signal?: AbortSignal): Promise<Response> {
  return checked(await ask(url, { signal }));
}

/** What is asked once the dear answers before it have come, where the browser has no locks. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Asks for what takes the server long, and reads the answer, after whatever else was asked so: one at a time among all tabs.
 * A browser has six connections to one host, and what waits on all of them keeps a save or a slider waiting.
 */
export async function dear<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  // Pages that came over a network without TLS have none.
  if (navigator.locks) return navigator.locks.request("concord-dear", { signal }, ask);
  const mine = before.then(() => {
    signal.throwIfAborted();
    return ask();
  });
  before = mine.catch(() => undefined);
  return mine;
}

/** As [`post`], for actions whose answer may be empty. */
export async function postForJson<T>(url: string, body: unknown, signal?: AbortSignal): Promise<T | undefined> {
  const text = await (await post(url, body, signal)).text();
  return text.trim().startsWith("{") ? (JSON.parse(text) as T) : undefined;
}

/** Tells the page that an island has made another version of the case. */
export function changed(): void {
  // What a form changes is told by the first alone: the form itself is new already.
  for (const name of ["concord:changed", "concord:changed-in-picture"]) document.body.dispatchEvent(new CustomEvent(name, { bubbles: true }));
}
