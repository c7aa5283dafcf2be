/** Brings a one-time link to its person: by e-mail when the installation has that, else by whoever made it. */
import type { RequestContext } from "../context.server.ts";
import { type LetterKind, letterWithLink } from "../messages/letters.ts";

type About = { kind: LetterKind; name: string; email: string; token: string; expiresAt: string };

/**
 * `sentTo`: the address that the link went to; then nobody else sees it. Else the link is for who made it, to hand over; `mailFailed` tells
 * that it should have gone by e-mail.
 */
export type HandedOver = { name: string; until: string } & ({ sentTo: string } | { link: string; mailFailed: boolean });

export async function handOver(
  { env, mail, log, requestId }: Pick<RequestContext, "env" | "mail" | "log" | "requestId">,
  { kind, name, email, token, expiresAt: until }: About,
): Promise<HandedOver> {
  const link = `${env.origin}/welcome/${token}`;
  if (mail === null) return { name, until, link, mailFailed: false };
  const sent = await mail({ to: email, ...letterWithLink(kind, { name, link, until }) });
  log({ event: sent ? "mail-sent" : "mail-failed", requestId });
  return sent ? { name, until, sentTo: email } : { name, until, link, mailFailed: true };
}
