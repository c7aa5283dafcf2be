/** Builds everything that runs: the browser's files and the server (`build/client`, `build/server`) and the command line (`build/leeroogst.mjs`). */

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { bundle } from "./bundle.mjs";

rmSync("build/complete", { force: true });
const built = spawnSync(process.execPath, ["node_modules/@react-router/dev/bin.js", "build"], {
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "production" },
});
if (built.status !== 0) process.exit(built.status ?? 1);

/** The programs beside the server; one that is not part of this source tree is left out. */
const programs = [
  ["app/cli/main.server.ts", "build/leeroogst.mjs"],
  ["tests/world/demo.ts", "build/demo.mjs"],
];
for (const [entry, outfile] of programs) {
  if (!entry || !outfile || !existsSync(entry)) continue;
  await bundle(entry, outfile, "#!/usr/bin/env node");
  chmodSync(outfile, 0o755);
}
writeFileSync("build/complete", `${new Date().toISOString()}\n`);
