/** The whole way from nobody to a report, by mouse, and by keyboard as far as the fit. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { until } from "../browser";
import { ADDRESS, caseFile, closeBrowser, concord, exported, idOf, ready, savedAs, unpacked, visit } from "./program";

after(closeBrowser);

const step = (page: Page, name: string): Locator => page.locator("nav.steps").getByRole("link", { name });
const value = (page: Page, id: string): Promise<string> => page.locator(`[id="${id}"]`).inputValue();

/** The viewer of an island, once its surface is drawn. */
async function viewer(page: Page, island = '[data-island="limb-3d"]'): Promise<{ x: number; y: number; width: number; height: number }> {
  await page.locator(`${island}[data-loaded]`).waitFor();
  const box = page.locator(`${island} .viewer-box`);
  await box.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  return (await box.boundingBox())!;
}

async function download(page: Page, link: Locator): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return readFileSync(await file.path());
}

test("the whole way by mouse: from a new case to the report that concord run writes", (context) =>
  visit(async (page) => {
    await page.goto(ADDRESS);
    await page.locator("#new-name").fill("The whole way");
    await page.locator("#new-from").selectOption("mechanic");
    await page.getByRole("button", { name: "Create the case" }).click();
    await page.waitForURL("**/person");
    const id = idOf(page);

    // The body mass in pounds; nonsense is told beside the field, and mended.
    await page.locator('select[name="unit:person.body_mass_kg"]').selectOption("lb");
    await until(async () => (await value(page, "person-body_mass_kg")).startsWith("185"), "the mass in pounds");
    await page.locator("#person-body_mass_kg").fill("heavy");
    await page.locator("#case-form h2").first().or(page.locator("legend").first()).click();
    const wrong = page.locator("#person-body_mass_kg-error");
    await wrong.waitFor();
    assert.match((await wrong.textContent())!, /number/);
    assert.equal(await value(page, "person-body_mass_kg"), "heavy");
    await page.locator("#person-body_mass_kg").fill("200");
    await page.locator("legend").first().click();
    await wrong.waitFor({ state: "detached" });
    assert.match(await exported(page, id), /body_mass_lb = 200|body_mass_kg = 90\.7/);
    await page.locator("#case-state .fitted").waitFor();

    await step(page, "Limb").click();
    await page.waitForURL("**/limb");
    await page.locator("#upload-file").setInputFiles(caseFile("scanned_limb.stl"));
    await page.getByRole("button", { name: "Upload" }).click();
    // Another limb's scan: the two are shown side by side, and it is asked which one goes.
    await page.locator("#tape-or-scan").waitFor();
    assert.match((await page.locator("#tape-or-scan").textContent())!, /DISAGREES/);
    await page.locator('[data-island="limb-3d"][data-mode="landmarks"][data-loaded]').waitFor();
    assert.ok(!(await exported(page, id)).includes("landmarks"));
    const asked = Number(/\d+/.exec((await page.locator("#case-version").textContent())!)![0]);
    await page.locator("#scan-goes_by").selectOption("scan");
    await savedAs(page, asked + 1);
    await page.locator("#scan-goes_by_reason").fill("taped over a sock");
    await page.locator("#case-form legend").first().click();
    await savedAs(page, asked + 2);
    await page.locator("#tape-or-scan").waitFor({ state: "detached" });
    await page.locator("#case-state .fitted").waitFor();
    await page.locator('[data-island="limb-3d"][data-mode="landmarks"][data-loaded]').waitFor();
    let box = await viewer(page);
    const before = Number(/\d+/.exec((await page.locator("#case-version").textContent())!)![0]);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.4);
    await savedAs(page, before + 1);
    assert.match(await exported(page, id), /landmarks = \[\{ ?name = "mid_patellar_tendon", at = \[/);
    // The form beside has it too, and goes on from that version.
    await page.locator('[id="scan-landmarks-0-name"]').waitFor();
    await page.locator("#limb-daily_fluctuation_mm").fill("12");
    await page.locator("#case-form legend").first().click();
    await savedAs(page, before + 2);
    assert.equal(await page.locator("#conflict").count(), 0);

    await step(page, "Fit").click();
    await page.waitForURL("**/fit");
    const as = await exported(page, id);
    assert.equal(await page.locator("#flips .badge.flipped").count(), 0);
    await page.locator('[id="prosthesis.available_clearance_mm"]').fill("100");
    await page.locator("#flips .pump.refused", { hasText: "4R180" }).locator(".badge.flipped").waitFor();
    assert.equal(await exported(page, id), as);

    await step(page, "Socket").click();
    await page.waitForURL("**/socket");
    await viewer(page, "#socket-3d");
    const steps = await page.locator(".steps-list > li").count();
    await page.getByRole("link", { name: "Brush", exact: true }).click();
    box = await viewer(page, "#socket-3d");
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await until(async () => (await page.locator(".steps-list > li").count()) === steps + 1, "a step more");
    await page.getByRole("link", { name: "Trim line", exact: true }).click();
    await viewer(page, "#socket-3d");
    const text = await exported(page, id);
    const handle = page.locator("#socket-3d .handle:not(.behind)").first();
    const grip = (await handle.boundingBox())!;
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2 + 14, { steps: 4 });
    await page.mouse.up();
    await until(async () => (await exported(page, id)) !== text, "another trim line");
    for (const shown of ["Wall thickness", "Solid", "Distance map"]) {
      await page.getByRole("link", { name: shown }).click();
      await viewer(page, "#socket-3d");
    }
    const solid = await download(page, page.getByRole("link", { name: /socket\.stl$/ }));
    assert.equal(solid.length, 84 + 50 * solid.readUInt32LE(80));

    await step(page, "Day").click();
    await page.waitForURL("**/day");
    const chart = page.locator("#day-chart[data-redraw-ms]");
    await chart.waitFor();
    for (const mass of ["95", "70"]) {
      await page.evaluate(() => delete document.getElementById("day-chart")!.dataset.redrawMs);
      await page.locator("#body_mass_kg").fill(mass);
      await chart.waitFor();
      context.diagnostic(`the day was drawn anew in ${await chart.getAttribute("data-redraw-ms")} ms`);
    }
    const when = page.locator("#day-chart .chart-when");
    const at = await when.textContent();
    await page.getByRole("button", { name: "Play the day" }).click();
    await until(async () => (await when.textContent()) !== at, "time goes by");
    await page.getByRole("button", { name: "Stop" }).or(page.getByRole("button", { name: "Pause" })).click();
    await page.locator("#pressure[data-loaded]").waitFor();
    assert.match((await page.locator("#pressure table").textContent())!, /distal end\s*\d+/);

    await page.getByRole("link", { name: /switch/ }).click();
    await page.waitForURL("**/drive");
    await ready(page);
    const vacuum = page.locator("#drive .lamp.vacuum dd");
    await page.getByRole("radio", { name: /automatic/ }).click();
    await page.locator("#drive select").selectOption("60");
    await until(async () => Number.parseFloat((await vacuum.textContent())!.replace(",", ".")) > 20, "the vacuum rises");

    await step(page, "Report").click();
    await page.waitForURL("**/report");
    await page.locator("#report button.primary").click();
    await page.locator("#report-frame").waitFor({ timeout: 300_000 });
    await page.frameLocator("#report-frame").getByRole("heading", { name: "The whole way" }).waitFor();
    const report = await download(page, page.getByRole("link", { name: "Download" }));

    const folder = mkdtempSync(join(tmpdir(), "concord-path-"));
    try {
      const { file } = unpacked(await download(page, page.getByRole("link", { name: "Export" })), folder);
      const run = concord(folder, "run", file, "--out", "again");
      assert.equal(run.status, 0, run.stderr);
      const written = readFileSync(join(folder, "again", file.replace(".toml", ".html")));
      assert.ok(written.equals(report), `${written.length} and ${report.length} bytes`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }));

/** Goes on by Tab until the focus is in what `selector` names. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) === true, selector)) return;
  }
  assert.fail(`no Tab leads to ${selector}`);
}

test("the same by keyboard alone as far as the fit, and the focus outlives every swap", () =>
  visit(async (page) => {
    await page.goto(ADDRESS);
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement?.matches(".skip") === true));
    await tabTo(page, "#new-name");
    await page.keyboard.type("By keyboard");
    await page.keyboard.press("Tab");
    await page.keyboard.type("a comm");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/person");
    const id = idOf(page);
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? "");

    await tabTo(page, "#person-body_mass_kg");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("nonsense");
    await page.keyboard.press("Tab");
    await page.locator("#person-body_mass_kg-error").waitFor();
    assert.match(await focused(), /^unit-person/);
    await page.keyboard.press("Shift+Tab");
    assert.equal(await focused(), "person-body_mass_kg");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("91");
    // Enter saves where one is.
    await page.keyboard.press("Enter");
    await page.locator("#person-body_mass_kg-error").waitFor({ state: "detached" });
    assert.equal(await focused(), "person-body_mass_kg");
    await tabTo(page, 'input[name="person.water_use"]');
    await page.keyboard.press("ArrowDown");
    await until(async () => (await exported(page, id)).includes('water_use = "swim"'), "swims");
    assert.equal(await focused(), "person-water_use-swim");
    assert.match(await exported(page, id), /body_mass_kg = 91/);

    await page.goto(`${ADDRESS}/cases/${id}/person`);
    await tabTo(page, 'nav.steps a[href$="/limb"]');
    await page.keyboard.press("Enter");
    await page.waitForURL("**/limb");
    await tabTo(page, "#limb-circumferences-add");
    await page.keyboard.press("Enter");
    await page.locator('[id="limb-circumferences-5-circumference_mm"]').waitFor();
    assert.match(await focused(), /^limb-circumferences/);
    await tabTo(page, '[id="limb-circumferences-5-remove"]');
    await page.keyboard.press("Enter");
    await page.locator('[id="limb-circumferences-5-circumference_mm"]').waitFor({ state: "detached" });

    await page.goto(`${ADDRESS}/cases/${id}/limb`);
    await tabTo(page, 'nav.steps a[href$="/fit"]');
    await page.keyboard.press("Enter");
    await page.waitForURL("**/fit");
    await tabTo(page, '[id="prosthesis.available_clearance_mm"]');
    await page.keyboard.press("Control+a");
    await page.keyboard.type("100");
    await page.locator("#flips .badge.flipped").first().waitFor();
    assert.equal(await focused(), "prosthesis.available_clearance_mm");
  }));
