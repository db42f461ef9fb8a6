import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, test } from "node:test";
import { closeBrowser, cut, on, until } from "./browser";

after(closeBrowser);

const web = process.env.CONCORD_WEB ?? process.cwd();
const axe = readFileSync(createRequire(join(web, "package.json")).resolve("axe-core/axe.min.js"), "utf8");
const PAGES = ["/index.html", "/day.html", "/limb.html", "/socket.html", "/drive.html"];

interface Axe {
  run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const path of PAGES) {
    test(`axe finds nothing on ${path} in ${colorScheme}`, () =>
      on(
        path,
        async ({ page }) => {
          await page.waitForTimeout(800);
          for (const summary of await page.locator("summary").all()) await summary.click();
          // Evaluated by the tool that drives the browser: the page's own policy stays as it is.
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => (window as unknown as { axe: Axe }).axe.run());
          assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`), []);
        },
        { colorScheme },
      ));
  }
}

for (const width of [360, 2560]) {
  test(`nothing is wider than a window of ${width} pixels`, async () => {
    for (const path of PAGES) {
      await on(
        path,
        async ({ page }) => {
          await page.waitForTimeout(500);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          assert.ok(over <= 0, `${path}: ${over} px too wide`);
        },
        { viewport: { width, height: 900 } },
      );
    }
  });
}

test("what every page loads is below 90 kB, and three.js is not in it", () => {
  const main = join(web, "dist/main.js");
  const bytes = statSync(main).size + statSync(join(web, "../crates/clinic/assets/style.css")).size;
  assert.ok(bytes < 90_000, String(bytes));
  assert.ok(!readFileSync(main, "utf8").includes("WebGLRenderer"));
});

test("a form of htmx is sent with the token, and what is wrong comes back beside its field", () =>
  on(
    "/index.html",
    async ({ page, posts }) => {
      await page.locator("#mass0").fill("900");
      await page.getByRole("button", { name: "Save" }).click();
      await page.locator("#mass-error").waitFor();
      assert.equal(posts("/form").at(-1)!.token, "fixture-token");
      assert.equal(await page.locator("#mass0").inputValue(), "900");
    },
    { expected: /422/ },
  ));

test("a form whose connection is lost is sent once more by itself, with what was typed", () =>
  on(
    "/index.html",
    async ({ page, posts }) => {
      await cut(page, "/form", 1);
      await page.locator("#name").fill("Berta");
      await page.getByRole("button", { name: "Save" }).click();
      await page.locator("#alert").getByText("connection").waitFor();
      const { body } = await until(() => posts("/form").at(-1), "the second try");
      assert.match(body, /name=Berta/);
      await until(async () => (await page.locator("#alert .notice").count()) === 0, "the message gone");
      await cut(page, "/form", 2);
      await page.getByRole("button", { name: "Save" }).click();
      await page.locator("#alert").getByText("does not answer").waitFor();
      assert.equal(await page.locator("#name").inputValue(), "Berta");
    },
    { expected: /ERR_|Failed to load|htmx/ },
  ));

test("a conflict is told and nothing typed is lost", () =>
  on(
    "/index.html",
    async ({ page, server }) => {
      server.faults.refuse = 1;
      await page.locator("#name").fill("Clara");
      await page.getByRole("button", { name: "Save" }).click();
      await page.locator("#alert").getByText("Somebody else changed this case meanwhile.").waitFor();
      assert.equal(await page.locator("#name").inputValue(), "Clara");
      // Leaving asks first.
      const asked = page.waitForEvent("dialog");
      void page.locator(".brand").click();
      const dialog = await asked;
      assert.equal(dialog.type(), "beforeunload");
      await dialog.accept();
    },
    { expected: /409|Response Status Error/ },
  ));

test("who is not logged in goes to the login", () =>
  on(
    "/index.html",
    async ({ page }) => {
      await page.evaluate(() => {
        const day = document.createElement("div");
        Object.assign(day.dataset, { island: "day-chart", source: "/gone" });
        document.querySelector("main")!.append(day);
      });
      await page.waitForURL("**/login");
    },
    { expected: /401/ },
  ));

test("a German page is German in its islands too", () =>
  on("/day.html", async ({ page }) => {
    await page.route("**/day.html", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replace('lang="en"', 'lang="de"') });
    });
    await page.reload();
    await page.getByRole("button", { name: "Tag abspielen" }).waitFor();
    await page.locator("#pressure[data-loaded]").waitFor();
    await page.getByRole("button", { name: "Außen" }).waitFor();
    assert.match((await page.locator(".chart-readout td").nth(1).textContent())!, /^−?\d+,\d$/);
  }));

test("the theme is kept in a cookie and on the page", () =>
  on("/index.html", async ({ page }) => {
    await page.getByRole("button", { name: "Dark", exact: true }).click();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    assert.match(await page.evaluate(() => document.cookie), /theme=dark/);
    assert.equal(await page.getByRole("button", { name: "Dark", exact: true }).getAttribute("aria-pressed"), "true");
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(background, "rgb(20, 20, 20)");
  }));

test("a file on its way has a bar, and dialogs open and close", () =>
  on("/index.html", async ({ page, posts }) => {
    await page.route("**/upload", (route) => (route.request().method() === "GET" ? route.fulfill({ body: "read" }) : route.continue()));
    await page.getByRole("button", { name: "Delete …" }).click();
    await page.getByRole("button", { name: "Keep" }).click();
    assert.ok(!(await page.locator("#sure").isVisible()));
    await page.locator("#scan").setInputFiles({ name: "limb.stl", mimeType: "model/stl", buffer: Buffer.alloc(3_000_000) });
    await page.evaluate(() =>
      new MutationObserver(() => {
        if (document.querySelector(".upload-progress progress")) sessionStorage.setItem("seen", "yes");
      }).observe(document.body, { childList: true, subtree: true }),
    );
    await page.getByRole("button", { name: "Upload" }).click();
    const { body } = await until(() => posts("/upload").at(-1), "uploaded");
    assert.ok(body.length > 2_900_000);
    await until(() => page.evaluate(() => sessionStorage.getItem("seen") === "yes").catch(() => false), "the bar");
  }));

test("the pump's switch is turned by keys, and the whole script goes to the server each time", () =>
  on("/drive.html", async ({ page, posts }) => {
    await page.getByRole("radio", { name: "Off" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("button", { name: "Walk" }).click();
    const { body } = await until(() => posts("/drive").find((posted) => posted.body.script.length === 2), "the script");
    assert.deepEqual(body.script.map(({ act }: { act: string }) => act), ["auto", "walk"]);
    assert.ok(body.to_s >= body.script[1].at_s);
    await page.locator("#drive select").selectOption("60");
    await until(() => (posts("/drive").at(-1)!.body.to_s as number) > 100, "the clock runs sixty times as fast");
    await page.getByRole("button", { name: "Pull the sensor" }).click();
    await page.locator(".drive-warning.on").getByText("The pressure sensor says nothing").waitFor();
    assert.equal(await page.locator(".lamp.mode dd").textContent(), "auto");
    await page.getByRole("button", { name: "Pull the sensor" }).click();
    await until(() => posts("/drive").at(-1)!.body.script.at(-1)?.act === "repair_sensor_silent", "repaired");
  }));
