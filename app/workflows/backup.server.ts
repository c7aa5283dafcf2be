/**
 * Backups: a consistent copy of the live database, compressed and encrypted in the age format (age-encryption.org/v1), so that the
 * tools `age` and `gunzip` open it too; and the way back, which puts nothing in place that it has not read to the end and checked.
 */
import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { createGunzip, createGzip } from "node:zlib";
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from "age-encryption";
import { Problem } from "#app/domain/problem.ts";
import { snapshotDatabase } from "#db/snapshot.server.ts";
import { verifyDatabase } from "#db/verification.server.ts";

/** What locks a backup: a passphrase, or the public half of a key, with which nothing can be opened. */
export type Lock = { passphrase: string } | { recipient: string };

/** What opens it again: the passphrase, or the secret half of the key. */
export type Opener = { passphrase: string } | { identity: string };

/** A new pair for backups: the secret `AGE-SECRET-KEY-1…` and the public `age1…`. */
export async function makeBackupKey(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

function encrypterFor(lock: Lock): Encrypter {
  const encrypter = new Encrypter();
  if ("passphrase" in lock) encrypter.setPassphrase(lock.passphrase);
  else encrypter.addRecipient(lock.recipient);
  return encrypter;
}

function decrypterFor(opener: Opener): Decrypter {
  const decrypter = new Decrypter();
  if ("passphrase" in opener) decrypter.addPassphrase(opener.passphrase);
  else decrypter.addIdentity(opener.identity);
  return decrypter;
}

/** Whether this is the public half of a key. */
export function isRecipient(value: string): boolean {
  try {
    encrypterFor({ recipient: value });
    return true;
  } catch {
    return false;
  }
}

/**
 * Writes a backup of the database to `out`, which appears whole or not at all, and returns its size in bytes. Everything that was
 * acknowledged before the call is in it. The server may go on working meanwhile.
 */
export async function makeBackup(database: string, out: string, lock: Lock): Promise<number> {
  const snapshot = `${database}.${randomUUID()}.snapshot`;
  const aside = `${out}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(out), { recursive: true });
    snapshotDatabase(database, snapshot);
    const packed = createReadStream(snapshot).pipe(createGzip());
    const sealed = await encrypterFor(lock).encrypt(Readable.toWeb(packed) as ReadableStream<Uint8Array>);
    await pipeline(Readable.fromWeb(sealed as NodeStream), createWriteStream(aside, { mode: 0o600, flush: true }));
    await rename(aside, out);
    return (await stat(out)).size;
  } finally {
    await rm(snapshot, { force: true });
    await rm(aside, { force: true });
  }
}

/**
 * Puts a backup in the place of a database that is not there yet. The file is decrypted, unpacked and checked beside its place first;
 * what fails leaves nothing behind. Throws Problem `backup-unreadable` for a wrong key, a cut or a changed file, `backup-broken` when
 * the database in it does not pass its checks, and `database-exists` when there is one, or a part of one, already.
 */
export async function restoreBackup(backup: string, database: string, opener: Opener): Promise<void> {
  if (["", "-wal", "-journal"].some((part) => existsSync(`${database}${part}`))) throw new Problem("database-exists");
  const aside = `${database}.${randomUUID()}.restoring`;
  try {
    await mkdir(dirname(database), { recursive: true });
    await unpack(backup, aside, opener);
    const broken = verifyDatabase(aside).filter(({ wrong }) => wrong > 0);
    if (broken.length > 0) throw new Problem("backup-broken", { lines: broken.map(({ check }) => check) });
    await rename(aside, database);
  } finally {
    for (const part of ["", "-wal", "-shm", "-journal"]) await rm(`${aside}${part}`, { force: true });
  }
}

/** What the machine itself says when it cannot read or write a file, as against a file that is not what it should be. */
function isFromTheMachine(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

async function unpack(backup: string, aside: string, opener: Opener): Promise<void> {
  try {
    const sealed = Readable.toWeb(createReadStream(backup)) as ReadableStream<Uint8Array>;
    const packed = await decrypterFor(opener).decrypt(sealed);
    const file = createWriteStream(aside, { mode: 0o600, flush: true });
    await pipeline(Readable.fromWeb(packed as NodeStream), createGunzip(), file);
  } catch (error) {
    if (isFromTheMachine(error)) throw error;
    throw new Problem("backup-unreadable", {}, { cause: error });
  }
}
