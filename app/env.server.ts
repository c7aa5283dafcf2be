/** All settings of the installation, read from the environment by one schema; `.env.example` explains each. */
import { resolve } from "node:path";
import { z } from "zod";
import { Problem } from "./domain/problem.ts";

const loopbackHosts = ["127.0.0.1", "::1", "localhost"];

const databaseSetting = z.string().min(1, "must name a file").default("data/leeroogst.sqlite");

const settingsSchema = z.strictObject({
  LEEROOGST_DATABASE: databaseSetting,
  LEEROOGST_HOST: z.string().min(1).default("127.0.0.1"),
  LEEROOGST_PORT: z.coerce.number("must be a number").int().min(0).max(65535).default(3000),
  LEEROOGST_ORIGIN: z
    .string()
    .refine((value) => isOrigin(value), "must be an address without a path, such as https://leeroogst.example.nl")
    .optional(),
  LEEROOGST_SECRET: z
    .string("must be set; make one with: openssl rand -base64 32")
    .min(32, "must have at least 32 characters; make one with: openssl rand -base64 32"),
  LEEROOGST_IDLE_MINUTES: z.coerce.number("must be a number").int().min(5).max(720).default(15),
  LEEROOGST_PROXY: z.string().min(1).default("loopback"),
  LEEROOGST_SMTP_URL: z
    .string()
    .refine(isMailServer, "must be the address of a mail server, such as smtps://name:password@mail.example.nl")
    .optional(),
  LEEROOGST_SMTP_FROM: z.email("must be an e-mail address").optional(),
  LEEROOGST_OIDC_ISSUER: z
    .string()
    .refine(isIssuer, "must be the address of a provider, such as https://inloggen.example.nl")
    .optional(),
  LEEROOGST_OIDC_CLIENT_ID: z.string().min(1).optional(),
  LEEROOGST_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  LEEROOGST_OIDC_NAME: z.string().min(1).max(60).optional(),
  LEEROOGST_BACKUP_FOLDER: z.string().min(1).optional(),
  LEEROOGST_BACKUP_RECIPIENT: z
    .string()
    .regex(
      /^age1[0-9a-z]{58}$/,
      "must be the public half of a key, age1…; make one with: leeroogst backup --new-key FILE",
    )
    .optional(),
  LEEROOGST_BACKUP_PASSPHRASE_FILE: z.string().min(1).optional(),
  LEEROOGST_BACKUP_HOURS: z.coerce.number("must be a number").min(0.1).max(168).default(24),
  LEEROOGST_BACKUP_KEEP: z.coerce.number("must be a number").int().min(1).max(1000).default(14),
});

/** Where, how often and under which lock backups are made while the server runs, and how many of them are kept. */
export type BackupPlan = {
  /** Absolute path. */
  folder: string;
  lock: { recipient: string } | { passphraseFile: string };
  /** From the beginning of one backup to that of the next. */
  hours: number;
  keep: number;
};

/** The mail server, and the address that its letters come from. */
export type MailPlan = { url: string; from: string };

/** The provider through which people of an organisation may sign in; `name` is what they call it, null for no name of its own. */
export type OrganisationPlan = { issuer: string; clientId: string; clientSecret: string; name: string | null };

export type Env = {
  /** Absolute path of the SQLite file. */
  database: string;
  host: string;
  port: number;
  /** Scheme, host and port under which browsers reach the installation, without a slash at the end. */
  origin: string;
  /** Every value of an `Origin` header that is our own. */
  origins: Array<string>;
  secret: string;
  /** True when browsers come by https: cookies are then secure and HSTS is sent. */
  https: boolean;
  /** A session that was not seen for so long has ended. */
  idleMinutes: number;
  /** Null: everybody signs in with a password. */
  organisation: OrganisationPlan | null;
  /** Null: nothing is sent by e-mail. */
  mail: MailPlan | null;
  /** Null: no backups are made. */
  backups: BackupPlan | null;
  /** Addresses of proxies whose `X-Forwarded-*` headers count, in Express' notation. */
  proxy: string;
};

type Settings = z.infer<typeof settingsSchema>;

/** The names of all settings, for `.env.example` and its test. */
export const settingNames = Object.keys(settingsSchema.shape);

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return (url.protocol === "https:" || url.protocol === "http:") && url.origin === value;
}

/** An address of https, or of http on this machine. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, search, hash } = new URL(value);
  const local = loopbackHosts.includes(hostname.replace(/^\[|\]$/g, ""));
  return (protocol === "https:" || (protocol === "http:" && local)) && search === "" && hash === "";
}

function isMailServer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, pathname, search, hash } = new URL(value);
  const plain = ["", "/"].includes(pathname) && search === "" && hash === "";
  return ["smtp:", "smtps:"].includes(protocol) && hostname !== "" && plain;
}

function ownVariables(source: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(source).filter(
      (entry): entry is [string, string] => entry[0].startsWith("LEEROOGST_") && !!entry[1],
    ),
  );
}

function refuse(lines: Array<string>): never {
  throw new Problem("settings-invalid", { lines });
}

/**
 * All settings. Throws Problem `settings-invalid` with one line for each setting that is missing, wrong or unknown.
 * Plain http is for loopback only: an http origin with another host is refused.
 */
export function readSettings(source: NodeJS.ProcessEnv): Env {
  const parsed = settingsSchema.safeParse(ownVariables(source));
  if (!parsed.success) {
    refuse(
      parsed.error.issues.map((issue) =>
        issue.code === "unrecognized_keys"
          ? `${issue.keys.join(", ")}: not a setting of Leeroogst`
          : `${issue.path.join(".")}: ${issue.message}`,
      ),
    );
  }
  const settings = parsed.data;
  const host = settings.LEEROOGST_HOST;
  const port = settings.LEEROOGST_PORT;
  const local = ["localhost", "127.0.0.1", "[::1]"].map((name) => `http://${name}:${port}`);
  const origin = settings.LEEROOGST_ORIGIN ?? `http://localhost:${port}`;
  const https = origin.startsWith("https:");
  if (!https && !loopbackHosts.includes(host)) {
    refuse(["LEEROOGST_HOST: plain http is served on loopback only; set LEEROOGST_ORIGIN to the https address"]);
  }
  if (!https && !loopbackHosts.includes(new URL(origin).hostname.replace(/^\[|\]$/g, ""))) {
    refuse(["LEEROOGST_ORIGIN: plain http is served on loopback only; use an https address"]);
  }
  return {
    database: resolve(settings.LEEROOGST_DATABASE),
    host,
    port,
    origin,
    origins: https ? [origin] : [...new Set([origin, ...local])],
    secret: settings.LEEROOGST_SECRET,
    https,
    idleMinutes: settings.LEEROOGST_IDLE_MINUTES,
    proxy: settings.LEEROOGST_PROXY,
    organisation: organisationPlan(settings),
    mail: mailPlan(settings),
    backups: backupPlan(settings),
  };
}

function organisationPlan(settings: Settings): OrganisationPlan | null {
  const { LEEROOGST_OIDC_ISSUER: issuer, LEEROOGST_OIDC_CLIENT_ID: clientId } = settings;
  const { LEEROOGST_OIDC_CLIENT_SECRET: clientSecret, LEEROOGST_OIDC_NAME: name = null } = settings;
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined)
    return { issuer, clientId, clientSecret, name };
  if (issuer === undefined && clientId === undefined && clientSecret === undefined && name === null) return null;
  const needed = {
    LEEROOGST_OIDC_ISSUER: issuer,
    LEEROOGST_OIDC_CLIENT_ID: clientId,
    LEEROOGST_OIDC_CLIENT_SECRET: clientSecret,
  };
  return refuse(
    Object.entries(needed)
      .filter(([, value]) => value === undefined)
      .map(
        ([setting]) => `${setting}: is needed too: sign-in through an organisation has an issuer, an id and a secret`,
      ),
  );
}

function mailPlan({ LEEROOGST_SMTP_URL: url, LEEROOGST_SMTP_FROM: from }: Settings): MailPlan | null {
  if (url !== undefined && from !== undefined) return { url, from };
  if (url === undefined && from === undefined) return null;
  const missing = url === undefined ? "LEEROOGST_SMTP_URL" : "LEEROOGST_SMTP_FROM";
  return refuse([`${missing}: is needed too: e-mail has a server and an address that it comes from`]);
}

function backupPlan(settings: Settings): BackupPlan | null {
  const folder = settings.LEEROOGST_BACKUP_FOLDER;
  const recipient = settings.LEEROOGST_BACKUP_RECIPIENT;
  const passphraseFile = settings.LEEROOGST_BACKUP_PASSPHRASE_FILE;
  if (folder === undefined) {
    if (recipient === undefined && passphraseFile === undefined) return null;
    return refuse(["LEEROOGST_BACKUP_FOLDER: must name the folder for backups, since there is a lock for them"]);
  }
  const plan = {
    folder: resolve(folder),
    hours: settings.LEEROOGST_BACKUP_HOURS,
    keep: settings.LEEROOGST_BACKUP_KEEP,
  };
  if (recipient !== undefined && passphraseFile === undefined) return { ...plan, lock: { recipient } };
  if (passphraseFile !== undefined && recipient === undefined)
    return { ...plan, lock: { passphraseFile: resolve(passphraseFile) } };
  return refuse([
    "LEEROOGST_BACKUP_FOLDER: needs one lock, LEEROOGST_BACKUP_RECIPIENT or LEEROOGST_BACKUP_PASSPHRASE_FILE",
  ]);
}

/** Only the path of the database, absolute: all that the command line needs. */
export function readDatabasePath(source: NodeJS.ProcessEnv): string {
  return resolve(databaseSetting.parse(source.LEEROOGST_DATABASE || undefined));
}
