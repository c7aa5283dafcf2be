/** Takes the disk away under the built server: full, read-only, and no more files to open. What was not kept is never acknowledged. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import type { Findings } from "./findings.ts";
import { brokenChecks, lostSaves } from "./oracle.ts";
import { browser, inFolder, makeWorld, type Sent, send, startServer, stopServer, typist } from "./world.ts";

const megabyte = 1024 * 1024;

/** Mounts a small disk in memory on a folder; returns how to take it away again. */
function smallDisk(path: string, megabytes: number): () => void {
  mkdirSync(path);
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", path], { encoding: "utf8" });
  if (mounted.status !== 0) throw new Error(`a small disk cannot be mounted here (this needs root): ${mounted.stderr}`);
  return () => {
    spawnSync("umount", [path]);
  };
}

const storageFull = 507;

export async function fullDisk(folder: string): Promise<Findings> {
  const world = await makeWorld(inFolder(folder)("full.sqlite"), 1);
  const disk = join(folder, "full");
  const unmount = smallDisk(disk, 16);
  const faults: Array<string> = [];
  const sent: Array<Sent> = [];
  try {
    const database = join(disk, "leeroogst.sqlite");
    copyFileSync(world.database, database);
    const server = await startServer(database);
    const client = browser(server.address, world.cookie);
    const typing = typist(world.interviews[0] ?? { interviewId: "", questionIds: [] }, 1);
    const ballast = join(disk, "ballast");
    const free = Number(/(\d+)\s+\d+%/.exec(spawnSync("df", ["-k", disk], { encoding: "utf8" }).stdout)?.[1] ?? 0);
    writeFileSync(ballast, Buffer.alloc(Math.max(0, free * 1024 - megabyte)));

    let refused = 0;
    for (let count = 0; count < 5000 && refused < 5; count += 1) {
      const one = typing.next();
      sent.push(one);
      const { status, text } = await send(client, one);
      if (one.sequence !== null) typing.heard(one);
      else if (status === storageFull && text.includes("storage-full")) refused += 1;
      else faults.push(`a save on a full disk was answered with ${status}: ${text.slice(0, 120)}`);
    }
    if (refused === 0) faults.push("the disk never became full");
    const health = await client("/healthz");
    if (health.status !== 503) faults.push(`/healthz says ${health.status} on a full disk`);
    const acknowledged = sent.filter(({ sequence }) => sequence !== null).length;

    rmSync(ballast);
    const again = typing.next();
    sent.push(again);
    const { status } = await send(client, again);
    if (again.sequence === null) faults.push(`with space again a save was answered with ${status}`);
    const recovered = await client("/healthz");
    if (recovered.status !== 200) faults.push(`with space again /healthz says ${recovered.status}`);
    await stopServer(server);
    for (const check of brokenChecks(database)) faults.push(check);
    return {
      name: "disk full, then space again without a restart",
      figures: { "saves acknowledged before": acknowledged, "refused with 507": refused },
      lost: lostSaves(database, sent).length,
      faults,
    };
  } finally {
    unmount();
  }
}

export async function readOnlyDisk(folder: string): Promise<Findings> {
  const world = await makeWorld(inFolder(folder)("fixed.sqlite"), 1);
  const disk = join(folder, "fixed");
  const unmount = smallDisk(disk, 32);
  const faults: Array<string> = [];
  try {
    const database = join(disk, "leeroogst.sqlite");
    copyFileSync(world.database, database);
    spawnSync("mount", ["-o", "remount,ro", disk]);
    const server = await startServer(database, { unhealthy: true });
    const code = await server.ended;
    const lines = server.said().trim().split("\n");
    if (code !== 1) faults.push(`the server ended with ${code} instead of 1`);
    if (lines.length > 2 || /\n\s+at /.test(server.said()))
      faults.push("the server said more than why it cannot start");
    return { name: "read-only disk", figures: { "says why and ends": lines[0]?.slice(0, 90) ?? "" }, lost: 0, faults };
  } finally {
    unmount();
  }
}

/** Opens connections until no more are taken, or enough of them. */
function holdConnections(address: string, count: number): () => void {
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  for (let index = 0; index < count; index += 1) {
    const asking = request(`${address}/healthz`, { agent, headers: { connection: "keep-alive" } });
    asking.on("error", () => undefined);
    asking.on("response", (response) => response.on("error", () => undefined).pause());
    asking.end();
  }
  return () => agent.destroy();
}

/** More than a process with `ulimit -n 400` can hold; fewer files than that and Node cannot even load the server. */
const connections = 600;

/**
 * How long a save may be tried again, as a browser does, once there are files again (milliseconds): what still waited to be accepted
 * is taken off the queue first, and some of it is turned away.
 */
const recovery = 10_000;

export async function fewFiles(folder: string): Promise<Findings> {
  const world = await makeWorld(inFolder(folder)("files.sqlite"), 1);
  const server = await startServer(world.database, { limits: "ulimit -n 400" });
  const faults: Array<string> = [];
  const sent: Array<Sent> = [];
  const typing = typist(world.interviews[0] ?? { interviewId: "", questionIds: [] }, 1);
  const release = holdConnections(server.address, connections);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const during = browser(server.address, world.cookie);
  for (let count = 0; count < 20; count += 1) {
    const one = typing.next();
    sent.push(one);
    const answer = await Promise.race([
      send(during, one).catch(() => null),
      new Promise<null>((resolve) => setTimeout(() => resolve(null), 1000)),
    ]);
    if (answer !== null) typing.heard(one);
    else break;
  }
  const served = sent.filter(({ sequence }) => sequence !== null).length;
  release();
  const released = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 500));
  if (server.child.exitCode !== null) faults.push(`the server ended with ${server.child.exitCode}`);
  const after = typing.next();
  sent.push(after);
  while (after.sequence === null && performance.now() - released < recovery) {
    await send(browser(server.address, world.cookie), after).catch(() => null);
    if (after.sequence === null) await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const recovered = `${((performance.now() - released) / 1000).toFixed(1)} s`;
  if (after.sequence === null) faults.push("with files again a save did not come through");
  await stopServer(server);
  for (const check of brokenChecks(world.database)) faults.push(check);
  return {
    name: "too many open files, then fewer",
    figures: { "saves acknowledged meanwhile": served, connections, "a save came through after": recovered },
    lost: lostSaves(world.database, sent).length,
    faults,
  };
}
