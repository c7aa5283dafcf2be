/** How the server listens: how long a request may take to arrive, and what it does with a host that is none. */
import { connect } from "node:net";
import express from "express";
import { expect, onTestFinished, test } from "vitest";
import { listen } from "#app/server/listen.server.ts";
import { testStore } from "../db/store.ts";
import { testApp } from "../harness.ts";

test("a request has seconds for its head and two minutes in all; an address that is taken is an error", async () => {
  const server = await listen(express(), { host: "127.0.0.1", port: 0 });
  onTestFinished(() => void server.close());
  expect([server.headersTimeout, server.requestTimeout]).toEqual([20_000, 120_000]);
  const place = server.address();
  const port = typeof place === "object" && place ? place.port : 0;
  await expect(listen(express(), { host: "127.0.0.1", port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

/** The first line of the answer to a request written by hand. */
function statusLine(address: string, head: ReadonlyArray<string>): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${head.join("\r\n")}\r\nConnection: close\r\n\r\n`),
    );
    let said = "";
    socket.on("data", (part) => (said += part.toString("latin1")));
    socket.on("end", () => resolve(said.split("\r\n")[0] ?? ""));
    socket.on("error", reject);
  });
}

test.for([
  ["https", { LEEROOGST_ORIGIN: "https://leeroogst.example.nl" }],
  ["plain http", {}],
] as const)("a host or an address that is none is refused with %s, and is no fault of ours", async ([, settings]) => {
  const app = await testApp(await testStore(), settings);
  const proxied = app.env.https ? ["X-Forwarded-Proto: https"] : [];
  for (const host of ["a^b", "[", "a b", "%", ""])
    expect(await statusLine(app.address, ["GET /sign-in HTTP/1.1", `Host: ${host}`, ...proxied]), host).toMatch(
      /^HTTP\/1\.1 4\d\d /,
    );
  for (const path of ["//", "///evil.example", "/\\evil.example", "/%", "*"]) {
    const host = `Host: ${new URL(app.env.origin).host}`;
    expect(await statusLine(app.address, [`GET ${path} HTTP/1.1`, host, ...proxied]), path).not.toMatch(/ 5\d\d /);
  }
  expect(app.log.filter(({ event }) => event === "fault")).toEqual([]);
});
