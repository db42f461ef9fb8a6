// Many users at once, each waiting for its answer before it asks again, as the pages do: most drag the sliders of a day, some turn
// pages and save, a few compare. Prints the 99th percentile of sliders and of pages beside their bounds; long work is printed too.
// usage: node load.mjs ADDRESS CASE.toml PASSWORD [USERS] [SECONDS]
//   ADDRESS serves with passwords; the users are called user1, user2, …
import { readFile } from "node:fs/promises";
import { Agent, request } from "node:http";

const [address, path, password, users = "50", seconds = "60"] = process.argv.slice(2);
const COUNT = Number(users);
/** Bounds of the 99th percentile, ms; long work has none. */
const BOUNDS = { slider: 250, page: 1000, save: 1000 };
/** Between an answer and the next question: the page paints, the hand moves; then somebody reads. */
const PAUSE_MS = { slider: 100, page: 2000, save: 2000, long: 5000 };
const PAGES = ["person", "limb", "fit", "socket", "day", "versions", "report"];
const agent = new Agent({ keepAlive: true, maxSockets: 2 * COUNT });
const times = { slider: [], page: [], save: [], long: [] };
const refused = { slider: 0, page: 0, save: 0, long: 0 };

function send(method, route, { token, type = "application/json", body = "" } = {}) {
  return new Promise((done, fail) => {
    const headers = { "Content-Type": type, "Content-Length": Buffer.byteLength(body) };
    if (token) headers.Authorization = `Bearer ${token}`;
    const asked = request(new URL(route, address), { method, agent, headers }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode, text: Buffer.concat(parts).toString() }));
    });
    asked.on("error", fail);
    asked.end(body);
  });
}

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

async function logIn(number) {
  const answer = await send("POST", "/api/v1/sessions", { body: JSON.stringify({ name: `user${number}`, password }) });
  if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.text}`);
  return JSON.parse(answer.text).token;
}

/** Asks, and keeps how long the answer took; what is refused for the moment is counted. */
async function timed(kind, method, route, options, right = [200]) {
  const begun = performance.now();
  const answer = await send(method, route, options);
  if (answer.status === 429 || answer.status === 503) refused[kind] += 1;
  else if (!right.includes(answer.status)) throw new Error(`${method} ${route}: ${answer.status}: ${answer.text}`);
  else times[kind].push(performance.now() - begun);
  await wait(PAUSE_MS[kind]);
  return answer;
}

const text = await readFile(path, "utf8");

async function user(number) {
  const token = await logIn(number);
  const kept = await send("POST", "/api/v1/cases", { token, type: "application/toml", body: text });
  if (kept.status !== 201) throw new Error(kept.text);
  const { id } = JSON.parse(kept.text);
  let version = 1;
  const end = performance.now() + 1000 * Number(seconds);
  for (let move = 0; performance.now() < end; move += 1) {
    const act = (number + move) % 40;
    if (act < 30) {
      const place = ((number * 7 + move) % 40) / 40;
      const body = JSON.stringify({ body_mass_kg: 70 + 40 * place, fit_gap_mm: 3 * place, pinhole_mm: 0.2 * place });
      await timed("slider", "POST", `/cases/${id}/day.json`, { token, body });
    } else if (act < 37) {
      await timed("page", "GET", `/cases/${id}/${PAGES[act - 30]}`, { token });
    } else if (act < 38) {
      const saved = await timed("save", "PUT", `/api/v1/cases/${id}?base=${version}`, {
        token,
        type: "application/toml",
        body: `${text}# ${move}\n`,
      });
      if (saved.status === 200) version = JSON.parse(saved.text).number;
    } else if (act < 39) {
      await timed("long", "GET", `/compare?a=${id}&system_b=pin`, { token });
    } else {
      await timed("long", "POST", `/cases/${id}/day.json`, { token, body: JSON.stringify({ bands: true }) });
    }
  }
}

// Nobody comes in the same moment.
await Promise.all(Array.from({ length: COUNT }, (_, number) => wait(number * 50).then(() => user(number + 1))));
for (const [kind, taken] of Object.entries(times)) {
  taken.sort((a, b) => a - b);
  const at = (share) => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))] ?? 0;
  const bound = BOUNDS[kind];
  console.log(
    `${kind.padEnd(7)} ${String(taken.length).padStart(6)} answers: median ${at(0.5).toFixed(0)} ms, ` +
      `99th percentile ${at(0.99).toFixed(0)} ms${bound ? ` (bound ${bound})` : ""}, longest ${at(1).toFixed(0)} ms, ` +
      `${refused[kind]} refused for the moment`,
  );
  if (bound && at(0.99) > bound) process.exitCode = 1;
}
agent.destroy();
