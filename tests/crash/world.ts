/** A small database with running interviews, the built server on it, and clients that save answers as a browser does. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { openStore } from "#db/store.server.ts";
import { personIn, type Running, runningInterview } from "../bench/people.ts";
import { builtServer, type Client, clientOf, cookieOf, freePort, healthy } from "../bench/servers.ts";

export type CrashWorld = { database: string; cookie: string; interviews: Array<Running> };

/** Makes the database at `path`, with as many running interviews as there will be clients. */
export async function makeWorld(path: string, clients: number): Promise<CrashWorld> {
  const args = ["scripts/run.mjs", "tests/world/generate.ts", "--out", path];
  const size = ["--regions", "1", "--interviews", "3", "--codings", "6"];
  const { status } = spawnSync(process.execPath, [...args, ...size], { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error("the database could not be made");
  const store = openStore(path);
  try {
    const interviews: Array<Running> = [];
    for (let count = 0; count < clients; count += 1) interviews.push(await runningInterview(store));
    const interviewer = await personIn(store, "interviewer");
    return { database: path, cookie: await cookieOf(store, interviewer.personId), interviews };
  } finally {
    store.close();
  }
}

export type Server = { address: string; child: ChildProcess; ended: Promise<number | null>; said(): string };

/** Starts the built server and waits until it is healthy; `limits` is a line of shell that runs before it. Does not wait when `unhealthy`. */
export async function startServer(database: string, { limits = "", unhealthy = false } = {}): Promise<Server> {
  const port = await freePort();
  const { args, env } = builtServer(database, port);
  const whole = { ...process.env, NODE_ENV: "production", ...env };
  const quoted = [process.execPath, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  const child = limits
    ? spawn("sh", ["-c", `${limits}; exec ${quoted}`], { env: whole, stdio: ["ignore", "ignore", "pipe"] })
    : spawn(process.execPath, args, { env: whole, stdio: ["ignore", "ignore", "pipe"] });
  let written = "";
  child.stderr?.on("data", (part) => (written += part));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const address = `http://localhost:${port}`;
  if (!unhealthy) await healthy(address);
  return { address, child, ended, said: () => written };
}

export async function stopServer({ child, ended }: Server, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  child.kill(signal);
  await ended;
}

/** A save that was sent. `sequence` is that of its receipt, null while nobody knows whether it arrived. */
export type Sent = {
  opId: string;
  interviewId: string;
  questionId: string;
  value: string;
  baseSequence: number;
  sequence: number | null;
};

function saving(client: Client, one: Sent) {
  const { opId, interviewId, questionId, value, baseSequence } = one;
  return client(`/interviews/${interviewId}/answers`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ opId, questionId, baseSequence, answer: { state: "answered", value, note: "" } }),
  });
}

export function browser(address: string, cookie: string): Client {
  return clientOf(address, { origin: address, "sec-fetch-site": "same-origin", "accept-language": "nl", cookie });
}

/** Sends a save. A receipt that names this very operation is noted in it; any other answer is returned and notes nothing. */
export async function send(client: Client, one: Sent): Promise<{ status: number; text: string }> {
  const { status, text } = await saving(client, one);
  if (status === 200) {
    const receipt = JSON.parse(text) as { opId: string; sequence: number };
    if (receipt.opId === one.opId) one.sequence = receipt.sequence;
  }
  return { status, text };
}

/** What one client types next, each save building on the receipt of the one before. */
export function typist({ interviewId, questionIds }: Running, clientNumber: number) {
  const bases = new Map<string, number>();
  let count = 0;
  return {
    next(): Sent {
      const questionId = questionIds[count % questionIds.length] ?? "";
      count += 1;
      const value = `Dit is antwoord ${count} van tafel ${clientNumber}, ${randomUUID()}. `.repeat(1 + (count % 5));
      return {
        opId: randomUUID(),
        interviewId,
        questionId,
        value,
        baseSequence: bases.get(questionId) ?? 0,
        sequence: null,
      };
    },
    heard(one: Sent): void {
      if (one.sequence !== null) bases.set(one.questionId, one.sequence);
    },
  };
}

export type Typist = ReturnType<typeof typist>;

/** Path of a file in a folder, to keep the callers short. */
export function inFolder(folder: string) {
  return (name: string) => join(folder, name);
}
