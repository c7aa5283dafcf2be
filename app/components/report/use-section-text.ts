/** Keeps one text of a report saved while it is written: a pause after typing, on leaving the field, on leaving the page; one save at a time. */
import { useCallback, useEffect, useRef, useState } from "react";

/** A text as the server has it. Revision 0: nobody wrote it yet. */
export type SectionText = { section: string; body: string; revision: number; at: string | null };

/** The text of somebody else that was saved in the meantime. */
export type OtherText = { body: string; revision: number; at: string; by: string | null };

/** What the server answers to a save. */
export type TextReceipt =
  | { saved: true; section: string; revision: number; at: string }
  | { saved: false; section: string; other: OtherText };

export type TextState = "idle" | "saving" | "saved" | "not-saved";

const pause = 900;
const retryAfter = 5000;

function isReceipt(value: unknown): value is TextReceipt {
  return typeof value === "object" && value !== null && "saved" in value && "section" in value;
}

/** Sends one text. Resolves to the receipt, or to null when no receipt came back: then nothing is known to be saved. */
async function sendText(
  address: string,
  fields: Record<string, string>,
  keepalive: boolean,
): Promise<TextReceipt | null> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  try {
    const response = await fetch(address, { method: "POST", body, keepalive, headers: { accept: "application/json" } });
    const receipt: unknown = await response.json();
    return isReceipt(receipt) && receipt.section === fields.section ? receipt : null;
  } catch {
    return null;
  }
}

/**
 * The state of one text under autosave. `conflict` holds the other text once somebody else saved one; saving then waits until `settle`
 * is called with the text to go on with.
 */
export function useSectionText(
  address: string,
  language: string,
  initial: SectionText,
  initialOther: OtherText | null,
) {
  const [body, setBody] = useState(initial.body);
  const [state, setState] = useState<TextState>("idle");
  const [savedAt, setSavedAt] = useState(initial.at);
  const [conflict, setConflict] = useState<OtherText | null>(initialOther);
  const known = useRef({ body: initialOther ? null : initial.body, revision: initial.revision });
  const latest = useRef(initial.body);
  const blocked = useRef(initialOther !== null);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const save = useCallback(
    async (leaving = false) => {
      clearTimeout(timer.current);
      const text = latest.current;
      if (blocked.current || text === known.current.body || (busy.current && !leaving)) return;
      busy.current = true;
      setState("saving");
      const receipt = await sendText(
        address,
        { section: initial.section, language, body: text, baseRevision: String(known.current.revision) },
        leaving,
      );
      busy.current = false;
      if (receipt === null) {
        setState("not-saved");
        timer.current = setTimeout(() => void save(), retryAfter);
      } else if (receipt.saved) {
        known.current = { body: text, revision: receipt.revision };
        setSavedAt(receipt.at);
        setState("saved");
        if (latest.current !== text) timer.current = setTimeout(() => void save(), pause);
      } else {
        blocked.current = true;
        setConflict(receipt.other);
        setState("not-saved");
      }
    },
    [address, initial.section, language],
  );

  const write = useCallback(
    (text: string) => {
      latest.current = text;
      setBody(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), pause);
    },
    [save],
  );

  const settle = useCallback(
    (text: string) => {
      if (!conflict) return;
      known.current = { body: conflict.body, revision: conflict.revision };
      blocked.current = false;
      latest.current = text;
      setBody(text);
      setConflict(null);
      if (text === conflict.body) {
        setSavedAt(conflict.at);
        setState("saved");
      } else void save();
    },
    [conflict, save],
  );

  useEffect(() => {
    const leave = () => void save(true);
    const retry = () => void save();
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", retry);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", retry);
      clearTimeout(timer.current);
      void save(true);
    };
  }, [save]);

  return { body, state, savedAt, conflict, write, settle, saveNow: save };
}
