import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { closeBrowser, on, until } from "./browser";

after(closeBrowser);

const box = (page: Page, id: string): Locator => page.locator(`#${id} .viewer-box`);
const loaded = async (page: Page, id: string): Promise<void> => {
  await page.waitForSelector(`#${id}[data-loaded]`);
  await page.waitForTimeout(300);
  await box(page, id).scrollIntoViewIfNeeded();
};

/** The colour in the middle of a viewer, as a share of its box. */
async function colourAt(page: Page, id: string, x: number, y: number): Promise<[number, number, number]> {
  const picture = (await box(page, id).screenshot()).toString("base64");
  return page.evaluate(
    async ([picture, x, y]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      const data = context.getImageData(image.width * Number(x) - 3, image.height * Number(y) - 3, 7, 7).data;
      const mean = (k: number): number => data.filter((_, i) => i % 4 === k).reduce((a, b) => a + b, 0) / 49;
      return [mean(0), mean(1), mean(2)] as [number, number, number];
    },
    [picture, x, y] as const,
  );
}

test("a limb is coloured by its number: blue where it is below zero, orange where above", () =>
  on("/limb.html", async ({ page }) => {
    await loaded(page, "view");
    const [r, , b] = await colourAt(page, "view", 0.5, 0.33);
    assert.ok(b > r + 40, `${r} ${b}`);
    await page.locator("#view").getByRole("button", { name: "Outside" }).click();
    await page.waitForTimeout(300);
    const [r2, , b2] = await colourAt(page, "view", 0.52, 0.28);
    assert.ok(r2 > b2 + 40, `${r2} ${b2}`);
    assert.equal(await page.locator("#view .side").textContent(), "Right limb");
  }));

test("the place under the pointer says its number, and the scale bar is round", () =>
  on("/limb.html", async ({ page }) => {
    await loaded(page, "view");
    const { x, y, width, height } = (await box(page, "view").boundingBox())!;
    await page.mouse.move(x + width / 2, y + height * 0.33);
    await until(async () => /Distance from the scan −[34]\.\d mm/.test((await page.locator("#view .viewer-status").textContent())!), "its number");
    assert.match((await page.locator("#view .scale-bar").textContent())!, /^(10|20|50) mm$/);
  }));

test("arrows turn, plus zooms, Home comes back", () =>
  on("/limb.html", async ({ page }) => {
    await loaded(page, "view");
    const bar = page.locator("#view .scale-bar");
    const width = async (): Promise<number> => (await bar.boundingBox())!.width;
    const [shown, before] = [await bar.textContent(), await width()];
    const lateral = page.locator("#view .direction", { hasText: "outside" });
    const at = (await lateral.boundingBox())!.x;
    await box(page, "view").focus();
    for (let i = 0; i < 36; i += 1) await page.keyboard.press("ArrowRight");
    await until(async () => Math.abs((await lateral.boundingBox())!.x - at) > 200, "the outside on the other side");
    await page.keyboard.press("+");
    await until(async () => (await bar.textContent()) !== shown || Math.abs((await width()) - before) > 5, "zoomed");
    await page.keyboard.press("Home");
    await until(async () => Math.abs((await lateral.boundingBox())!.x - at) < 2, "the front again");
    assert.equal(await width(), before);
  }));

test("a click places the landmark, and the next that is missing is chosen", () =>
  on("/limb.html", async ({ page, posts }) => {
    await loaded(page, "landmarks");
    await page.evaluate(() => document.body.addEventListener("concord:changed", () => (document.body.dataset.changed = "yes")));
    const { x, y, width, height } = (await box(page, "landmarks").boundingBox())!;
    await page.mouse.click(x + width * 0.45, y + height * 0.4);
    const { body } = await until(() => posts("/landmark").at(-1), "posted");
    assert.equal(body.name, "fibular_head");
    assert.equal(body.at.length, 3);
    // Seen from ahead, it is on the front; left of the middle is the outside of a right limb.
    assert.ok(body.at[1] > 40 && body.at[0] > 0 && body.at[2] > 60 && body.at[2] < 160, String(body.at));
    await until(async () => (await page.locator("#landmarks select").inputValue()) === "tibial_crest", "the next");
    assert.equal(await page.locator("#landmarks .dot").count(), 2);
    assert.equal(await page.evaluate(() => document.body.dataset.changed), "yes");
    // A drag turns and places nothing.
    await page.mouse.move(x + width * 0.5, y + height * 0.4);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.7, y + height * 0.4, { steps: 4 });
    await page.mouse.up();
    assert.equal(posts("/landmark").length, 1);
    // By keyboard, under the cross.
    await box(page, "landmarks").focus();
    await page.keyboard.press("Enter");
    await until(() => posts("/landmark").length === 2, "by keyboard");
  }));

test("who placed a landmark by keyboard goes on by keyboard when the page swaps the picture", () =>
  on("/limb.html", async ({ page, posts }) => {
    await loaded(page, "landmarks");
    await page.evaluate(() =>
      document.body.addEventListener("concord:changed", () => {
        const old = document.getElementById("landmarks")!;
        const fresh = old.cloneNode() as HTMLElement;
        delete fresh.dataset.ready;
        delete fresh.dataset.loaded;
        old.replaceWith(fresh);
      }),
    );
    await box(page, "landmarks").focus();
    for (let i = 0; i < 6; i += 1) await page.keyboard.press("ArrowRight");
    const before = (await page.locator("#landmarks .direction", { hasText: "outside" }).boundingBox())!;
    await page.keyboard.press("Enter");
    await until(() => posts("/landmark").length === 1, "posted");
    await loaded(page, "landmarks");
    assert.ok(await box(page, "landmarks").evaluate((element) => element === document.activeElement));
    // And sees it from where they saw it.
    const after = (await page.locator("#landmarks .direction", { hasText: "outside" }).boundingBox())!;
    assert.ok(Math.abs(after.x - before.x) < 2);
  }));

test("a landmark that is refused goes back to where it was", () =>
  on(
    "/limb.html",
    async ({ page, server, posts }) => {
      await loaded(page, "landmarks");
      server.faults.refuse = 1;
      const { x, y, width, height } = (await box(page, "landmarks").boundingBox())!;
      await page.mouse.click(x + width * 0.45, y + height * 0.4);
      await page.locator("#alert .error").waitFor();
      assert.equal(posts("/landmark").length, 1);
      assert.equal(await page.locator("#landmarks .dot").count(), 1);
    },
    { expected: /409/ },
  ));

test("a limb whose axes are the other side's is not shown without a warning", () =>
  on("/limb.html", async ({ page }) => {
    await page.evaluate(() => {
      const view = document.getElementById("view")!;
      const other = view.cloneNode() as HTMLElement;
      other.id = "other";
      other.dataset.side = "left";
      delete other.dataset.ready;
      view.replaceWith(other);
    });
    await page.locator("#other").getByText("those of the other side's limb").waitFor();
  }));

test("a click presses with the depth and size of the form", () =>
  on("/socket.html", async ({ page, posts }) => {
    await loaded(page, "brush");
    await page.locator("#depth").fill("-3.5");
    const { x, y, width, height } = (await box(page, "brush").boundingBox())!;
    await page.mouse.click(x + width * 0.5, y + height * 0.5);
    const { body } = await until(() => posts("/press").at(-1), "posted");
    assert.deepEqual({ ...body, at: 0 }, { at: 0, depth_mm: -3.5, half_length_mm: 30, half_width_mm: 15 });
  }));

test("hovering over two hundred thousand triangles stays quick", () =>
  on("/socket.html", async ({ page }) => {
    await loaded(page, "brush");
    const { x, y, width, height } = (await box(page, "brush").boundingBox())!;
    const began = Date.now();
    for (let i = 0; i < 30; i += 1) {
      await page.mouse.move(x + width * (0.4 + i / 150), y + height * 0.5);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    const each = (Date.now() - began) / 30;
    assert.ok(each < 150, `${each} ms a move`);
  }));

test("a handle of the trim line is dragged by pixels that are millimetres, and posted on release", () =>
  on("/socket.html", async ({ page, posts }) => {
    await loaded(page, "trim");
    const handle = page.getByRole("slider", { name: "Trim line at 0°" });
    const { x, y } = (await handle.boundingBox())!;
    await page.mouse.move(x + 22, y + 22);
    await page.mouse.down();
    await page.mouse.move(x + 22, y + 52, { steps: 5 });
    assert.equal(posts("/trim").length, 0);
    await page.mouse.up();
    const { body } = await until(() => posts("/trim").at(-1), "posted");
    assert.equal(body.length, 4);
    assert.ok(body[0].below_mm > 55 && body[0].below_mm < 75, String(body[0].below_mm));
    assert.equal(body[1].below_mm, 30);
    await until(async () => Math.abs((await handle.boundingBox())!.y - (y + 30)) < 2, "the handle where it was let go");
  }));

test("a handle moves by arrow keys, a millimetre each", () =>
  on("/socket.html", async ({ page, posts }) => {
    await loaded(page, "trim");
    const handle = page.getByRole("slider", { name: "Trim line at 90°" });
    await handle.focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Shift+ArrowDown");
    assert.equal(await handle.getAttribute("aria-valuenow"), "33.0");
    const { body } = await until(() => posts("/trim").at(-1), "posted");
    assert.equal(body[1].below_mm, 33);
    assert.ok(await handle.evaluate((element) => element === document.activeElement));
  }));

test("pressure runs through the stride on one scale", () =>
  on("/day.html", async ({ page }) => {
    await loaded(page, "pressure");
    const cell = page.locator("#pressure tbody td").first();
    await until(async () => Number(await cell.textContent()) > 80, "the peak of the stance");
    const bright = await colourAt(page, "pressure", 0.5, 0.32);
    await page.locator("#pressure input[type=range]").fill("80");
    assert.equal(await page.locator("#pressure output").textContent(), "80 %, swing");
    assert.equal(await cell.textContent(), "8");
    await page.waitForTimeout(300);
    const dark = await colourAt(page, "pressure", 0.5, 0.32);
    assert.ok(bright[0] > dark[0] + 80, `${bright} ${dark}`);
    await page.locator("#pressure").getByRole("button", { name: "Play the stride" }).click();
    await until(async () => Number(await page.locator("#pressure input[type=range]").inputValue()) < 60, "it goes round");
  }));

test("where there is no WebGL, a sentence and a picture stand there", () =>
  on(
    "/limb.html",
    async ({ page }) => {
      await page.waitForSelector("#view[data-failed]");
      await page.locator("#view").getByText("nothing in three dimensions").waitFor();
      assert.equal(await page.locator("#view img").getAttribute("src"), "/limb.svg");
    },
    { gl: false, expected: /WebGL/ },
  ));

test("a model that cannot be read is said", () =>
  on(
    "/limb.html",
    async ({ page }) => {
      await page.evaluate(() => {
        const view = document.getElementById("view")!;
        const other = view.cloneNode() as HTMLElement;
        other.id = "other";
        other.dataset.glb = "/broken.glb";
        delete other.dataset.ready;
        view.replaceWith(other);
      });
      await page.locator("#other").getByText("The model could not be read.").waitFor();
    },
    { expected: /JSON|Unsupported|Unexpected/ },
  ));
