/** What the screen says about the last act, and about passages that must be looked at again. */
import { useEffect, useRef } from "react";
import { Notice } from "#app/components/ui/notice.tsx";
import { type CodeEntry, entryOf } from "#app/domain/code-search.ts";
import { problemSentence } from "#app/domain/problem.ts";
import { coding } from "#app/messages/coding.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { type NumberedPassage, passageAnchor } from "./shapes.ts";
import type { Acts } from "./use-acts.ts";

/** The sentence for the live region; empty while an act is under way, and for what a notice says already. */
export function Outcome({ acts, entries }: { acts: Acts; entries: ReadonlyArray<CodeEntry> }) {
  const words = useMessages(coding);
  const language = useLanguage();
  const { result } = acts;
  function sentence(): string {
    if (acts.state !== "saved" || !result || "problem" in result) return "";
    switch (result.done) {
      case "undo":
        return result.applied ? words.undone(result.kind) : words.notUndone;
      case "redo":
        return result.applied ? words.redone(result.kind) : words.notUndone;
      case "code":
      case "recode":
        return words.coded(entryOf(entries, result.key)?.name[language] ?? result.key);
      case "details":
        return words.edited;
      case "move":
        return words.moved;
      case "remove":
        return words.removed;
      case "clear-warning":
        return words.warningCleared;
    }
  }
  const quiet =
    !result || !("done" in result) || (result.done !== "undo" && result.done !== "redo" && result.done !== "remove");
  return (
    <p className={quiet ? "vh" : "outcome"} role="status">
      {sentence()}
    </p>
  );
}

/** Why the last act did not happen, with the way out; nothing when it did. */
export function FailureNotice({ acts }: { acts: Acts }) {
  const words = useMessages(coding);
  const language = useLanguage();
  const { result, offline, kit } = acts;
  const notice = useRef<HTMLDivElement>(null);
  const failed = offline || (result !== undefined && "problem" in result);
  useEffect(() => {
    if (failed) notice.current?.scrollIntoView?.({ block: "nearest" });
  }, [failed]);
  if (offline) {
    return (
      <Notice ref={notice} kind="wrong" icon="wifi-off" live level={3}>
        {words.offline}
      </Notice>
    );
  }
  if (!result || !("problem" in result)) return null;
  return (
    <Notice
      ref={notice}
      kind="wrong"
      live
      level={3}
      action={
        result.problem === "answer-changed" ? (
          <a className="btn secondary slim" href={kit.action}>
            {words.reload}
          </a>
        ) : acts.elsewhereTo ? (
          <a className="btn secondary slim" href={acts.elsewhereTo}>
            {words.toThatAnswer}
          </a>
        ) : undefined
      }
    >
      {problemSentence(result.problem, language)}
    </Notice>
  );
}

/** Says that passages stand on changed text and leads to the first; nothing when all stand. */
export function ChangedNotice({ passages }: { passages: ReadonlyArray<NumberedPassage> }) {
  const words = useMessages(coding);
  const flagged = passages.filter((passage) => passage.flag !== null);
  const [first] = flagged;
  if (!first) return null;
  return (
    <Notice
      kind="mind"
      icon="warning"
      level={3}
      title={words.changedTitle}
      action={
        <a className="btn secondary slim" href={`#${passageAnchor(first.id)}`}>
          {words.toPassage(first.number)}
        </a>
      }
    >
      {flagged.length === 1 ? words.changedOne : words.changedMore(flagged.length)}
    </Notice>
  );
}
