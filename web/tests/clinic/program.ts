/**
 * A browser on the program itself, which `.ci/browser` has started. What a page's console or its policy complain about
 * fails the test that hears it, and so does a request to any other address.
 */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
    // Software drawing is slow, and says so.
    const serious = complaints.filter((text) => !expected.test(text) && !/GPU stall|GL Driver Message/.test(text));
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

/** The scanned case, with its scan. */
export async function scanned(page: Page): Promise<string> {
  const id = await imported(page, caseFile("scanned.toml"));
  await page.goto(`${ADDRESS}/cases/${id}/limb`);
  await page.locator("#upload-file").setInputFiles(caseFile("scanned_limb.stl"));
  await page.locator("#upload-form button.primary").click();
  await page.locator('[data-island="limb-3d"][data-loaded]').waitFor();
  // As the case file has them: a new scan drops the landmarks of the one before.
  return id;
}

/** The text of a case's newest version, as it is exported. */
export async function exported(page: Page, id: string): Promise<string> {
  const answer = await page.request.get(`${ADDRESS}/cases/${id}/export`);
  assert.equal(answer.status(), 200);
  const bytes = await answer.body();
  return bytes.subarray(0, 2).toString() === "PK" ? unpacked(bytes).text : bytes.toString("utf8");
}

/** Reads an exported archive with the tools that the system has; `keep` is where it stays unpacked. */
export function unpacked(archive: Buffer, keep?: string): { text: string; file: string } {
  const folder = keep ?? mkdtempSync(join(tmpdir(), "concord-export-"));
  try {
    const script = "import sys, zipfile, io\nz = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))\nz.extractall(sys.argv[1])\nprint([n for n in z.namelist() if n.endswith('.toml')][0])";
    const file = execFileSync("python3", ["-c", script, folder], { input: archive }).toString().trim();
    return { text: readFileSync(join(folder, file), "utf8"), file };
  } finally {
    if (!keep) rmSync(folder, { recursive: true });
  }
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
