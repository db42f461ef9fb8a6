// Bundles the tests, which are TypeScript like what they test, and runs them. Arguments: names of tests to run; with
// --clinic those of the whole program, which .ci/browser starts; what begins with --test- is for Node (--test-name-pattern=…).
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(web, "node_modules/.cache/tests");
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const forNode = process.argv.filter((word) => word.startsWith("--test-"));
const folder = process.argv.includes("--clinic") ? "tests/clinic" : "tests";
const files = (await readdir(join(web, folder))).filter((name) => name.endsWith(".test.ts"));
await rm(out, { recursive: true, force: true });
await build({
  absWorkingDir: web,
  entryPoints: files.map((name) => `${folder}/${name}`),
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  external: ["*/fixtures/server.mjs"],
  platform: "node",
  format: "esm",
  logLevel: "warning",
});
const run = files
  .map((name) => name.replace(/\.ts$/, ".mjs"))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .map((name) => join(out, name));
const { status } = spawnSync(process.execPath, ["--test", "--test-concurrency=1", ...forNode, ...run], { stdio: "inherit", cwd: web, env: { ...process.env, CONCORD_WEB: web } });
process.exit(status ?? 1);
