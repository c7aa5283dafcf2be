/** Rows that go through the whole built server over HTTP, as the browser of somebody who is signed in would. */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bench } from "./databases.ts";
import { figureOf, type Line, timed } from "./measure.ts";
import { newAnalyst, personIn, type Running, runningInterview } from "./people.ts";
import {
  builtServer,
  type Client,
  clientOf,
  cookieOf,
  freePort,
  healthy,
  type Process,
  startBare,
  startBuilt,
} from "./servers.ts";
import { newestSentence } from "./texts.ts";

const clients = 4;
/** A client goes on with its next interview after so many saves; an interview of an hour and a half makes about as many. */
const savesInInterview = 150;

function browserHeaders(process: Process, cookie: string) {
  return {
    origin: process.address,
    "sec-fetch-site": "same-origin",
    "accept-encoding": "gzip, deflate, br",
    "accept-language": "nl",
    cookie,
  };
}

function expectOk(status: number, text: string): void {
  if (status !== 200) throw new Error(`the server answered ${status}: ${text.slice(0, 200)}`);
}

type Saving = { perSecond: number; times: Array<number> };

/** Lets each worker save one after another for some seconds; the first second does not count. */
async function saveFor(seconds: number, workers: Array<() => Promise<void>>): Promise<Saving> {
  const from = performance.now() + 1000;
  const until = from + seconds * 1000;
  const times: Array<number> = [];
  async function work(save: () => Promise<void>): Promise<void> {
    for (let began = performance.now(); began < until; ) {
      await save();
      const ended = performance.now();
      if (began >= from && ended <= until) times.push(ended - began);
      began = ended;
    }
  }
  await Promise.all(workers.map(work));
  return { perSecond: times.length / seconds, times };
}

/** What the autosave sends: an answer that grows, question after question, each building on the receipt of the one before. */
function operations(interviews: ReadonlyArray<Running>, newId: () => string) {
  const sequences = new Map<string, number>();
  let count = 0;
  return {
    next() {
      const { interviewId, questionIds } = interviews[
        Math.floor(count / savesInInterview) % interviews.length
      ] as Running;
      const questionId = questionIds[Math.floor(count / 10) % questionIds.length] ?? "";
      const key = `${interviewId} ${questionId}`;
      const value = newestSentence(count);
      count += 1;
      const answer = { state: "answered", value, note: "" };
      const body = JSON.stringify({ opId: newId(), questionId, answer, baseSequence: sequences.get(key) ?? 0 });
      return {
        path: `/interviews/${interviewId}/answers`,
        body,
        done: (sequence: number) => sequences.set(key, sequence),
      };
    },
  };
}

export async function save(bench: Bench): Promise<Array<Line>> {
  const seconds = bench.quick ? 1 : 10;
  const { cookie, interviews, newId } = await bench.withStore("network", async (store) => {
    const all: Array<Running> = [];
    for (let index = 0; index < clients * 6; index += 1) all.push(await runningInterview(store));
    const interviewer = await personIn(store, "interviewer");
    return { interviews: all, cookie: await cookieOf(store, interviewer.personId), newId: store.sources.newId };
  });
  const own = (worker: number) => operations(interviews.slice(worker * 6, worker * 6 + 6), newId);
  const headers = { "content-type": "application/json", accept: "*/*" };

  const built = await startBuilt(bench.database("network"), bench.folder);
  const product = await saveFor(
    seconds,
    Array.from({ length: clients }, (_, worker) => {
      const client = clientOf(built.address, browserHeaders(built, cookie));
      const { next } = own(worker);
      return async () => {
        const { path, body, done } = next();
        const { status, text } = await client(path, { method: "POST", headers, body });
        expectOk(status, text);
        done((JSON.parse(text) as { sequence: number }).sequence);
      };
    }),
  );
  await built.stop();

  const bare = await startBare(bench.folder);
  const limit = await saveFor(
    seconds,
    Array.from({ length: clients }, (_, worker) => {
      const client = clientOf(bare.address, browserHeaders(bare, cookie));
      const { next } = own(worker);
      return async () => {
        const { status, text } = await client("/save", { method: "POST", headers, body: next().body });
        expectOk(status, text);
      };
    }),
  );
  await bare.stop();

  const what = "node:http, JSON.parse and one durable commit of the same payload";
  const once = (perSecond: number, samples: number) => ({ p50: perSecond, p95: null, samples });
  return [
    {
      row: "save",
      what: "answers saved, four clients",
      unit: "per second",
      figure: once(product.perSecond, product.times.length),
      limit: { what, figure: once(limit.perSecond, limit.times.length) },
      target: { of: "p50", least: 400 },
    },
    {
      row: "save",
      what: "one answer saved, as its client sees it",
      unit: "ms",
      figure: figureOf(product.times),
      limit: { what, figure: figureOf(limit.times) },
      target: { of: "p50", most: 10 },
    },
  ];
}

/** Every script that a page loads: those that it names to be loaded or imports, and what they import. */
async function scriptsOf(client: Client, html: string): Promise<Array<string>> {
  const named = /(?:rel="modulepreload" href="|src="|import "|from ")(\/assets\/[\w.-]+\.js)"/g;
  const wanted = [...html.matchAll(named)].map(([, path]) => path ?? "");
  const found = new Set<string>();
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const { text } = await client(path);
    for (const [, file] of text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) wanted.push(`/assets/${file}`);
  }
  return [...found];
}

/** Kilobytes (1,000 bytes) of these scripts as they come over the wire, compressed by the server. */
async function packedSize(client: Client, paths: ReadonlyArray<string>): Promise<number> {
  let bytes = 0;
  for (const path of paths) bytes += (await client(path, { headers: { "accept-encoding": "gzip" } })).bytes;
  return bytes / 1000;
}

export async function page(bench: Bench): Promise<Array<Line>> {
  const count = bench.quick ? 20 : 400;
  const { cookie, interviewId, questionIds } = await bench.withStore("network", async (store) => {
    const interviewer = await personIn(store, "interviewer");
    const running = await runningInterview(store);
    for (const [index, questionId] of running.questionIds.entries()) {
      const answer = { state: "answered", value: newestSentence(index), note: "" };
      const saved = { opId: store.sources.newId(), interviewId: running.interviewId, questionId };
      await store.as(interviewer).answers.save({ ...saved, baseSequence: 0, answer });
    }
    return { cookie: await cookieOf(store, interviewer.personId), ...running };
  });
  const path = (index: number) => `/interviews/${interviewId}?q=${questionIds[index % questionIds.length]}`;

  const built = await startBuilt(bench.database("network"), bench.folder);
  const plain = clientOf(built.address, { cookie, accept: "text/html", "accept-language": "nl" });
  const client = clientOf(built.address, { ...browserHeaders(built, cookie), accept: "text/html" });
  const { status, text: html } = await plain(path(0));
  expectOk(status, html);
  await timed(count, async (index) => {
    const answer = await client(path(index));
    expectOk(answer.status, answer.text);
  });
  const times = built.times(/^\/interviews\/[^/]+$/).slice(-count);
  const scripts = await packedSize(plain, await scriptsOf(plain, html));
  const framework = await packedSize(plain, await scriptsOf(plain, (await clientOf(built.address)("/sign-in")).text));
  await built.stop();

  const file = join(bench.folder, "page.html");
  writeFileSync(file, html);
  const bare = await startBare(bench.folder, file);
  const bareClient = clientOf(bare.address);
  await timed(count, () => bareClient("/page"));
  const limit = bare.times(/^\/page$/).slice(-count);
  await bare.stop();

  const once = (kilobytes: number) => ({ p50: kilobytes, p95: null, samples: 1 });
  return [
    {
      row: "page",
      what: "the interview page, time in the server",
      unit: "ms",
      figure: figureOf(times),
      limit: { what: "node:http with the same page from memory, compressed alike", figure: figureOf(limit) },
      target: { of: "p50", most: 8 },
    },
    {
      row: "page",
      what: "all scripts of the interview page, gzipped",
      unit: "kB",
      figure: once(scripts),
      limit: {
        what: "those of the sign-in page: React, its router and hardly anything of ours",
        figure: once(framework),
      },
      target: { of: "p50", most: 170 },
    },
  ];
}

type Codable = { interviewId: string; questionId: string; sequence: number; text: string };

export async function coding(bench: Bench): Promise<Array<Line>> {
  const count = bench.quick ? 20 : 300;
  const { cookie, regionId } = await bench.withStore("network", async (store) => {
    const { regionId } = await personIn(store, "analyst");
    const { personId } = await newAnalyst(store, "first region");
    return { cookie: await cookieOf(store, personId), regionId };
  });
  const answers = await bench.withRaw("network", async (db) =>
    db
      .prepare<[string], Codable>(
        `SELECT a.interview_id AS interviewId, a.question_id AS questionId, a.sequence, a.text_value AS text
         FROM answer a JOIN interview i ON i.id = a.interview_id
         WHERE i.region_id = ? AND i.state IN ('completed', 'approved') AND length(a.text_value) > 100`,
      )
      .all(regionId),
  );
  /** Spans that this analyst never marked: every time round, each answer is marked from its next word. */
  const acts = Array.from({ length: count + Math.max(2, Math.ceil(count / 10)) }, (_, index) => {
    const { interviewId, questionId, sequence, text } = answers[index % answers.length] as Codable;
    const words = [...text.matchAll(/\S+/g)].map((word) => word.index);
    const start = words[Math.floor(index / answers.length) + 1] ?? 0;
    const end = text.indexOf(" ", start + 40);
    const asked = { intent: "code", field: "value", sequence, key: "what-helped/trusted-person", start, end };
    const body = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)])).toString();
    return { path: `/coding/${interviewId}/${questionId}.data`, body };
  });
  const headers = { "content-type": "application/x-www-form-urlencoded;charset=UTF-8", accept: "*/*" };

  const built = await startBuilt(bench.database("network"), bench.folder);
  const client = clientOf(built.address, browserHeaders(built, cookie));
  await timed(count, async (index) => {
    const { path = "", body } = acts[index] ?? {};
    const { status, text } = await client(path, { method: "POST", headers, body });
    expectOk(status, text);
  });
  const times = built.times(/^\/coding\//).slice(-count);
  await built.stop();

  const bare = await startBare(bench.folder);
  const bareClient = clientOf(bare.address);
  await timed(count, (index) => bareClient("/save", { method: "POST", headers, body: acts[index]?.body }));
  const limit = bare.times(/^\/save$/).slice(-count);
  await bare.stop();
  return [
    {
      row: "coding",
      what: "a passage marked and coded, time in the server",
      unit: "ms",
      figure: figureOf(times),
      limit: { what: "node:http and one durable commit of the same payload", figure: figureOf(limit) },
      target: { of: "p50", most: 5 },
    },
  ];
}

/** Milliseconds from the start of a process to its first healthy answer. */
async function startTimes(count: number, startOn: (port: number) => { args: Array<string>; env: NodeJS.ProcessEnv }) {
  const times: Array<number> = [];
  for (let index = 0; index < count; index += 1) {
    const port = await freePort();
    const { args, env } = startOn(port);
    const from = performance.now();
    const child = spawn(process.execPath, args, {
      env: { ...process.env, NODE_ENV: "production", ...env },
      stdio: "ignore",
    });
    await healthy(`http://localhost:${port}`);
    times.push(performance.now() - from);
    const exit = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await exit;
  }
  return times;
}

export async function start(bench: Bench): Promise<Array<Line>> {
  const count = bench.quick ? 2 : 15;
  const database = bench.database("network");
  const times = await startTimes(count, (port) => builtServer(database, port));
  const bare = (port: number) =>
    `require("express")().get("/healthz", (_, response) => response.json({ status: "ok" })).listen(${port}, "127.0.0.1")`;
  const limit = await startTimes(count, (port) => ({ args: ["-e", bare(port)], env: {} }));
  return [
    {
      row: "start",
      what: "from the start of the process to the first healthy answer",
      unit: "ms",
      figure: figureOf(times),
      limit: { what: "node with express listening and nothing else", figure: figureOf(limit) },
      target: { of: "p50", most: 1500 },
    },
  ];
}
