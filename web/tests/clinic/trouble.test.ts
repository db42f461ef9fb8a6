/** What goes wrong: two at one case, drafts, work that is broken off, pages that are not there, no script. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import { until } from "../browser";
import { ADDRESS, caseFile, caseText, closeBrowser, concord, exported, imported, savedAs, visit } from "./program";

after(closeBrowser);

const fill = async (page: Page, id: string, text: string): Promise<void> => {
  await page.locator(`[id="${id}"]`).fill(text);
  await page.locator(`[id="${id}"]`).press("Tab");
};

test("two browsers at one case: the second is told of both changes, and keeps both", () =>
  visit(
    async (first) => {
      const id = await imported(first, caseFile("mechanic.toml"));
      await visit(
        async (second) => {
          await second.goto(`${ADDRESS}/cases/${id}/person`);
          await fill(first, "person-age_years", "50");
          await savedAs(first, 2);
          await fill(second, "prosthesis-mass_kg", "2.5");
          const conflict = second.locator("#conflict");
          await conflict.waitFor();
          const told = (await conflict.textContent())!;
          for (const part of ["person.age_years", "46", "50", "prosthesis.mass_kg", "2.1", "2.5"]) assert.ok(told.includes(part), part);
          assert.ok(await second.locator("#conflict-heading").evaluate((heading) => heading.getBoundingClientRect().top >= 0 && heading.getBoundingClientRect().bottom <= innerHeight), "in sight");
          assert.equal(await second.locator("#alert .notice").count(), 0);
          await conflict.locator("button.primary").click();
          await second.waitForURL("**/person");
          await savedAs(second, 3);
        },
        { expected: /409/ },
      );
      const text = await exported(first, id);
      assert.match(text, /age_years = 50/);
      assert.match(text, /mass_kg = 2\.5/);
      // The first goes on without being told: what it changed is in the newest version already.
      await fill(first, "person-age_years", "51");
      await first.locator("#conflict").waitFor();
      await first.locator("#conflict").getByRole("link").last().click();
      await first.waitForURL("**/person");
      assert.equal(await first.locator("#prosthesis-mass_kg").inputValue(), "2.5");
    },
    { expected: /409/ },
  ));

interface Fault {
  line: number | null;
  field: string;
  value: string;
  what: string;
  expected: string;
}

const DRAFTS: [string, (text: string) => string][] = [
  ["numbers out of range", (text) => text.replace(/body_mass_kg = \d+/, "body_mass_kg = 900").replace(/foot_length_cm = \d+/, "foot_length_cm = 2")],
  ["a choice that there is not", (text) => text.replace('activity = "high"', 'activity = "flying"')],
  ["text for a number", (text) => text.replace(/age_years = \d+/, 'age_years = "old"')],
  ["a table that there is not", (text) => `${text}\n[limb2]\nlength = 3\n`],
  ["times that cross", (text) => text.replace('from = "07:30"', 'from = "07:10"')],
  ["no TOML", (text) => text.replace("[person]", "[person")],
];

for (const [name, spoil] of DRAFTS) {
  test(`a draft is told each fault that the command tells, in the words of the form: ${name}`, () =>
    visit(async (page) => {
      const text = spoil(caseText("mechanic.toml"));
      const id = await imported(page, { name: "draft.toml", text });
      await page.locator("#case-state .draft").waitFor();
      const folder = mkdtempSync(join(tmpdir(), "concord-draft-"));
      try {
        writeFileSync(join(folder, "draft.toml"), await exported(page, id));
        const { status, stdout, stderr } = concord(folder, "check", "--json", "draft.toml");
        assert.notEqual(status, 0);
        const faults = JSON.parse(stderr.trim() || stdout) as Fault[];
        assert.ok(faults.length > 0);
        // A text that is no case as a whole has lines; a question has its own name.
        const foreign = faults.every((fault) => fault.field) ? /\.toml|line \d|`|TOML|quotes|\w_\w|--|\w\[\d/ : /\.toml|TOML|quotes|\w_\w|--/;
        const pages = ["person", "limb", "day"];
        let listed = 0;
        for (const step of pages) {
          await page.goto(`${ADDRESS}/cases/${id}/${step}`);
          const lists = await page.locator("#case-form section.problems li").allInnerTexts();
          const beside = await page.locator("#case-form p.error").allInnerTexts();
          for (const said of [...lists, ...beside]) assert.doesNotMatch(said, foreign);
          listed += lists.length;
        }
        assert.equal(listed, faults.every((fault) => fault.field) ? faults.length : pages.length * faults.length);
        await page.goto(`${ADDRESS}/cases/${id}/fit`);
        const said = await page.locator(".notice.error li").allInnerTexts();
        assert.equal(said.length, faults.length);
        for (const one of said) assert.doesNotMatch(one, foreign);
      } finally {
        rmSync(folder, { recursive: true });
      }
    }));
}

test("a report is broken off in mid-work, and can be made again", () =>
  visit(async (page) => {
    const id = await imported(page, caseFile("swimmer.toml"));
    await page.goto(`${ADDRESS}/cases/${id}/report`);
    await page.locator("#report button.primary").click();
    await page.locator("#job").waitFor();
    await page.locator("#cancel-report button").click();
    await page.locator("#report .notice.info").waitFor();
    await page.waitForTimeout(800);
    assert.equal(await page.locator("#report-frame").count(), 0);
    await page.locator("#report button.primary").click();
    await page.locator("#report-frame").waitFor({ timeout: 300_000 });
  }));

test("what is not there and what cannot be read is said on a page with a way back", () =>
  visit(
    async (page) => {
      for (const path of ["/nothing", "/cases/0123456789abcdef/person", "/cases/nonsense/fit"]) {
        const answer = await page.goto(ADDRESS + path);
        assert.equal(answer?.status(), 404, path);
        await page.locator(".notice.error").waitFor();
        assert.equal(await page.locator('main a[href="/"]').count(), 1);
      }
      await page.goto(ADDRESS);
      await page.locator("#import-file").setInputFiles({ name: "holiday.toml", mimeType: "application/toml", buffer: Buffer.from("a = 1\n") });
      await page.locator('form[action="/import"] button').click();
      await page.getByText("concord = 1").waitFor();
      const id = await imported(page, caseFile("mechanic.toml"));
      await page.goto(`${ADDRESS}/cases/${id}/limb`);
      await page.locator("#upload-file").setInputFiles({ name: "limb.stl", mimeType: "model/stl", buffer: Buffer.from("solid of nothing") });
      await page.locator("#upload-form button.primary").click();
      await page.locator(".notice.error", { hasText: "limb.stl" }).waitFor();
      assert.ok(!(await exported(page, id)).includes("limb.stl"));
    },
    { expected: /40[04]|422|Failed to load/ },
  ));

test("a fault of the server in a part of a page is said, and what was typed stays", () =>
  visit(
    async (page) => {
      await imported(page, caseFile("mechanic.toml"));
      await page.route("**/edit/person", (route) => route.fulfill({ status: 500, contentType: "text/html", body: "<div class='notice error'>the disk is full</div>" }));
      await fill(page, "person-age_years", "47");
      await page.locator("#alert").getByText("the disk is full").waitFor();
      assert.equal(await page.locator("#person-age_years").inputValue(), "47");
      await page.unroute("**/edit/person");
      await fill(page, "person-age_years", "48");
      await savedAs(page, 2);
    },
    { expected: /500|Response Status Error/ },
  ));

test("German is chosen once and stays, and so does the theme", () =>
  visit(async (page) => {
    await page.goto(ADDRESS);
    await page.locator(".switches").getByRole("link", { name: "Deutsch" }).click();
    await page.getByRole("heading", { level: 1, name: "Menschen und Fälle" }).waitFor();
    await page.locator('.switches a[href*="theme=dark"]').click();
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
    const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(colour, "rgb(20, 20, 20)");
    await imported(page, caseFile("mechanic.toml"));
    assert.equal(await page.locator("html").getAttribute("lang"), "de");
    await fill(page, "person-body_mass_kg", "900");
    const wrong = page.locator("#person-body_mass_kg-error");
    await wrong.waitFor();
    assert.doesNotMatch((await wrong.textContent())!, /out of range/);
    await fill(page, "person-body_mass_kg", "84,5");
    await wrong.waitFor({ state: "detached" });
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  }));

test("without script a form is saved and a report is made", () =>
  visit(
    async (page) => {
      await page.goto(ADDRESS);
      await page.locator("#new-name").fill("Without script");
      await page.locator("#new-from").selectOption("mechanic");
      await page.locator('form[action="/cases"] button').click();
      await page.waitForURL("**/person");
      await page.locator("#person-age_years").fill("47");
      await page.locator('button[name="save"]').click();
      await page.waitForURL("**/person");
      assert.equal(await page.locator("#person-age_years").inputValue(), "47");
      await savedAs(page, 2);
      await page.locator('nav.steps a[href$="/report"]').click();
      await page.locator("#report button.primary").click();
      await until(async () => {
        if ((await page.locator("#report-frame").count()) > 0) return true;
        await page.reload();
        await page.waitForTimeout(400);
        return false;
      }, "the report");
      await page.frameLocator("#report-frame").getByRole("heading", { name: "Without script" }).waitFor();
    },
    { javaScriptEnabled: false },
  ));

test("the limb's panel takes an error away as soon as the form is mended, and shows no answer to an earlier question", () =>
  visit(async (page) => {
    const id = await imported(page, caseFile("mechanic.toml"));
    await page.goto(`${ADDRESS}/cases/${id}/limb`);
    await page.locator('[data-island="limb-3d"][data-loaded]').waitFor();
    await fill(page, "limb-limb_length_mm", "120");
    const wrong = page.locator("#limb-view #limb-error");
    await wrong.waitFor();
    const said = (await wrong.textContent())!;
    assert.match(said, /row 5/);
    assert.doesNotMatch(said, /\.toml|line \d|circumferences\[|_mm/);
    await fill(page, "limb-limb_length_mm", "155");
    await savedAs(page, 3);
    // The form is mended: from now on nobody reads the old fault, whatever the limb still takes.
    assert.doesNotMatch((await page.locator("#limb-view").textContent())!, /distal end at/);
    await page.locator('#limb-view [data-island="limb-3d"][data-loaded]').waitFor();
    assert.equal((await wrong.textContent())!.trim(), "");
  }));

test("a day is told by steps and a kind, and 185 kg are asked back", () =>
  visit(async (page) => {
    const id = await imported(page, caseFile("mechanic.toml"));
    await page.goto(`${ADDRESS}/cases/${id}/person`);
    await fill(page, "person-body_mass_kg", "185");
    await page.getByRole("button", { name: "185 lb is meant" }).click();
    await savedAs(page, 3);
    assert.match(await exported(page, id), /body_mass_lb = 185/);
    await page.goto(`${ADDRESS}/cases/${id}/day`);
    // A day that is half told has no picture: whoever asked for one just before is answered with an error.
    await page.locator("#day-chart[data-bands=true]").waitFor();
    await page.locator("#plan-heading").click();
    await page.locator("#day-by-steps").click();
    await page.locator("#day-steps").waitFor();
    await fill(page, "day-steps", "6000");
    await page.getByLabel("at a desk").check();
    await fill(page, "day-from", "07:00");
    await fill(page, "day-to", "23:00");
    await until(async () => (await exported(page, id)).includes('to = "23:00"'), "the day is told");
    const text = await exported(page, id);
    assert.match(text, /steps = 6000/);
    assert.match(text, /kind = "at_a_desk"/);
    assert.doesNotMatch(text, /do = "walk"/);
    await page.reload();
    await page.getByText(/Expanded from 6,000 steps and “at a desk”, 07:00 to 23:00/).first().waitFor();
    await page.locator("#day-chart[data-redraw-ms]").waitFor();
  }));

test("what is typed and pressed while an earlier change is saved is kept and saved after it", () =>
  visit(async (page) => {
    const id = await imported(page, caseFile("mechanic.toml"));
    await page.goto(`${ADDRESS}/cases/${id}/person`);
    // Every answer takes half a second.
    await page.route("**/edit/*", async (route) => {
      await new Promise((done) => setTimeout(done, 500));
      await route.continue();
    });
    await fill(page, "person-age_years", "51");
    await fill(page, "person-body_mass_kg", "91");
    await page.locator('[id="prosthesis-mass_kg"]').fill("2");
    await savedAs(page, 3);
    const typing = page.locator('[id="prosthesis-mass_kg"]');
    assert.equal(await typing.evaluate((field) => field === document.activeElement), true);
    assert.equal(await typing.inputValue(), "2");
    await typing.press("End");
    await page.keyboard.type(".4");
    await typing.press("Tab");
    await savedAs(page, 4);
    const text = await exported(page, id);
    for (const said of [/age_years = 51/, /body_mass_kg = 91/, /mass_kg = 2\.4/]) assert.match(text, said);
    // Left as it was put back: nothing is typed any more, and it is saved all the same.
    await fill(page, "person-age_years", "52");
    await page.locator('[id="person-body_mass_kg"]').fill("92");
    await savedAs(page, 5);
    await page.locator('[id="person-body_mass_kg"]').press("Tab");
    await savedAs(page, 6);
    assert.match(await exported(page, id), /body_mass_kg = 92/);
    // A button pressed meanwhile is pressed in the new form.
    await page.goto(`${ADDRESS}/cases/${id}/day`);
    const rows = (text: string): number => text.match(/^ +\{/gm)?.length ?? 0;
    const before = rows(await exported(page, id));
    await page.locator("#case-form button.add-row").first().waitFor({ state: "attached" });
    await page.locator('#case-form button.add-row').first().evaluate((button: HTMLButtonElement) => {
      button.form!.dispatchEvent(new Event("change", { bubbles: true }));
      button.click();
    });
    await until(async () => rows(await exported(page, id)) === before + 1, "a row more");
    // Somebody else was first: what was typed behind one's back is named.
    await page.goto(`${ADDRESS}/cases/${id}/person`);
    await visit(async (other) => {
      await other.goto(`${ADDRESS}/cases/${id}/person`);
      await fill(other, "person-age_years", "60");
      await until(async () => (await exported(other, id)).includes("age_years = 60"), "the other's change");
    });
    await fill(page, "person-age_years", "61");
    await page.locator('[id="person-body_mass_kg"]').fill("93");
    await page.locator("#conflict").waitFor();
    // The conflict is shown first, what was not saved is told right after it.
    await page.locator("#alert").filter({ hasText: /not saved itself: .*mass/i }).waitFor();
  }, { expected: /409/ }));
