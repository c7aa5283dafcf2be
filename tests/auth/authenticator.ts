/** A device with a passkey, as far as a browser would see it: real keys (ES256), real CBOR, and every part can be made wrong on purpose. */
import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import type { TestApp } from "../harness.ts";

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size]);
  if (size < 256) return Buffer.from([(major << 5) | 24, size]);
  return Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
}

/** The few kinds of CBOR that a passkey needs: whole numbers, text, bytes and maps. */
function cbor(value: Cbor): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])]);
}

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();

/** What is wrong about an answer; nothing unless told. `verified`: whether the device checked who holds it. */
export type Wrong = { origin?: string; rpId?: string; counter?: number; verified?: boolean; flipped?: boolean };

export type Authenticator = {
  credentialId: string;
  /** The answer to a challenge to make a key, as the browser's script sends it. */
  register(challenge: string, wrong?: Wrong): string;
  /** The answer to a challenge to sign with the key; its counter goes on by one unless told otherwise. */
  sign(challenge: string, wrong?: Wrong): string;
};

/** A device with a key of its own, used at the origin of an application. */
export function authenticator({ env }: TestApp): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = publicKey.export({ format: "jwk" });
  const id = randomBytes(32);
  const credentialId = id.toString("base64url");
  let count = 0;

  const clientData = (type: string, challenge: string, origin = env.origin) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  function authData(wrong: Wrong, attested: Buffer | null): Buffer {
    const flags = 1 | (wrong.verified === false ? 0 : 4) | (attested ? 64 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(wrong.counter ?? count);
    return Buffer.concat([
      sha256(wrong.rpId ?? new URL(env.origin).hostname),
      Buffer.from([flags]),
      counter,
      attested ?? Buffer.alloc(0),
    ]);
  }

  const answer = (response: Record<string, unknown>) =>
    JSON.stringify({
      id: credentialId,
      rawId: credentialId,
      type: "public-key",
      response,
      clientExtensionResults: {},
      authenticatorAttachment: "platform",
    });

  return {
    credentialId,
    register(challenge, wrong = {}) {
      const key = new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(jwk.x ?? "", "base64url")],
        [-3, Buffer.from(jwk.y ?? "", "base64url")],
      ]);
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(key)]);
      const attestation = new Map<string, Cbor>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", authData(wrong, attested)],
      ]);
      return answer({
        clientDataJSON: clientData("webauthn.create", challenge, wrong.origin).toString("base64url"),
        attestationObject: cbor(attestation).toString("base64url"),
        transports: ["internal"],
      });
    },
    sign(challenge, wrong = {}) {
      count += 1;
      const client = clientData("webauthn.get", challenge, wrong.origin);
      const data = authData(wrong, null);
      const signature = createSign("sha256")
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey);
      const last = signature.length - 1;
      if (wrong.flipped) signature[last] = (signature[last] ?? 0) ^ 1;
      return answer({
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signature.toString("base64url"),
      });
    },
  };
}

/** What the page's script would ask the device; status and options. */
export async function passkeyOptions(app: TestApp, cookie: string, purpose: "add" | "give") {
  const answer = await app.postJson("/second-factor/passkey", { purpose }, { headers: { cookie } });
  const options = answer.status === 200 ? await answer.json() : null;
  return { status: answer.status, options, challenge: String(options?.challenge ?? "") };
}
