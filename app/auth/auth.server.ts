/** The sign-in library, set up for this installation: e-mail and password, argon2id, sessions of a working day in one cookie. */
import { hash, verify } from "@node-rs/argon2";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Connections } from "#db/open.server.ts";
import { account, session, user, verification } from "#db/schema/people.ts";
import { isDisabled } from "#db/sessions.server.ts";
import type { Env } from "../env.server.ts";
import { cookieName } from "../server/cookies.server.ts";
import { maximumPasswordLength, minimumPasswordLength } from "./passwords.ts";

/** How long a session lasts, in seconds: a working day. It is not prolonged. */
export const sessionSeconds = 12 * 60 * 60;

/** The hash of a password as argon2id (46 MiB, one pass: the first choice of OWASP's Password Storage sheet), in its usual text form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), { memoryCost: 47_104, timeCost: 1, parallelism: 1 });
}

/** Whether a password belongs to a hash made by `hashPassword`. */
export function verifyPassword(input: { hash: string; password: string }): Promise<boolean> {
  return verify(input.hash, input.password.normalize("NFKC"));
}

/** The name of the session cookie, as `cookieName` takes it. */
export const sessionCookie = "leeroogst";

const queuedMethods: ReadonlyArray<string | symbol> = [
  "create",
  "findOne",
  "findMany",
  "count",
  "update",
  "updateMany",
  "delete",
  "deleteMany",
  "consumeOne",
  "incrementOne",
];

/** The library's storage behind our own queue of writes, so that what it writes never lands inside somebody else's transaction. */
function queuedAdapter(connections: Connections) {
  return (options: BetterAuthOptions) => {
    const schema = { user, session, account, verification };
    const adapter = drizzleAdapter(drizzle(connections.handle, { schema }), { provider: "sqlite", schema })(options);
    const queued: typeof adapter = new Proxy(adapter, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (name === "transaction") return (work: (inside: typeof adapter) => Promise<unknown>) => work(queued);
        if (typeof member !== "function" || !queuedMethods.includes(name)) return member;
        return (...parameters: Array<unknown>) =>
          connections.write(async () => await Reflect.apply(member, target, parameters));
      },
    });
    return queued;
  };
}

/** Sets up the library on an open database. Nothing of it is reachable by URL: our own pages call it. */
export function createAuth(connections: Connections, env: Env) {
  return betterAuth({
    appName: "Leeroogst",
    baseURL: env.origin,
    secret: env.secret,
    trustedOrigins: env.origins,
    database: queuedAdapter(connections),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: minimumPasswordLength,
      maxPasswordLength: maximumPasswordLength,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    advanced: {
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
      cookies: {
        session_token: {
          name: cookieName(sessionCookie, env),
          attributes: { secure: env.https, httpOnly: true, sameSite: "lax", path: "/" },
        },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId, ...rest }) =>
            (await isDisabled(connections, userId)) ? false : { data: { ...rest, userId, userAgent: "" } },
        },
      },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
