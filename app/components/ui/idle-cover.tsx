/** Hides the page once nobody has touched it for as long as a session lasts unseen. What was typed stays where it is, behind the cover. */
import { useCallback, useEffect, useRef, useState } from "react";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";
import { Button } from "./button.tsx";

const signsOfLife = ["pointerdown", "keydown", "scroll"] as const;
const lookEvery = 15_000;

/** Whose session this browser has; undefined when the server could not be asked. */
async function personNow(): Promise<string | null | undefined> {
  try {
    const response = await fetch("/session", { cache: "no-store" });
    const said: unknown = await response.json();
    return typeof said === "object" && said !== null && "personId" in said
      ? (said.personId as string | null)
      : undefined;
  } catch {
    return undefined;
  }
}

/** What lies over the page: nothing of it can be seen, reached or heard. */
function Cover({ onBack }: { onBack: () => void }) {
  const words = useMessages(common).idle;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="dialog cover"
      aria-labelledby="cover-title"
      onCancel={(event) => event.preventDefault()}
      onClose={() => dialog.current?.showModal()}
    >
      <h2 id="cover-title">{words.title}</h2>
      <div className="body">
        <p>{words.text}</p>
      </div>
      <div className="row">
        <a className="btn primary" href="/sign-in" target="_blank" rel="noreferrer">
          {words.signIn}
        </a>
        <Button kind="plain" type="button" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </dialog>
  );
}

/**
 * `personId`: whose page it is. While somebody is there the server hears of it, though nothing is sent; only ever at a sign of life,
 * so that an open page alone keeps no session going. The cover goes when the same person is signed in again, in another tab.
 */
export function IdleCover({ minutes, personId }: { minutes: number; personId: string }) {
  const [covered, setCovered] = useState(false);
  const hidden = useRef(false);
  const touched = useRef(0);
  const told = useRef(0);

  const cover = useCallback((now: boolean) => {
    hidden.current = now;
    setCovered(now);
  }, []);

  const ask = useCallback(async () => {
    told.current = Date.now();
    const person = await personNow();
    if (person === undefined) return;
    if (person === personId && hidden.current) touched.current = Date.now();
    if (person === personId || person === null) cover(person === null);
    else window.location.reload();
  }, [personId, cover]);

  useEffect(() => {
    const limit = minutes * 60_000;
    touched.current = Date.now();
    told.current = Date.now();
    function look(): void {
      if (Date.now() - touched.current >= limit) cover(true);
    }
    function alive(): void {
      look();
      if (hidden.current) return;
      touched.current = Date.now();
      if (touched.current - told.current >= limit / 3) void ask();
    }
    function back(): void {
      look();
      if (hidden.current) void ask();
    }
    const timer = setInterval(look, lookEvery);
    for (const sign of signsOfLife) window.addEventListener(sign, alive, { passive: true, capture: true });
    window.addEventListener("focus", back);
    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, alive, { capture: true });
      window.removeEventListener("focus", back);
    };
  }, [minutes, ask, cover]);

  return covered ? <Cover onBack={() => void ask()} /> : null;
}
