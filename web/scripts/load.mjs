// Fifty users drag the sliders of a day, each waiting for its answer before it asks again, as the page does.
// usage: node load.mjs ADDRESS CASE.toml [USERS] [SECONDS]
import { readFile } from "node:fs/promises";
import { Agent, request } from "node:http";

const [address, path, users = "50", seconds = "20"] = process.argv.slice(2);
const BOUND_MS = 250;
/** Between an answer and the next question: the page paints, the hand moves. */
const PAUSE_MS = 100;
const agent = new Agent({ keepAlive: true, maxSockets: Number(users) });

function send(route, type, body) {
  return new Promise((done, fail) => {
    const headers = { "Content-Type": type, "Content-Length": Buffer.byteLength(body) };
    const asked = request(new URL(route, address), { method: "POST", agent, headers }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode, text: Buffer.concat(parts).toString() }));
    });
    asked.on("error", fail);
    asked.end(body);
  });
}

const kept = await send("/api/v1/cases", "application/toml", await readFile(path, "utf8"));
if (kept.status !== 201) throw new Error(kept.text);
const { id } = JSON.parse(kept.text);
const times = [];
const end = performance.now() + 1000 * Number(seconds);

async function user(number) {
  await new Promise((done) => setTimeout(done, number * 10));
  for (let move = 0; performance.now() < end; move += 1) {
    const place = ((number * 7 + move) % 40) / 40;
    const body = JSON.stringify({ body_mass_kg: 70 + 40 * place, fit_gap_mm: 3 * place, pinhole_mm: 0.2 * place });
    const begun = performance.now();
    const answer = await send(`/cases/${id}/day.json`, "application/json", body);
    if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
    times.push(performance.now() - begun);
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
}

await Promise.all(Array.from({ length: Number(users) }, (_, number) => user(number)));
times.sort((a, b) => a - b);
const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))];
console.log(
  `${users} users, ${times.length} answers in ${seconds} s: median ${at(0.5).toFixed(0)} ms, ` +
    `99th percentile ${at(0.99).toFixed(0)} ms (bound ${BOUND_MS}), longest ${at(1).toFixed(0)} ms`,
);
if (at(0.99) > BOUND_MS) process.exitCode = 1;
agent.destroy();
