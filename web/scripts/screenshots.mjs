// Pictures of the clinic page for the README: docs/clinic_day.png and docs/clinic_socket.png. Argument: the address of a
// program that runs (`concord serve --data <fresh folder> --port 8470 --no-open`).
import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const LARGEST = 300_000;
const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
const address = (process.argv[2] ?? "http://127.0.0.1:8470").replace(/\/$/, "");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--use-gl=swiftshader", "--enable-unsafe-swiftshader", "--font-render-hinting=none"],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 1120 }, locale: "en-GB", timezoneId: "UTC", colorScheme: "light", reducedMotion: "reduce" });
const page = await context.newPage();

async function imported(file) {
  await page.goto(address);
  await page.locator("#import-file").setInputFiles(file);
  await page.locator('form[action="/import"] button').click();
  await page.waitForURL("**/cases/*/person");
  return `${address}/cases/${page.url().split("/")[4]}`;
}

async function answered(response) {
  if (!response.ok()) throw new Error(`${response.url()}: ${response.status()} ${await response.text()}`);
  return response;
}

async function picture(name) {
  // Another frame or two: what was drawn last is seen.
  await page.waitForTimeout(1500);
  await page.mouse.move(0, 0);
  const path = join(repository, "docs", name);
  await page.screenshot({ path, animations: "disabled" });
  const { size } = await stat(path);
  if (size > LARGEST) throw new Error(`${name}: ${size} bytes, at most ${LARGEST}`);
  console.log(`docs/${name}: ${size} bytes`);
}

try {
  // The case, then its scan, then both as one archive: what a clinic would be sent.
  const first = await imported(join(repository, "cases/scanned.toml"));
  const scan = await readFile(join(repository, "cases/scanned_limb.stl"));
  const id = first.split("/").at(-1);
  await answered(await context.request.put(`${address}/api/v1/cases/${id}/files/scanned_limb.stl`, { data: scan, headers: { "Content-Type": "application/octet-stream" } }));
  const archive = await (await answered(await context.request.get(`${first}/export`))).body();
  const whole = await imported({ name: "scanned.zip", mimeType: "application/zip", buffer: archive });

  await page.goto(`${whole}/day`);
  await page.locator('#day-chart[data-bands="true"]').waitFor();
  // The afternoon, as the cursor tells it.
  await page.locator(".chart-cursor").focus();
  await page.keyboard.press("Home");
  for (let hours = 0; hours < 8; hours += 1) for (let steps = 0; steps < 6; steps += 1) await page.keyboard.press("Shift+ArrowRight");
  await page.evaluate(() => document.activeElement?.blur());
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture("clinic_day.png");

  await page.goto(`${whole}/socket`);
  await page.locator("#socket-3d[data-loaded]").waitFor();
  await picture("clinic_socket.png");
} finally {
  await browser.close();
}
