/** E-mail, when the installation has a mail server: one plain letter at a time, to one person. */
import { createTransport } from "nodemailer";
import type { MailPlan } from "../env.server.ts";

export type Letter = { to: string; subject: string; text: string };

/** Sends a letter; resolves to whether the mail server took it. Why it did not is told to nobody: such texts hold addresses. */
export type SendMail = (letter: Letter) => Promise<boolean>;

/** How long the mail server may take, in milliseconds: for each step, and for all of them. */
const patience = 10_000;

/** What the library is told: smtps from the first byte, or smtp that has to become TLS before anything is said, but for a server on this machine. */
export function transportOf({ url }: Pick<MailPlan, "url">) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !local,
    ...(username === "" ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** How this installation sends e-mail; null when it has no mail server. */
export function mailOf(plan: MailPlan | null): SendMail | null {
  if (plan === null) return null;
  const transport = createTransport(transportOf(plan));
  return async ({ to, subject, text }) => {
    const sending = transport
      .sendMail({ from: plan.from, to: { name: "", address: to }, subject, text })
      .then(({ rejected }) => rejected.length === 0)
      .catch(() => false);
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), patience);
    });
    return Promise.race([sending, tooLate]).finally(() => clearTimeout(timer));
  };
}
