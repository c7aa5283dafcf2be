/** The button with which a browser makes a passkey or signs with one. Without scripts or without passkeys it is a line that says so. */
import { type ReactNode, useEffect, useState } from "react";
import { useSubmit } from "react-router";
import { useMessages } from "#app/messages/messages.ts";
import { signIn } from "#app/messages/sign-in.ts";
import { Button, type ButtonKind } from "../ui/button.tsx";
import { FaultLine } from "../ui/field.tsx";

/** Browsers keep passkeys for a name, never for a number. */
function canUsePasskeys(): boolean {
  return "PublicKeyCredential" in window && !/^[\d.]+$|^\[/.test(window.location.hostname);
}

/** Asks the device; resolves to its answer as JSON, or null when the page went on to ask for the second factor first. */
async function answerOf(purpose: "add" | "give"): Promise<string | null> {
  const [{ startAuthentication, startRegistration }, asked] = await Promise.all([
    import("@simplewebauthn/browser"),
    fetch("/second-factor/passkey", {
      method: "POST",
      body: JSON.stringify({ purpose }),
      headers: { "content-type": "application/json", accept: "application/json" },
    }),
  ]);
  if (asked.redirected) {
    window.location.assign(asked.url);
    return null;
  }
  if (!asked.ok) throw new Error(`passkey options: ${asked.status}`);
  const optionsJSON = await asked.json();
  return JSON.stringify(
    purpose === "add" ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON }),
  );
}

/** `send`: what goes to the page's action beside the answer of the device, which is its field `passkey`. */
export function PasskeyButton({
  purpose,
  send,
  fault,
  kind,
  children,
}: {
  purpose: "add" | "give";
  send: Record<string, string>;
  fault: string | null;
  kind?: ButtonKind;
  children: ReactNode;
}) {
  const text = useMessages(signIn);
  const submit = useSubmit();
  const [able, setAble] = useState<boolean | null>(null);
  const [state, setState] = useState<"idle" | "asking" | "failed">("idle");
  useEffect(() => setAble(canUsePasskeys()), []);

  async function ask() {
    setState("asking");
    try {
      const passkey = await answerOf(purpose);
      setState("idle");
      if (passkey !== null) await submit({ ...send, passkey }, { method: "post" });
    } catch {
      setState("failed");
    }
  }

  if (able === null) {
    return (
      <noscript>
        <p className="small soft no-passkey">{text.passkeyNeedsScript}</p>
      </noscript>
    );
  }
  if (!able) return <p className="small soft no-passkey">{text.passkeyNotHere}</p>;
  const said = state === "failed" ? text.passkeyFailed : state === "idle" ? fault : null;
  return (
    <div className="passkey">
      <Button type="button" kind={kind} disabled={state === "asking"} onClick={ask}>
        {children}
      </Button>
      <div role="alert">{said !== null && <FaultLine>{said}</FaultLine>}</div>
    </div>
  );
}
