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
      return { contents: `/*! htmx.org, 0BSD */\n${text}\nexport default htmx;`, loader: "js" };
    });
  },
};

// A minified file keeps only what says that it must be kept. A package that says nothing is named all the same.
const namedPackages = {
  name: "named-packages",
  setup({ onLoad }) {
    const said = new Map();
    onLoad({ filter: /\/node_modules\/.*\.js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      if (/\/\*!|@license|@preserve/.test(text)) return undefined;
      const [folder] = /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(path);
      if (!said.has(folder)) {
        const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
        said.set(folder, `/*! ${name} ${version}, ${license} */`);
      }
      return { contents: `${said.get(folder)}\n${text}`, loader: "js" };
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
    // Who wrote what stays in each file; the texts of the licences are in the program (.ci/notices).
    legalComments: "eof",
    chunkNames: "[name]-[hash]",
    logLevel: "warning",
    plugins: [smallHtmx, namedPackages],
  });
  await rm(out, { recursive: true, force: true });
  await rename(aside, out);
} finally {
  await rm(aside, { recursive: true, force: true });
}
