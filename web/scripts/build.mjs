// Bundles the script of the page. Output: main.js, its chunks beside it, islands.css; into CONCORD_WEB_OUT or dist/.
import { build } from "esbuild";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const web = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = resolve(process.env.CONCORD_WEB_OUT ?? join(web, "dist"));
// Built aside and put in place whole: whoever reads the folder meanwhile sees the last build.
const aside = `${out}.${process.pid}.new`;

// Their own minified file is a tenth smaller than what a bundler makes of the readable one, but exports nothing.
const smallHtmx = {
  name: "small-htmx",
  setup({ onLoad }) {
    onLoad({ filter: /htmx\.esm\.js$/ }, async ({ path }) => {
      const text = await readFile(join(dirname(path), "htmx.min.js"), "utf8");
      return { contents: `${text}\nexport default htmx;`, loader: "js" };
    });
  },
};

await rm(aside, { recursive: true, force: true });
await mkdir(aside, { recursive: true });
try {
  await build({
    absWorkingDir: web,
    entryPoints: { main: "src/main.ts", islands: "src/islands.css" },
    outdir: aside,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    chunkNames: "[name]-[hash]",
    logLevel: "warning",
    plugins: [smallHtmx],
  });
  await rm(out, { recursive: true, force: true });
  await rename(aside, out);
} finally {
  await rm(aside, { recursive: true, force: true });
}
