/** Whom an organisation means by its own name for somebody, and binding the two; for the verbs on people and on one's own account. */
import { and, eq } from "drizzle-orm";
import { Problem } from "#app/domain/problem.ts";
import type { Db } from "../open.server.ts";
import { account } from "../schema/index.ts";

/** Somebody as an organisation knows them: its issuer, and its own unchanging name for them. */
export type Subject = { issuer: string; subject: string };

/** The person that an organisation's subject is bound to, if there is one. */
export async function boundPerson(db: Db, { issuer, subject }: Subject): Promise<string | null> {
  const [found] = await db
    .select({ personId: account.userId })
    .from(account)
    .where(and(eq(account.providerId, issuer), eq(account.accountId, subject)));
  return found?.personId ?? null;
}

/** Binds a subject to a person, in the place of another one of the same issuer. Throws Problem `organisation-taken` when it is somebody else's. */
export async function bindOrganisation(
  db: Db,
  id: string,
  personId: string,
  { issuer, subject }: Subject,
  at: string,
): Promise<void> {
  const bound = await boundPerson(db, { issuer, subject });
  if (bound !== null && bound !== personId) throw new Problem("organisation-taken");
  await db.delete(account).where(and(eq(account.userId, personId), eq(account.providerId, issuer)));
  const stamp = new Date(at);
  const row = { id, userId: personId, providerId: issuer, accountId: subject, createdAt: stamp, updatedAt: stamp };
  await db.insert(account).values(row);
}
