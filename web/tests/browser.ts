/** A browser on the fixture pages. What its console or the policy complain about fails the test that hears it. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import type { Served } from "../fixtures/server.mjs";

const web = process.env.CONCORD_WEB ?? process.cwd();
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const SOFTWARE_GL = ["--disable-gpu", "--use-gl=swiftshader", "--enable-unsafe-swiftshader"];

export interface Opened {
  page: Page;
  server: Served;
  /** What was posted to a path. */
  posts(path: string): Served["posted"];
}

let browser: Browser | undefined;

async function start(gl: boolean): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-background-networking", ...(gl ? SOFTWARE_GL : ["--disable-gpu", "--disable-3d-apis"])],
  });
}

/** Opens a page, does what the test does, and hears complaints meanwhile except those that it expects. */
export async function on(
  path: string,
  act: (opened: Opened) => Promise<void>,
  { expected = /^$/, gl = true, ...options }: BrowserContextOptions & { expected?: RegExp; gl?: boolean } = {},
): Promise<void> {
  const { serve } = (await import(pathToFileURL(join(web, "fixtures/server.mjs")).href)) as typeof import("../fixtures/server.mjs");
  const server = await serve();
  const used = gl ? (browser ??= await start(true)) : await start(false);
  const context = await used.newContext({ viewport: { width: 1300, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  try {
    await page.addInitScript(() => document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)));
    await page.goto(server.url + path);
    const islands = page.locator("[data-island]");
    for (let i = 0; i < (await islands.count()); i += 1) await islands.nth(i).and(page.locator("[data-ready]")).waitFor();
    await act({ page, server, posts: (wanted) => server.posted.filter((posted) => posted.path === wanted) });
    // Software drawing is slow, and says so.
    const serious = complaints.filter((text) => !expected.test(text) && !/GPU stall|GL Driver Message/.test(text));
    assert.deepEqual(serious, []);
  } finally {
    await context.close();
    await server.close();
    if (!gl) await used.close();
  }
}

export const closeBrowser = async (): Promise<void> => browser?.close();

/** Cuts the connection of the next requests to a path. */
export async function cut(page: Page, path: string, times: number): Promise<void> {
  await page.route(`**${path}`, (route) => route.abort("connectionreset"), { times });
}

/** Waits until `found` gives something true. */
export async function until<T>(found: () => T | Promise<T>, what: string): Promise<NonNullable<T>> {
  for (let tries = 0; tries < 200; tries += 1) {
    const value = await found();
    if (value) return value;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`never: ${what}`);
}
