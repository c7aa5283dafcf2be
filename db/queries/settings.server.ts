/** Verbs on the installation's settings: a closed list with types and defaults, kept as JSON by name. */
import { count } from "drizzle-orm";
import { z } from "zod";
import { Problem } from "#app/domain/problem.ts";
import type { Db } from "../open.server.ts";
import { account, setting } from "../schema/index.ts";
import { anywhere, read, write } from "../verb.server.ts";

const settingsSchema = z.object({
  /** Everything in this database is invented, and people pick who to be instead of signing in. Set when it is made, never changed. */
  demo: z.boolean().default(false),
  /** Below this many weeks of work with a family, planning an interview warns that it may be too early. */
  earlyWeeks: z.int().min(0).max(52).default(8),
  /** For how many years a line of the audit log is kept (rule R14; NEN 7513 asks for five at least). */
  auditYears: z.int().min(5).max(20).default(5),
  /** How many months after a region's final report the answers in it are kept (rule R13). */
  answerMonths: z.int().min(1).max(12).default(12),
  /** How many years the proof of consent is kept once the answers are erased (rule R14). */
  consentYears: z.int().min(1).max(5).default(5),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What an administrator may change. */
export const changeable = ["earlyWeeks", "answerMonths", "consentYears", "auditYears"] as const;
export type ChangeableSettings = Pick<Settings, (typeof changeable)[number]>;

/** All settings, with the default of each that was never set. */
export async function readSettings(db: Db): Promise<Settings> {
  const rows = await db.select().from(setting);
  const known = rows.filter((row) => row.name in settingsSchema.shape);
  return settingsSchema.parse(Object.fromEntries(known.map((row) => [row.name, row.value])));
}

async function put(db: Db, name: string, value: unknown): Promise<void> {
  await db.insert(setting).values({ name, value }).onConflictDoUpdate({ target: setting.name, set: { value } });
}

export const settings = {
  /** All settings. */
  all: read<void, Settings>({
    action: "settings.read",
    right: "account.own",
    audited: false,
    target: anywhere,
    run: (db) => readSettings(db),
  }),

  /** Changes what an administrator may change, all that is given or none. Throws Problem `invalid-input` naming what does not fit. */
  change: write<Partial<ChangeableSettings>, void>({
    action: "settings.change",
    right: "settings.manage",
    target: anywhere,
    async run(db, input) {
      const given = changeable.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]] as const]));
      const fields = given
        .filter(([name, value]) => !settingsSchema.shape[name].safeParse(value).success)
        .map(([name]) => ({ path: name, code: "out-of-range" }));
      if (fields.length > 0) throw new Problem("invalid-input", { fields });
      for (const [name, value] of given) await put(db, name, value);
    },
  }),

  /** Marks a new database as a demo; only the operator can, and never one in which somebody has a password. */
  markDemo: write<void, void>({
    action: "settings.mark-demo",
    right: "installation.manage",
    target: anywhere,
    async run(db) {
      const [accounts] = await db.select({ count: count() }).from(account);
      if (accounts && accounts.count > 0) throw new Error("a database with accounts cannot become a demo");
      await put(db, "demo", true);
    },
  }),

  /** Writes a small value and so shows that a write reaches the disk. */
  probe: write<void, void>({
    action: "installation.probe",
    right: "installation.manage",
    audited: false,
    target: anywhere,
    run: (db, _input, { now }) => put(db, "lastProbe", now()),
  }),
};
