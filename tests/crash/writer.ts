/**
 * The process whose power is cut: opens the product's store on a database, makes one audited change after another, and says on standard
 * output which of them it was told are safe. `node … DATABASE FULL|NORMAL|OFF COUNT`; only FULL is what the product does.
 */
import { writeSync } from "node:fs";
import { operator } from "#app/domain/actor.ts";
import { openStore } from "#db/store.server.ts";

const [path = "", synchronous = "FULL", count = "150"] = process.argv.slice(2);
const store = openStore(path);
if (synchronous !== "FULL") store.connections.handle.pragma(`synchronous = ${synchronous}`);
/** Small, so that checkpoints happen too. */
store.connections.handle.pragma("wal_autocheckpoint = 60");
const verbs = store.as(operator);
for (let change = 1; change <= Number(count); change += 1) {
  await verbs.regions.add({
    key: `region-${change}-${"x".repeat(1 + (change % 400))}`,
    name: `Regio ${change}`,
    practice: true,
  });
  writeSync(1, `safe ${change}\n`);
}
process.exit(0);
