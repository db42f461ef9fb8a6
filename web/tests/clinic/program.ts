/**
 * A browser on the program itself, which `.ci/browser` has started. What a page's console or its policy complain about
 * fails the test that hears it, and so does a request to any other address.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { until } from "../browser";

const asked = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: these tests are run by .ci/browser`);
  return value;
};

/** Where the program answers. */
export const ADDRESS = asked("CONCORD_ADDRESS").replace(/\/$/, "");
const PROGRAM = asked("CONCORD_PROGRAM");
const CASES = join(asked("CONCORD_WEB"), "../cases");

/** A file of `cases/`. */
export const caseFile = (name: string): string => join(CASES, name);
export const caseText = (name: string): string => readFileSync(caseFile(name), "utf8");

let browser: Browser | undefined;

async function started(): Promise<Browser> {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu", "--use-gl=swiftshader", "--enable-unsafe-swiftshader"],
  });
  return browser;
}

export const closeBrowser = async (): Promise<void> => browser?.close();

type Options = BrowserContextOptions & { expected?: RegExp };

/** Opens a browser of its own, does what the test does, and hears complaints meanwhile except those that it expects. */
export async function visit(act: (page: Page) => Promise<void>, { expected = /^$/, ...options }: Options = {}): Promise<void> {
  const context = await (await started()).newContext({ viewport: { width: 1400, height: 900 }, locale: "en-GB", ...options });
  const complaints: string[] = [];
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  context.on("request", (request) => {
    if (!request.url().startsWith(`${ADDRESS}/`) && !/^(data|blob|about):/.test(request.url())) complaints.push(`elsewhere: ${request.url()}`);
  });
  await context.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  try {
    await act(page);
    // Software drawing is slow, and says so. A request that a newer one replaces is ended on purpose (hx-sync).
    const usual = /GPU stall|GL Driver Message|^htmx:(sendAbort|afterRequest), /;
    const serious = complaints.filter((text) => !expected.test(text) && !usual.test(text));
    assert.deepEqual(serious, []);
  } finally {
    await context.close();
  }
}

/** The id of the case that a page shows. */
export const idOf = (page: Page): string => /\/cases\/([0-9a-f]+)/.exec(page.url())?.[1] ?? assert.fail(`no case: ${page.url()}`);

/** Imports a case file that is there, or a text under a name. */
export async function imported(page: Page, file: string | { name: string; text: string }): Promise<string> {
  await page.goto(`${ADDRESS}/`);
  const chosen = typeof file === "string" ? file : { name: file.name, mimeType: "application/toml", buffer: Buffer.from(file.text) };
  await page.locator("#import-file").setInputFiles(chosen);
  await page.locator('form[action="/import"] button').click();
  await page.waitForURL("**/cases/*/person");
  return idOf(page);
}

/** The scanned case, with its scan uploaded; landmarks of the scan before are dropped with it. */
export async function scanned(page: Page): Promise<string> {
  const id = await imported(page, caseFile("scanned.toml"));
  await page.goto(`${ADDRESS}/cases/${id}/limb`);
  await page.locator("#upload-file").setInputFiles(caseFile("scanned_limb.stl"));
  await page.locator("#upload-form button.primary").click();
  await page.locator('[data-island="limb-3d"][data-loaded]').waitFor();
  return id;
}

/** The text of a case's newest version, as it is exported. */
export async function exported(page: Page, id: string): Promise<string> {
  const answer = await page.request.get(`${ADDRESS}/cases/${id}/export`);
  assert.equal(answer.status(), 200);
  const bytes = await answer.body();
  return bytes.subarray(0, 2).toString() === "PK" ? unpacked(bytes).text : bytes.toString("utf8");
}

/** Every file of an archive, as its directory at the end lists them. */
function entries(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from("PK\x05\x06"));
  const found = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, name, extra, comment] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
    const local = archive.readUInt32LE(at + 42);
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = archive.subarray(begin, begin + size);
    found.set(archive.toString("utf8", at + 46, at + 46 + name), method === 0 ? content : inflateRawSync(content));
    at += 46 + name + extra + comment;
  }
  return found;
}

/** Unpacks an exported archive into a folder, if one is given; the case file's name and text. */
export function unpacked(archive: Buffer, folder?: string): { text: string; file: string } {
  const files = entries(archive);
  const file = [...files.keys()].find((name) => name.endsWith(".toml")) ?? assert.fail("no case in the archive");
  if (folder) for (const [name, content] of files) writeFileSync(join(folder, basename(name)), content);
  return { text: files.get(file)!.toString("utf8"), file };
}

/** Runs the program in a folder. */
export function concord(folder: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(PROGRAM, args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
  return { status, stdout, stderr };
}

/** Waits until the form has been saved as a version. */
export const savedAs = (page: Page, version: number): Promise<void> =>
  page.locator("#case-version", { hasText: new RegExp(`\\b${version}$`) }).waitFor();

/** Waits until every island of the page lives. */
export async function ready(page: Page): Promise<void> {
  await until(() => page.evaluate(() => [...document.querySelectorAll("[data-island]")].every((island) => "ready" in (island as HTMLElement).dataset)), "islands");
}
