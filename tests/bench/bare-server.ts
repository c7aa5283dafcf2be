/**
 * The least that a server on this machine could do: Node's own http, JSON parsed, one row into a raw SQLite table with a durable commit,
 * or a page from memory that is compressed for each request as the product does. Its times are the limit that those of the product stand beside.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { brotliCompress, constants } from "node:zlib";
import Sqlite from "better-sqlite3";

const [port, database = "", page = ""] = process.argv.slice(2);
const db = new Sqlite(database);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec("CREATE TABLE IF NOT EXISTS saved (id INTEGER PRIMARY KEY, body TEXT NOT NULL)");
const insert = db.prepare("INSERT INTO saved (body) VALUES (?)");
const html = page === "" ? "" : readFileSync(page, "utf8");

const server = createServer((request, response) => {
  const began = performance.now();
  response.on("finish", () => {
    process.stdout.write(`${JSON.stringify({ path: request.url, ms: performance.now() - began })}\n`);
  });
  if (request.url === "/save") {
    const parts: Array<Buffer> = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString("utf8");
      if (request.headers["content-type"] === "application/json") JSON.parse(body);
      const { lastInsertRowid } = insert.run(body);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ sequence: Number(lastInsertRowid) }));
    });
  } else if (request.url === "/page") {
    brotliCompress(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }, (_error, packed) => {
      response.setHeader("content-type", "text/html");
      response.setHeader("content-encoding", "br");
      response.end(packed);
    });
  } else response.end("ok");
});
server.listen(Number(port), "127.0.0.1");
process.on("SIGTERM", () => {
  server.closeAllConnections();
  db.close();
  process.exit(0);
});
