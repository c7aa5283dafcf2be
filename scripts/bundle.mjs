/** Bundles one TypeScript entry for Node: our own files go in, packages stay outside. */
import { build } from "esbuild";

/** A package by its bare name; `#app/…` and its like are ours. */
const packages = /^[^./#]/;

/**
 * @param {string} entry
 * @param {string} outfile
 * @param {string} [banner]
 */
export async function bundle(entry, outfile, banner) {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    jsx: "automatic",
    sourcemap: "linked",
    logLevel: "warning",
    banner: banner ? { js: banner } : undefined,
    plugins: [
      {
        name: "packages-outside",
        setup(build) {
          build.onResolve({ filter: packages }, (found) =>
            found.kind === "entry-point" ? undefined : { path: found.path, external: true },
          );
        },
      },
    ],
  });
}
