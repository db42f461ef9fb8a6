import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import { closeBrowser, cut, on, until } from "./browser";

after(closeBrowser);

const drawn = (page: Page) => page.locator("#day .chart-plot canvas").first().waitFor();
const time = async (page: Page): Promise<number> => Number(await page.locator("#day [role=slider]").getAttribute("aria-valuenow"));

test("a slider that moves is answered and drawn within 50 ms of the answer, on the same plots", () =>
  on("/day.html", async ({ page, posts }) => {
    await drawn(page);
    await page.waitForSelector("#day[data-bands=true]");
    await page.evaluate(() => document.querySelectorAll("#day canvas").forEach((canvas) => canvas.setAttribute("data-first", "")));
    const times: number[] = [];
    for (let value = 0; value <= 10; value += 1) {
      const before = posts("/day").length;
      await page.evaluate(() => delete document.getElementById("day")!.dataset.redrawMs);
      await page.locator("#activity").fill(String(value));
      await page.waitForSelector("#day[data-redraw-ms]");
      times.push(Number(await page.locator("#day").getAttribute("data-redraw-ms")));
      assert.ok(posts("/day").length > before);
    }
    times.sort((a, b) => a - b);
    assert.ok(times[5] < 50, `median of ${times}`);
    assert.equal(await page.locator("#day canvas:not([data-first])").count(), 0);
    assert.equal(posts("/day").at(-1)!.token, "fixture-token");
    await until(() => posts("/day").at(-1)!.body.bands === true, "the spread");
    assert.deepEqual(posts("/day").at(-1)!.body, { activity: 10, socks: 1, bands: true });
    assert.equal(await page.locator("output[for=activity]").textContent(), "10 ×1000");
  }));

test("days whose spread takes long keep no slider waiting, however many tabs are open", () =>
  on("/day.html", async ({ page, server, posts }) => {
    await drawn(page);
    await page.waitForSelector("#day[data-bands=true]");
    server.held.spread = true;
    // One more than a browser has connections to one host.
    const tabs = await Promise.all(Array.from({ length: 7 }, () => page.context().newPage()));
    for (const tab of tabs) {
      await tab.goto(`${server.url}/day.html`);
      await drawn(tab);
      await until(() => tab.evaluate(() => document.querySelector("#day")!.hasAttribute("data-redraw-ms")), "a day");
    }
    await until(() => posts("/day").at(-1)!.body.bands === true || posts("/day").filter(({ body }) => body.bands).length > 1, "a spread that is held");
    // Every tab has had the time to ask for its own.
    await page.waitForTimeout(1_000);
    await tabs[6].locator("#activity").fill("7");
    await until(() => posts("/day").some(({ body }) => body.activity === 7 && !body.bands), "the slider is asked");
    server.held.spread = false;
    await tabs[6].waitForSelector("#day[data-bands=true]");
  }));

test("the hand of time moves by keys, and says what it stands on", () =>
  on("/day.html", async ({ page }) => {
    await drawn(page);
    const slider = page.locator("#day [role=slider]");
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await time(page), 25260);
    await page.keyboard.press("Shift+ArrowRight");
    assert.equal(await time(page), 25860);
    assert.match((await slider.getAttribute("aria-valuetext"))!, /^07:11 Stand; Limb volume against the morning: Pump −?\d/);
    await page.keyboard.press("End");
    assert.equal(await time(page), 82800);
    await page.keyboard.press("Home");
    assert.equal(await time(page), 25200);
    assert.equal(await page.locator(".chart-when").textContent(), "07:00 · Stand");
  }));

test("a drag zooms every plot, and Escape shows the whole day again", () =>
  on("/day.html", async ({ page }) => {
    await drawn(page);
    const plot = page.locator("#day .u-over").nth(1);
    await plot.scrollIntoViewIfNeeded();
    const box = (await plot.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.25, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + 30, { steps: 5 });
    await page.mouse.up();
    const button = page.getByRole("button", { name: "Show the whole day" });
    await until(() => button.isEnabled(), "zoomed");
    await page.locator("#day [role=slider]").focus();
    await page.keyboard.press("Home");
    const from = await time(page);
    assert.ok(Math.abs(from - (25200 + 0.25 * 57600)) < 400, String(from));
    // Another day keeps what was zoomed to.
    await page.locator("#activity").fill("9");
    await page.waitForSelector("#day[data-bands=false]");
    assert.ok(await button.isEnabled());
    await page.locator("#day [role=slider]").focus();
    await page.keyboard.press("Escape");
    assert.ok(await button.isDisabled());
    await page.keyboard.press("Home");
    assert.equal(await time(page), 25200);
  }));

test("the pointer over one plot moves the hand of all, and tells the page the time", () =>
  on("/day.html", async ({ page, posts }) => {
    await drawn(page);
    const plot = page.locator("#day .u-over").first();
    const box = (await plot.boundingBox())!;
    await page.evaluate(() => document.addEventListener("concord:time", (event) => (document.body.dataset.t = String((event as CustomEvent<{ t_s: number }>).detail.t_s))));
    await page.mouse.move(box.x + box.width / 2, box.y + 40);
    await until(async () => Math.abs((await time(page)) - 54000) < 200, "noon passed");
    const t = await until(() => page.evaluate(() => document.body.dataset.t), "told");
    assert.ok(Math.abs(Number(t) - 54000) < 200);
    const hands = await page.locator("#day .u-cursor-x").evaluateAll((all) => all.map((hand) => Math.round(hand.getBoundingClientRect().x)));
    assert.equal(hands.length, 4);
    assert.ok(Math.max(...hands) - Math.min(...hands) <= 1, String(hands));
    // Who shows the pressure follows.
    await until(() => posts("/stride").some(({ body }) => Math.abs((body.t_s ?? 0) - 54000) < 200), "pressure of that time");
  }));

test("hidden systems and quantities are gone from plots and table", () =>
  on("/day.html", async ({ page }) => {
    await drawn(page);
    await page.getByRole("checkbox", { name: /Pistoning/ }).uncheck();
    assert.equal(await page.locator("#day .chart-plot").count(), 3);
    await page.getByRole("checkbox", { name: /Pin lock/ }).uncheck();
    assert.deepEqual(await page.locator(".chart-readout thead th").allTextContents(), ["Pump", "Valve"]);
    await page.getByText("As a table").click();
    await until(async () => (await page.locator(".chart-table tbody tr").count()) === 24, "its rows");
    assert.equal(await page.locator(".chart-table tbody tr").first().locator("td").count(), 1 + 3 * 2);
  }));

test("the day plays, in steps where less motion is asked for", () =>
  on(
    "/day.html",
    async ({ page }) => {
      await drawn(page);
      await page.getByRole("button", { name: "Play the day" }).click();
      await until(async () => (await time(page)) === 25200 + 2880, "one step");
      await page.getByRole("button", { name: "Pause" }).click();
      const stopped = await time(page);
      await page.waitForTimeout(1200);
      assert.equal(await time(page), stopped);
    },
    { reducedMotion: "reduce" },
  ));

test("a lost connection is tried once more, and the day before stays", () =>
  on(
    "/day.html",
    async ({ page, posts }) => {
      await drawn(page);
      await page.waitForSelector("#day[data-bands=true]");
      await cut(page, "/day", 1);
      const before = posts("/day").length;
      await page.locator("#activity").fill("8");
      await page.locator("#alert .warning").waitFor();
      assert.ok(await page.locator("#day canvas").first().isVisible());
      await until(() => posts("/day").length > before, "the second try");
      await until(async () => (await page.locator("#alert .notice").count()) === 0, "the message gone");
    },
    { expected: /ERR_|Failed to load/ },
  ));

test("a refusal is told in the program's words, and can be closed", () =>
  on(
    "/day.html",
    async ({ page, server }) => {
      await drawn(page);
      await page.waitForSelector("#day[data-bands=true]");
      server.faults.refuse = 2;
      await page.locator("#activity").fill("8");
      await page.locator("#alert").getByText("Somebody else changed this case meanwhile.").waitFor();
      assert.ok(await page.locator("#day canvas").first().isVisible());
      await page.waitForTimeout(600);
      await page.getByRole("button", { name: "Close this message" }).click();
      assert.equal(await page.locator("#alert .notice").count(), 0);
    },
    { expected: /409/ },
  ));

test("a dark page is drawn light on paper", () =>
  on(
    "/day.html",
    async ({ page }) => {
      await drawn(page);
      const ink = (): Promise<string | null> => page.locator("#day .key line").first().getAttribute("stroke");
      assert.equal(await ink(), "#56b4e9");
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      await until(async () => (await ink()) === "#0072b2", "light ink");
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
    },
    { colorScheme: "dark" },
  ));

test("an island that is swapped away ends, and one swapped in begins", () =>
  on("/day.html", async ({ page, posts }) => {
    await drawn(page);
    await page.waitForSelector("#day[data-bands=true]");
    await page.evaluate(() => document.getElementById("day")!.remove());
    const before = posts("/day").length;
    await page.locator("#activity").fill("2");
    await page.waitForTimeout(700);
    assert.equal(posts("/day").length, before);
    await page.evaluate(() => {
      const fresh = document.createElement("div");
      fresh.id = "day";
      Object.assign(fresh.dataset, { island: "day-chart", source: "/day", controls: "#sliders" });
      document.querySelector("main .card:nth-of-type(1)")!.append(fresh);
    });
    await drawn(page);
  }));
