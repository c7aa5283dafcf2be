/** Sends what a coder does to the server in place, and knows what came of it. */
import { type SubmitEvent, useEffect, useState } from "react";
import { useFetcher, useLocation, useNavigate } from "react-router";
import type { SaveState } from "#app/components/ui/save-line.tsx";
import type { AnswerKey } from "#app/domain/coding.ts";
import type { CodingResult } from "#app/domain/coding-form.ts";
import type { PassageField } from "#app/domain/passage.ts";
import type { FormKit } from "./form-kit.ts";

export type Acts = {
  kit: FormKit;
  /** What came of the last act on this screen, also of a form without script and of an undo that led here; undefined before any. */
  result: CodingResult | undefined;
  state: SaveState;
  /** Whether the last act was sent from this screen without leaving it; else the whole page came with what became of it. */
  inPlace: boolean;
  /** The browser has no connection: nothing was sent. */
  offline: boolean;
  /** Address of the other answer that the last act is about; null when it is about this one. */
  elsewhereTo: string | null;
  send(fields: Record<string, string | number>): void;
  /** Keeps a form from being sent, and so the page from being lost, while there is no connection. */
  holdWhenOffline(event: SubmitEvent<HTMLElement>): void;
};

type Options = {
  /** The address of this screen, to which its forms go. */
  action: string;
  field: PassageField;
  sequence: number;
  /** What a form without script brought back. */
  brought: CodingResult | undefined;
  addressOf(key: AnswerKey): string;
};

/** Acts on one answer. An undo or redo that touched another answer leads to that answer, where it is said. */
export function useActs({ action, field, sequence, brought, addressOf }: Options): Acts {
  const navigate = useNavigate();
  const carried = (useLocation().state as { acted?: CodingResult } | null)?.acted;
  const fetcher = useFetcher<CodingResult>({ key: `coding ${action}` });
  const [offline, setOffline] = useState(false);
  const answer = fetcher.data;
  const result = answer ?? brought ?? carried;
  const leadsTo = (act: CodingResult | undefined) =>
    act && "elsewhere" in act && act.elsewhere ? addressOf(act.elsewhere) : null;
  const answeredElsewhere = leadsTo(answer);

  useEffect(() => {
    if (answeredElsewhere) navigate(answeredElsewhere, { state: { acted: answer } });
  }, [answeredElsewhere, answer, navigate]);

  useEffect(() => {
    const back = () => setOffline(false);
    window.addEventListener("online", back);
    return () => window.removeEventListener("online", back);
  }, []);

  function connected(): boolean {
    const there = navigator.onLine;
    setOffline(!there);
    return there;
  }

  function send(fields: Record<string, string | number>): void {
    if (!connected()) return;
    const form = new FormData();
    for (const [name, value] of Object.entries({ field, sequence, ...fields })) form.set(name, String(value));
    fetcher.submit(form, { method: "post", action });
  }

  function state(): SaveState {
    if (fetcher.state !== "idle") return "saving";
    if (offline) return "not-saved";
    if (!result) return "idle";
    return "problem" in result ? "not-saved" : "saved";
  }

  return {
    kit: { Form: fetcher.Form, action, field, sequence },
    result,
    state: state(),
    inPlace: offline || answer !== undefined,
    offline,
    elsewhereTo: leadsTo(brought),
    send,
    holdWhenOffline(event) {
      if (!connected()) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
  };
}
