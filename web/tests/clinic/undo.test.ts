/** Undo and redo of the technique on the socket page, by button and by key. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { until } from "../browser";
import { ADDRESS, closeBrowser, exported, idOf, visit } from "./program";

after(closeBrowser);

test("a change of the technique is undone and redone by button and by key", () =>
  visit(async (page) => {
    await page.goto(ADDRESS);
    await page.locator("#new-name").fill("Undone");
    await page.locator("#new-from").selectOption("mechanic");
    await page.getByRole("button", { name: "Create the case" }).click();
    await page.waitForURL("**/person");
    const id = idOf(page);
    await page.goto(`${ADDRESS}/cases/${id}/socket`);
    const undo = page.getByRole("button", { name: "Undo", exact: true });
    const redo = page.getByRole("button", { name: "Redo", exact: true });
    assert.ok((await undo.isDisabled()) && (await redo.isDisabled()));
    const first = await exported(page, id);

    await page.locator("#brim").selectOption("patellar_tendon");
    await page.getByRole("button", { name: "Use this brim" }).click();
    await page.locator(".steps-list", { hasText: "Patellar-tendon brim" }).waitFor();
    const second = await exported(page, id);
    assert.match(second, /shape = "patellar_tendon"/);

    await undo.click();
    await page.locator(".steps-list", { hasText: "Patellar-tendon brim" }).waitFor({ state: "detached" });
    assert.equal((await exported(page, id)).trimEnd(), first.trimEnd());
    assert.ok(await undo.isDisabled());

    await page.locator("#steps-heading").click();
    await page.keyboard.press("Control+y");
    await page.locator(".steps-list", { hasText: "Patellar-tendon brim" }).waitFor();
    assert.equal(await exported(page, id), second);
    await page.locator("#steps-heading").click();
    await page.keyboard.press("Control+z");
    await until(async () => (await exported(page, id)).trimEnd() === first.trimEnd(), "the first steps again");
    // What is being typed keeps its own undo.
    await page.locator(".steps-list summary").first().click();
    await page.locator(".steps-list input[type=text]").first().press("Control+y");
    await page.waitForTimeout(500);
    assert.equal((await exported(page, id)).trimEnd(), first.trimEnd());
  }));
