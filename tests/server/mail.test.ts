/** One-time links by e-mail, with a real mail server, and what happens when it does not take them. */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { expect, onTestFinished, test } from "vitest";
import { Problem } from "#app/domain/problem.ts";
import { readSettings } from "#app/env.server.ts";
import { letterWithLink } from "#app/messages/letters.ts";
import { mailOf, transportOf } from "#app/server/mail.server.ts";
import { testStore } from "../db/store.ts";
import { testApp } from "../harness.ts";

type Arrived = { from: string; to: Array<string>; raw: string };

/** A mail server on this machine that keeps what arrives and refuses everybody at refused.example. */
async function mailServer(host = "127.0.0.1") {
  const arrived: Array<Arrived> = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo: ({ address }, _session, done) =>
      done(address.endsWith("@refused.example") ? new Error("kanarie: no such mailbox") : null),
    onData(stream, session, done) {
      const parts: Array<Buffer> = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        arrived.push({ from, to: rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString("utf8") });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  let open = true;
  const close = async () => {
    if (open) await new Promise<void>((resolve) => server.close(resolve));
    open = false;
  };
  onTestFinished(close);
  const { port } = server.server.address() as AddressInfo;
  return { arrived, close, url: `smtp://127.0.0.1:${port}` };
}

async function withMail() {
  const server = await mailServer();
  const world = await testStore();
  const ans = await world.person("Ans", ["administrator", null]);
  const app = await testApp(world, { LEEROOGST_SMTP_URL: server.url, LEEROOGST_SMTP_FROM: "leeroogst@example.org" });
  return { ...world, ...server, ans, app };
}

/** The text of a letter as its reader sees it. */
function textOf(raw: string): string {
  const [head = "", ...body] = raw.split("\r\n\r\n");
  const text = body.join("\r\n\r\n");
  if (/base64/i.test(head)) return Buffer.from(text, "base64").toString("utf8");
  const bytes = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return /quoted-printable/i.test(head) ? Buffer.from(bytes, "latin1").toString("utf8") : text;
}

const invitation = { name: "Jan", email: "jan@example.org", role: "editor", regionId: "" };

test("an invitation goes by e-mail in both languages, its link works, and the screen does not show it", async () => {
  const { app, ans, arrived } = await withMail();
  const page = await (await app.post("/admin/people", invitation, { as: ans })).text();
  expect(page).toContain("De link is verstuurd");
  expect(page).toContain("jan@example.org");
  expect(page).not.toContain("/welcome/");
  expect(arrived).toMatchObject([{ from: "leeroogst@example.org", to: ["jan@example.org"] }]);
  const text = textOf(arrived[0]?.raw ?? "");
  expect(text).toContain("Dag Jan,");
  expect(text).toContain("Dear Jan,");
  expect(text).not.toContain("Ans");
  const [link = ""] = /\/welcome\/[\w-]{43}/.exec(text) ?? [];
  expect((await app.get(link)).status).toBe(200);
  expect(app.log.map(({ event }) => event)).toContain("mail-sent");
  expect(JSON.stringify(app.log)).not.toMatch(/jan@|welcome\/[\w-]{43}/);
});

test("so does a link for a new password", async () => {
  const { app, ans, arrived, person } = await withMail();
  const jan = await person("Jan", ["editor", null]);
  const page = await (await app.post(`/admin/people/${jan.personId}`, { intent: "renew" }, { as: ans })).text();
  expect(page).toContain("De link is verstuurd");
  expect(textOf(arrived[0]?.raw ?? "")).toContain("kies je een nieuw wachtwoord");
  expect(arrived[0]?.to).toEqual(["jan@example.org"]);
});

test("a letter that is refused, or a server that is gone, leaves the link to be handed over, and says no more than that", async () => {
  const { app, ans, close, arrived } = await withMail();
  const refused = { ...invitation, email: "jan@refused.example" };
  for (const given of [refused, invitation]) {
    const page = await (await app.post("/admin/people", given, { as: ans })).text();
    expect(page).toContain("De e-mail is niet verstuurd");
    expect(page).toMatch(/\/welcome\/[\w-]{43}/);
    expect(page).not.toContain("kanarie");
    await close();
  }
  expect(arrived).toEqual([]);
  expect(app.log.filter(({ event }) => event === "mail-failed")).toHaveLength(2);
  expect(JSON.stringify(app.log)).not.toMatch(/kanarie|refused\.example/);
});

test("line breaks in a name or an address become no header and no second reader", async () => {
  const { url, arrived } = await mailServer();
  const mail = mailOf({ url, from: "leeroogst@example.org" });
  const letter = letterWithLink("invitation", {
    name: "Jan\r\nBcc: x@example.org",
    link: "https://a/b",
    until: "2026-03-02T13:00:00.000Z",
  });
  expect(letter.text).toContain("Dag Jan Bcc: x@example.org,");
  await mail?.({ to: "jan@example.org\r\nBcc: x@example.org", ...letter, subject: "Dag\r\nBcc: x@example.org" });
  await mail?.({ to: "jan@example.org", ...letter });
  for (const { to, raw } of arrived) {
    expect(to).not.toContain("x@example.org");
    expect(raw.split("\r\n\r\n")[0]).not.toMatch(/^Bcc:/im);
  }
  expect(arrived.at(-1)?.to).toEqual(["jan@example.org"]);
});

test("a mail server elsewhere gets nothing in the clear", async () => {
  const kind = (url: string) => transportOf({ url });
  expect(kind("smtp://mail.example.nl")).toMatchObject({ port: 587, secure: false, requireTLS: true });
  expect(kind("smtps://u%40x:p%3Aw@mail.example.nl")).toMatchObject({
    port: 465,
    secure: true,
    auth: { user: "u@x", pass: "p:w" },
  });
  expect(kind("smtp://127.0.0.1:2525")).toMatchObject({ port: 2525, requireTLS: false });
  const { url, arrived } = await mailServer("0.0.0.0");
  const letter = { to: "jan@example.org", subject: "x", text: "x" };
  expect(await mailOf({ url, from: "leeroogst@example.org" })?.(letter)).toBe(true);
  arrived.length = 0;
  const elsewhere = mailOf({ url: url.replace("127.0.0.1", "127.0.0.2"), from: "leeroogst@example.org" });
  expect(await elsewhere?.(letter)).toBe(false);
  expect(arrived).toEqual([]);
});

test("a mail server and an address to send from belong together, and each has to be one", () => {
  const linesOf = (settings: Record<string, string>) => {
    try {
      return readSettings({ LEEROOGST_SECRET: "thirty-two characters or many more", ...settings }).mail;
    } catch (error) {
      return error instanceof Problem ? error.details.lines?.map((line) => line.split(":")[0]) : error;
    }
  };
  const url = "smtps://mail.example.nl";
  expect(linesOf({})).toBeNull();
  expect(linesOf({ LEEROOGST_SMTP_URL: url, LEEROOGST_SMTP_FROM: "a@example.nl" })).toEqual({
    url,
    from: "a@example.nl",
  });
  expect(linesOf({ LEEROOGST_SMTP_URL: url })).toEqual(["LEEROOGST_SMTP_FROM"]);
  expect(linesOf({ LEEROOGST_SMTP_FROM: "a@example.nl" })).toEqual(["LEEROOGST_SMTP_URL"]);
  for (const wrong of ["https://mail.example.nl", "mail.example.nl", "smtp://mail.example.nl/a?b"])
    expect(linesOf({ LEEROOGST_SMTP_URL: wrong, LEEROOGST_SMTP_FROM: "a@example.nl" }), wrong).toEqual([
      "LEEROOGST_SMTP_URL",
    ]);
  expect(linesOf({ LEEROOGST_SMTP_URL: url, LEEROOGST_SMTP_FROM: "nobody" })).toEqual(["LEEROOGST_SMTP_FROM"]);
});
