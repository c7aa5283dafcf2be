/** The command `user`: who works with the installation, with which roles, and whether they may sign in. */
import { type Membership, operator, type Role, roles } from "#app/domain/actor.ts";
import type { Store, Verbs } from "#db/store.server.ts";
import { type CommandIo, WrongUsage } from "./command.ts";
import { NotThere, runTask, type Tasks, type TaskValues } from "./tasks.server.ts";

export const userHelp = `leeroogst user list|add|renew|grant|revoke|bar|admit|unpair [options]

list      shows everybody: address, name, active or barred, paired or not, and their roles; one line each, with tabs between.
add       invites somebody. Prints a link that works once, for 72 hours: whoever opens it chooses a password and a second factor.
renew     prints a link with which somebody chooses a new password, once, within 10 minutes; the second factor stays.
grant     gives somebody one more role.
revoke    takes a role away, from their next request on.
bar       lets somebody not sign in any more, and signs them out.
admit     lets somebody sign in again.
unpair    takes away the second factor, phone and passkeys, of somebody who lost it and the recovery codes, and signs them out.
          At the next sign-in they choose a new one. Be sure whom you are speaking to.

  --email ADDRESS    the address with which the person signs in; all but list need it
  --name NAME        with add: the name that colleagues see
  --role ROLE        with add, grant and revoke: one of ${roles.join(", ")}
  --region KEY       with these: the region's key; needed for interviewer, analyst, lead and reader, refused for the others
  --origin URL       with add and renew: the address of the installation (default: LEEROOGST_ORIGIN)
  --database PATH    the database file (default: LEEROOGST_DATABASE)

Exit: 0 done, 1 refused (the address is known already or not at all, there is no such region or role, the last administrator), 2 wrong usage.`;

const tasks = {
  list: { needs: [], takes: [] },
  add: { needs: ["email", "name", "role"], takes: ["region", "origin"] },
  renew: { needs: ["email"], takes: ["origin"] },
  grant: { needs: ["email", "role"], takes: ["region"] },
  revoke: { needs: ["email", "role"], takes: ["region"] },
  bar: { needs: ["email"], takes: [] },
  admit: { needs: ["email"], takes: [] },
  unpair: { needs: ["email"], takes: [] },
} as const satisfies Tasks;

/** What the faults of an invitation or a role say to somebody at a terminal. */
const sentences: Record<string, string> = {
  "email not-an-email": "--email is not an e-mail address",
  "name too-long": "--name is too long",
  "regionId required": "--region is missing: this role belongs to a region",
  "regionId not-with-role": "--region does not go with a national role",
};

function readRole(value: string | undefined): Role {
  const role = roles.find((one) => one === value);
  if (!role) throw new WrongUsage(`--role is one of ${roles.join(", ")}`);
  return role;
}

async function membershipOf(verbs: Verbs, { role, region }: TaskValues): Promise<Membership> {
  const membership: Membership = { role: readRole(role), regionId: null };
  if (region === undefined) return membership;
  const found = (await verbs.regions.mine()).find((one) => one.key === region);
  if (!found) throw new NotThere(`there is no region with the key ${region}`);
  return { ...membership, regionId: found.id };
}

async function personOf(verbs: Verbs, email = "") {
  const { people } = await verbs.people.list();
  const person = people.find((one) => one.email === email.trim().toLowerCase());
  if (!person) throw new NotThere(`there is nobody with the address ${email}`);
  return person;
}

async function list(verbs: Verbs, io: CommandIo): Promise<void> {
  const keys = new Map((await verbs.regions.mine()).map(({ id, key }) => [id, key]));
  for (const person of (await verbs.people.list()).people) {
    const held = person.memberships.map(({ role, regionId }) =>
      regionId === null ? role : `${role} ${keys.get(regionId) ?? ""}`,
    );
    const state = person.disabledAt === null ? "active" : "barred";
    io.out([person.email, person.name, state, person.secondFactor ? "paired" : "unpaired", held.join(", ")].join("\t"));
  }
}

async function revoke(verbs: Verbs, values: TaskValues): Promise<void> {
  const { role, regionId } = await membershipOf(verbs, values);
  const person = await personOf(verbs, values.email);
  const held = person.memberships.find((one) => one.role === role && one.regionId === regionId);
  if (!held) throw new NotThere(`${person.email} does not have this role`);
  await verbs.people.endMembership({ membershipId: held.id });
}

async function run(store: Store, task: keyof typeof tasks, values: TaskValues, io: CommandIo): Promise<void> {
  const verbs = store.as(operator);
  if (values.role !== undefined) readRole(values.role);
  const origin = values.origin ?? io.env.LEEROOGST_ORIGIN ?? `http://localhost:${io.env.LEEROOGST_PORT ?? 3000}`;
  const printLink = ({ token }: { token: string }) => io.out(`${origin.replace(/\/$/, "")}/welcome/${token}`);
  const personId = async () => (await personOf(verbs, values.email)).id;
  switch (task) {
    case "list":
      return list(verbs, io);
    case "add": {
      const { email = "", name = "" } = values;
      return printLink(await verbs.people.invite({ email, name, ...(await membershipOf(verbs, values)) }));
    }
    case "renew":
      return printLink(await verbs.people.renew({ personId: await personId() }));
    case "grant":
      return verbs.people.addMembership({ ...(await membershipOf(verbs, values)), personId: await personId() });
    case "revoke":
      return revoke(verbs, values);
    case "bar":
      return verbs.people.disable({ personId: await personId() });
    case "admit":
      return verbs.people.enable({ personId: await personId() });
    case "unpair":
      return verbs.people.removeSecondFactor({ personId: await personId() });
  }
}

/** Runs the command; `args` are those after `user`. Resolves to the exit code; never throws for what a user can do wrong. */
export function userCommand(args: Array<string>, io: CommandIo): Promise<number> {
  return runTask({ name: "user", help: userHelp, tasks, sentences, run }, args, io);
}
