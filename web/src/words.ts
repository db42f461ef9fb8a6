/** The words in the language of the page. Loaded once, apart from the first script: a page brings one language. */
import type { Words } from "./words/en";

export type { Words };

let loaded: Promise<Words> | undefined;

export function pageWords(): Promise<Words> {
  const german = document.documentElement.lang.toLowerCase().startsWith("de");
  loaded ??= (german ? import("./words/de") : import("./words/en")).then((file) => file.words);
  return loaded;
}

/** What the server says in `own` goes before what the script would say. */
export function withOwn(words: Words, own: Record<string, string> | undefined): Words {
  return own ? { ...words, ...own } : words;
}
