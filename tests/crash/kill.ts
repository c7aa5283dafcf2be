/** Kills the built server with SIGKILL at a random moment while clients save answers, again and again on one database. */
import type { Client } from "../bench/servers.ts";
import type { Findings } from "./findings.ts";
import { brokenChecks, isWhole, logLengths, lostSaves, unheardCommits } from "./oracle.ts";
import {
  browser,
  type CrashWorld,
  inFolder,
  makeWorld,
  type Sent,
  type Server,
  send,
  startServer,
  stopServer,
  type Typist,
  typist,
} from "./world.ts";

const clients = 4;
/** The longest that the load goes on before the kill, in milliseconds. */
const longest = 600;
/** After so many kills everything is checked, not only the structure. */
const thoroughEvery = 10;

/** Saves one after another until the connection breaks; what was sent last stays without a receipt. */
async function saveUntilCut(client: Client, typing: Typist, sent: Array<Sent>): Promise<void> {
  for (;;) {
    const one = typing.next();
    sent.push(one);
    const answer = await send(client, one).catch(() => null);
    if (answer === null) return;
    if (one.sequence === null)
      throw new Error(`a save was answered with ${answer.status}: ${answer.text.slice(0, 200)}`);
    typing.heard(one);
  }
}

/** Sends again what nobody heard of: it has to come through now, once, whether or not it had arrived. */
async function sendAgain(server: Server, world: CrashWorld, typists: Array<Typist>, sent: Array<Sent>): Promise<void> {
  const client = browser(server.address, world.cookie);
  for (const one of sent.filter(({ sequence }) => sequence === null)) {
    const { status, text } = await send(client, one);
    if (one.sequence === null) throw new Error(`a repeated save was answered with ${status}: ${text.slice(0, 200)}`);
    typists[world.interviews.findIndex(({ interviewId }) => interviewId === one.interviewId)]?.heard(one);
  }
}

export async function kill(folder: string, kills: number, say: (line: string) => void): Promise<Findings> {
  const world = await makeWorld(inFolder(folder)("kill.sqlite"), clients);
  const typists = world.interviews.map((interview, index) => typist(interview, index + 1));
  const faults: Array<string> = [];
  const sent: Array<Sent> = [];
  let unheard = 0;
  let lost = 0;
  let repeated = 0;
  const begun = logLengths(world.database);
  for (let count = 1; count <= kills; count += 1) {
    const server = await startServer(world.database);
    const round: Array<Sent> = [];
    const going = typists.map((typing) => saveUntilCut(browser(server.address, world.cookie), typing, round));
    await new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
    await stopServer(server, "SIGKILL");
    await Promise.all(going);

    if (!isWhole(world.database)) faults.push(`kill ${count}: the structure is not whole`);
    unheard += unheardCommits(world.database, round);
    lost += lostSaves(world.database, round).length;
    const { operations, lines } = logLengths(world.database);
    if (operations - begun.operations !== lines - begun.lines - repeated)
      faults.push(`kill ${count}: ${operations} operations stand beside ${lines} audit lines`);

    const again = await startServer(world.database);
    const waiting = round.filter(({ sequence }) => sequence === null);
    const arrived = unheardCommits(world.database, waiting);
    await sendAgain(again, world, typists, waiting);
    repeated += arrived;
    await stopServer(again);
    sent.push(...round);
    if (count % thoroughEvery === 0 || count === kills) {
      for (const check of brokenChecks(world.database)) faults.push(`kill ${count}: ${check}`);
      lost += lostSaves(world.database, sent).length;
      say(`${count} kills, ${sent.length} saves`);
    }
  }
  return {
    name: "SIGKILL under load",
    figures: { kills, "saves acknowledged": sent.length, "arrived unheard": unheard },
    lost,
    faults,
  };
}
