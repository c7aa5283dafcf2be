/** The form of one question: react-hook-form with the server's own check, saving by itself, and leaving only with everything kept. */
import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useForm } from "react-hook-form";
import { useBlocker } from "react-router";
import * as z from "zod/mini";
import { answerSchema } from "#app/domain/answer.ts";
import { type AskedQuestion, type RawAnswer, rawAnswer, submittedAnswer, toAnswer } from "#app/domain/asked.ts";
import type { PersonalFinding } from "#app/domain/personal-data.ts";
import { isProblemCode } from "#app/domain/problem.ts";
import {
  type Autosave,
  createAutosave,
  type Operation,
  type SaveStatus,
  type SendResult,
  type SpokenAnswer,
} from "./autosave.ts";

/** Browsers send at most 64 kB from a page that goes away; in bytes, with room for the rest of the request. */
const longestLeaving = 60_000;

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Sends one operation to the interview's save address. */
async function sendOperation(
  interviewId: string,
  questionId: string,
  operation: Operation,
  leaving: boolean,
): Promise<SendResult> {
  const body = JSON.stringify({ ...operation, questionId });
  try {
    const response = await fetch(`/interviews/${interviewId}/answers`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      keepalive: leaving && bytesOf(body) < longestLeaving,
    });
    const reply: unknown = await response.json();
    return understood(response.status, reply);
  } catch {
    return { kind: "unreachable", code: null };
  }
}

function understood(status: number, reply: unknown): SendResult {
  if (typeof reply !== "object" || reply === null) return { kind: "unreachable", code: null };
  if ("sequence" in reply && "at" in reply && "conflict" in reply) {
    const found = "personalData" in reply && Array.isArray(reply.personalData) ? reply.personalData : [];
    const { sequence, at, conflict } = reply;
    return { kind: "saved", sequence: Number(sequence), at: String(at), conflict: conflict === true, found };
  }
  const code = "problem" in reply && isProblemCode(reply.problem) ? reply.problem : null;
  if (code === null || status >= 500 || status === 401) return { kind: "unreachable", code };
  const details = "details" in reply ? (reply.details as { ids?: Array<string> }) : {};
  return { kind: "refused", code, ids: details.ids ?? [] };
}

type Options = {
  interviewId: string;
  question: AskedQuestion;
  /** What the server found in the answer that is held. */
  found?: Array<PersonalFinding>;
  held: { state: SpokenAnswer["state"]; value: SpokenAnswer["value"]; sequence: number; at: string } | null;
  /** Left out on a shared screen. */
  note?: string;
  /** What a form without JavaScript had sent and could not save. */
  submitted?: RawAnswer;
};

/** Whether a question saves itself; the question about taking part asks for a deliberate act. */
export function savesItself(question: AskedQuestion): boolean {
  return question.consentScope !== "participate";
}

/** What is asked when a page with words that are not kept would make place for another; `null` when nothing is asked. */
export type LeavingQuestion = { stay(): void; go(): void } | null;

/** Lets another page come only once everything is kept; when it cannot be kept, a person decides. */
function useKeptBeforeLeaving(autosave: { readonly current: Autosave | null }): LeavingQuestion {
  const blocker = useBlocker(() => autosave.current !== null && !autosave.current.isClean());
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (blocker.state !== "blocked") return setAsking(false);
    void autosave.current?.flush().then((kept) => (kept ? blocker.proceed() : setAsking(true)));
  }, [blocker, autosave]);
  if (!asking || blocker.state !== "blocked") return null;
  return { stay: () => blocker.reset(), go: () => blocker.proceed() };
}

const nothingToHear = () => () => undefined;

/** What the page's form held when this script took it over: one can type before a slow line has brought the script. */
function useTypedBefore(question: AskedQuestion): RawAnswer | null {
  const takingOver = useSyncExternalStore(
    nothingToHear,
    () => false,
    () => true,
  );
  const [typed] = useState(() => {
    if (!takingOver || typeof document === "undefined") return null;
    const asked = document.querySelector<HTMLInputElement>("form input[name=questionId]");
    return asked?.form && asked.value === question.id ? submittedAnswer(question, new FormData(asked.form)) : null;
  });
  return typed;
}

/** The form's controls and the honest state of saving. Give the component a `key` with the question's id. */
export function useAnswerForm({ interviewId, question, held, found = [], note, submitted }: Options) {
  const start: SpokenAnswer = {
    state: held?.state ?? "answered",
    value: held?.value ?? null,
    ...(note === undefined ? {} : { note }),
  };
  const schema = useMemo(() => {
    const checked = answerSchema(question);
    return z.pipe(
      z.transform((raw): unknown => toAnswer(question, raw as RawAnswer)),
      checked,
    );
  }, [question]);
  const form = useForm<RawAnswer>({
    defaultValues: submitted ?? rawAnswer(question, start),
    resolver: zodResolver(schema as never) as never,
    mode: "onChange",
  });
  const [status, setStatus] = useState<SaveStatus>(held ? { kind: "saved", at: held.at } : { kind: "idle" });
  const [findings, setFindings] = useState(found);
  const autosave = useRef<Autosave | null>(null);
  const leaving = useKeptBeforeLeaving(autosave);
  const typed = useTypedBefore(question);
  const begin = useRef({ start, held, submitted });

  useEffect(() => {
    if (!savesItself(question)) return;
    const { start: saved, held: known, submitted: unsaved } = begin.current;
    let shown: SaveStatus["kind"] = "idle";
    const saving = createAutosave({
      saved,
      sequence: known?.sequence ?? 0,
      async send(operation, leaving) {
        const result = await sendOperation(interviewId, question.id, operation, leaving);
        if (result.kind === "saved") setFindings(result.found ?? []);
        return result;
      },
      newId: () => crypto.randomUUID(),
      onStatus(now) {
        shown = now.kind;
        setStatus(now);
      },
    });
    autosave.current = saving;
    if (unsaved) saving.change(toAnswer(question, unsaved));
    const stopListening = form.subscribe({
      formState: { values: true },
      callback: ({ values, name }) => {
        const saysSomething = name === "value" && values.value.length > 0;
        if (saysSomething && values.state !== "answered") return form.setValue("state", "answered");
        saving.change(toAnswer(question, values));
      },
    });
    const leave = () => saving.leave();
    const hidden = () => document.visibilityState === "hidden" && leave();
    const save = () => void saving.flush();
    const warn = (event: BeforeUnloadEvent) => {
      const failing = shown === "unreachable" || shown === "refused";
      const tooLong = bytesOf(JSON.stringify(form.getValues())) >= longestLeaving;
      if (!saving.isClean() && (failing || tooLong)) event.preventDefault();
    };
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hidden);
    document.addEventListener("focusout", save);
    window.addEventListener("online", save);
    window.addEventListener("focus", save);
    window.addEventListener("beforeunload", warn);
    return () => {
      stopListening();
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hidden);
      document.removeEventListener("focusout", save);
      window.removeEventListener("online", save);
      window.removeEventListener("focus", save);
      window.removeEventListener("beforeunload", warn);
      saving.leave();
      saving.dispose();
    };
  }, [form, interviewId, question]);

  useEffect(() => {
    if (!typed) return;
    const known = begin.current.submitted ?? rawAnswer(question, begin.current.start);
    for (const name of ["state", "value", "note"] as const) {
      const said = typed[name];
      if (said !== undefined && String(said) !== String(known[name] ?? "")) form.setValue(name, said);
    }
  }, [form, question, typed]);

  return {
    form,
    status,
    /** What the server found in the answer as it was saved last. */
    findings,
    leaving,
    flush: async () => (autosave.current ? autosave.current.flush() : true),
    confirmHidden: async () => (autosave.current ? autosave.current.confirmHidden() : true),
  };
}
