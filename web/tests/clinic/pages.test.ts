/** Every page: read by everybody, wide and narrow, light and dark, and quick to come. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { ADDRESS, caseFile, caseText, closeBrowser, imported, ready, scanned, visit } from "./program";

after(closeBrowser);

const axe = readFileSync(createRequire(join(process.env.CONCORD_WEB ?? process.cwd(), "package.json")).resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
}

/** Path of each page by what it is. */
const pages = new Map<string, string>();

before(() =>
  visit(async (page) => {
    const of = (id: string, ...steps: string[]): void => steps.forEach((step) => pages.set(`${step} of ${id}`, `/cases/${ids.get(id)}/${step}`));
    const ids = new Map<string, string>();
    ids.set("a scanned limb", await scanned(page));
    ids.set("a refused person", await imported(page, caseFile("dialysis.toml")));
    const broken = caseText("mechanic.toml").replace(/body_mass_kg = \d+/, "body_mass_kg = 900").replace('activity = "high"', 'activity = "flying"');
    ids.set("a draft", await imported(page, { name: "draft.toml", text: `${broken}\n[limb2]\nlength = 3\n` }));
    pages.set("list", "/").set("compare", "/compare").set("clinic", "/clinic").set("api", "/api").set("login", "/login");
    of("a scanned limb", "person", "limb", "fit", "socket", "socket?tool=brush", "socket?tool=trim&show=wall", "day", "drive", "report", "versions", "delete");
    of("a refused person", "person", "fit", "socket", "day", "report");
    of("a draft", "person", "limb", "fit", "socket", "day", "report");
    await page.goto(`${ADDRESS}/cases/${ids.get("a scanned limb")}/report`);
    await page.locator("#report button.primary").click();
    await page.locator("#report-frame").waitFor({ timeout: 300_000 });
    const chosen = [...ids.values()].slice(0, 2);
    pages.set("compare two", `/compare?a=${chosen[0]}&b=${chosen[1]}`);
  }),
);

async function shown(page: Page, path: string): Promise<void> {
  await page.goto(ADDRESS + path);
  await ready(page);
  await page.waitForTimeout(400);
}

/** What is wrong with the page as it is shown: what axe finds, what is wider than the window, what is there twice or loose. */
async function faults(page: Page, widths: readonly number[]): Promise<string[]> {
  const found: string[] = [];
  const { width, height } = page.viewportSize()!;
  const fits = async (state: string): Promise<void> => {
    let over = 0;
    // What is drawn by script is drawn anew a moment after the window has changed.
    for (let time = 0; time < 20; time += 1) {
      over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over <= 0) return;
      await page.waitForTimeout(100);
    }
    found.push(`${over} px wider than ${page.viewportSize()!.width} px${state}`);
  };
  await fits("");
  const text = (await page.locator("body").textContent())!;
  const key = /\b(choice|field|hint|group|form|nav|day|fit|limb|socket|report|people|unit)\.[a-z_]+(\.[a-z0-9_-]+)+\b(?!\w)/.exec(text);
  if (key && !/^(limb|day|fit)\./.test(key[0])) found.push(`the name of a text: ${key[0]}`);
  const { twice, loose } = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return {
      twice: ids.filter((id, index) => ids.indexOf(id) !== index),
      loose: [...document.querySelectorAll("label[for]")].map((label) => label.getAttribute("for")!).filter((id) => !document.getElementById(id)),
    };
  });
  found.push(...twice.map((id) => `the id ${id} twice`), ...loose.map((id) => `a label of ${id}, which is not there`));
  for (const summary of await page.locator("main summary").all()) if (await summary.isVisible()) await summary.evaluate((summary) => ((summary.parentElement as HTMLDetailsElement).open = true));
  await fits(", all open");
  // Evaluated by the tool that drives the browser: the page's own policy stays as it is. The report has tests of its own.
  await page.evaluate(axe);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate(() => (window as unknown as { axe: Axe }).axe.run({ iframes: false }));
    for (const { id, nodes } of violations) {
      for (const { html, failureSummary } of nodes.slice(0, 3)) found.push(`${colorScheme}: ${id}: ${html.slice(0, 200)}: ${failureSummary.replace(/\s+/g, " ").slice(0, 200)}`);
    }
  }
  for (const other of widths) {
    await page.setViewportSize({ width: other, height });
    await fits(`, from ${width} px`);
  }
  await page.setViewportSize({ width, height });
  return found;
}

// Each page is loaded once a language; the theme and the width change while it is shown, as they do for a reader.
for (const [locale, width, ...others] of [["en-GB", 1400, 360, 2560], ["de-DE", 360, 1400, 2560]] as const) {
  test(`nothing is wrong with any page, ${locale}, ${width} px wide and resized, light and dark`, () =>
    visit(
      async (page) => {
        const found: string[] = [];
        for (const [name, path] of pages) {
          await shown(page, path);
          assert.equal(await page.locator("html").getAttribute("lang"), locale.slice(0, 2));
          found.push(...(await faults(page, others)).map((fault) => `${name}: ${fault}`));
        }
        assert.deepEqual(found, []);
      },
      { locale, viewport: { width, height: 900 } },
    ));
}

test("the report is no wider than a phone", () =>
  visit(
    async (page) => {
      await page.goto(ADDRESS + pages.get("report of a scanned limb")!);
      const source = await page.locator("#report-frame").getAttribute("src");
      await page.goto(new URL(source!, ADDRESS).href);
      assert.ok((await page.locator("h1").count()) === 1);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    },
    { viewport: { width: 390, height: 900 } },
  ));

test("the first page is below 100 kB", (context) =>
  visit(async (page) => {
    let bytes = 0;
    const sizes: Promise<void>[] = [];
    page.on("response", (response) => sizes.push(response.body().then((body) => void (bytes += body.length))));
    const began = performance.now();
    await page.goto(ADDRESS);
    await page.waitForFunction(() => document.documentElement.classList.contains("script"));
    const took = performance.now() - began;
    await page.waitForLoadState("networkidle");
    await Promise.all(sizes);
    assert.ok(bytes < 100_000, `${bytes} bytes`);
    context.diagnostic(`the first page was ready after ${took.toFixed(0)} ms`);
  }));

test("grey is enough: no two states of a pump or a badge differ by colour alone", () =>
  visit(async (page) => {
    await shown(page, pages.get("fit of a scanned limb")!);
    const looks = await page.evaluate(() =>
      ["recommended", "possible", "refused"].map((kind) => {
        const style = getComputedStyle(document.querySelector(`.pumps > .${kind}`)!);
        return `${style.borderTopStyle} ${style.borderTopWidth} ${document.querySelector(`.pumps > .${kind} h3 + p`)!.textContent}`;
      }),
    );
    assert.equal(new Set(looks).size, 3, looks.join(" | "));
  }));
