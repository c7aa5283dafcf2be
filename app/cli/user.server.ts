/** The command `user`: invites somebody and prints the one-time link for their account, or takes a lost second factor away. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Membership, operator, type Role, roles } from "#app/domain/actor.ts";
import { Problem, problemSentence } from "#app/domain/problem.ts";
import { readDatabasePath } from "#app/env.server.ts";
import { openStore, type Store } from "#db/store.server.ts";
import { type CommandIo, databaseIsThere, usable, WrongUsage } from "./command.ts";

export const userHelp = `leeroogst user add|unpair --email ADDRESS [options]

add      invites somebody. Prints a link that works once, for 72 hours: whoever opens it chooses a password and connects a phone.
unpair   takes away the second factor of somebody who lost phone and recovery codes, and signs them out. At the next sign-in they
         connect a phone. Be sure whom you are speaking to.

  --email ADDRESS    the address with which the person will sign in
  --name NAME        the name that colleagues see
  --role ROLE        one of ${roles.join(", ")}
  --region KEY       the region's key; needed for interviewer, analyst, lead and reader, refused for the others
  --origin URL       the address of the installation (default: LEEROOGST_ORIGIN)
  --database PATH    the database file (default: LEEROOGST_DATABASE)

Name, role, region and origin go with add only.
Exit: 0 done, 1 refused (the address is known already or not at all, there is no such region), 2 wrong usage.`;

type Invitation = { task: "add"; name: string; role: Role; region: string | undefined; origin: string };
type Wish = { email: string; database: string } & (Invitation | { task: "unpair" });

/** What the command line names is not there; the message says what. */
class NotThere extends Error {}

function readWish(args: Array<string>, env: NodeJS.ProcessEnv): Wish | null {
  const { values, positionals } = parseArgs({
    args,
    strict: true,
    allowPositionals: true,
    options: {
      email: { type: "string" },
      name: { type: "string" },
      role: { type: "string" },
      region: { type: "string" },
      origin: { type: "string" },
      database: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return null;
  const task = positionals.join(" ");
  if (task !== "add" && task !== "unpair") throw new WrongUsage("what to do with a user is one of: add, unpair");
  const needed = (name: "email" | "name" | "role"): string => {
    const value = values[name];
    if (!value) throw new WrongUsage(`--${name} is missing`);
    return value;
  };
  const email = needed("email");
  const database = values.database === undefined ? readDatabasePath(env) : resolve(values.database);
  if (task === "unpair") {
    for (const name of ["name", "role", "region", "origin"] as const)
      if (values[name] !== undefined) throw new WrongUsage(`--${name} does not go with unpair`);
    return { task, email, database };
  }
  const name = needed("name");
  const role = roles.find((one) => one === needed("role"));
  if (!role) throw new WrongUsage(`--role is one of ${roles.join(", ")}`);
  return {
    task,
    email,
    name,
    role,
    region: values.region,
    origin: values.origin ?? env.LEEROOGST_ORIGIN ?? `http://localhost:${env.LEEROOGST_PORT ?? 3000}`,
    database,
  };
}

/** What the faults of an invitation say to somebody at a terminal. */
const sentences: Record<string, string> = {
  "email not-an-email": "--email is not an e-mail address",
  "name too-long": "--name is too long",
  "regionId required": "--region is missing: this role belongs to a region",
  "regionId not-with-role": "--region does not go with a national role",
};

async function invite(store: Store, wish: Invitation & { email: string }): Promise<string> {
  const verbs = store.as(operator);
  const membership: Membership = { role: wish.role, regionId: null };
  if (wish.region !== undefined) {
    const region = (await verbs.regions.mine()).find((one) => one.key === wish.region);
    if (!region) throw new NotThere(`there is no region with the key ${wish.region}`);
    membership.regionId = region.id;
  }
  const { token } = await verbs.people.invite({ email: wish.email, name: wish.name, ...membership });
  return `${wish.origin.replace(/\/$/, "")}/welcome/${token}`;
}

async function unpair(store: Store, email: string): Promise<void> {
  const verbs = store.as(operator);
  const { people } = await verbs.people.list();
  const person = people.find((one) => one.email === email.trim().toLowerCase());
  if (!person) throw new NotThere(`there is nobody with the address ${email}`);
  await verbs.people.removeSecondFactor({ personId: person.id });
}

/** Runs the command; `args` are those after `user`. Resolves to the exit code; never throws for what a user can do wrong. */
export function userCommand(args: Array<string>, io: CommandIo): Promise<number> {
  return usable("user", io, async () => {
    const wish = readWish(args, io.env);
    if (wish === null) {
      io.out(userHelp);
      return 0;
    }
    if (!databaseIsThere(wish.database, io)) return 1;
    const store = openStore(wish.database);
    try {
      if (wish.task === "unpair") await unpair(store, wish.email);
      else io.out(await invite(store, wish));
      return 0;
    } catch (error) {
      if (error instanceof NotThere) {
        io.err(error.message);
        return 1;
      }
      if (!(error instanceof Problem)) throw error;
      const fields = error.details.fields ?? [];
      for (const { path, code } of fields) io.err(sentences[`${path} ${code}`] ?? `--${path}: ${code}`);
      if (fields.length === 0) io.err(problemSentence(error.code, "en"));
      return fields.length > 0 ? 2 : 1;
    } finally {
      store.close();
    }
  });
}
