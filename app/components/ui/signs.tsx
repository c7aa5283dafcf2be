/** Signs for themes, perspectives, states and breadth: always form and word together, never colour alone. */
import type { ReactNode } from "react";
import type { CellKind } from "#app/domain/board.ts";
import type { Perspective, ThemeId } from "#app/domain/guide.ts";
import type { InterviewState } from "#app/domain/interview.ts";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";
import { Icon, type IconName } from "./icon.tsx";

export { FieldScene } from "./field-scene.tsx";

const shapes: Record<Perspective, string> = {
  parent: "M3 17.5V10a7 7 0 0 1 14 0v7.5z",
  youth: "M10 1l7.5 7.5L10 19 2.5 8.5z",
  professional:
    "M4.7 2.5h10.6a2.2 2.2 0 0 1 2.2 2.2v10.6a2.2 2.2 0 0 1-2.2 2.2H4.7a2.2 2.2 0 0 1-2.2-2.2V4.7a2.2 2.2 0 0 1 2.2-2.2z",
};

/**
 * Doorway, kite or table, in ink. With `withName` the word stands beside it; without, the word is there for screen readers only, or not
 * at all when `decorative` (the word stands next to the sign already).
 */
export function PerspectiveSign({
  perspective,
  withName = false,
  decorative = false,
  size = 18,
  name,
}: {
  perspective: Perspective;
  withName?: boolean;
  decorative?: boolean;
  /** Of the shape, in CSS pixels. */
  size?: number;
  /** Other words than the plain name, such as "Ouder vertelt". */
  name?: string;
}) {
  const words = useMessages(common);
  return (
    <span className={size < 18 ? "persp s" : "persp"}>
      <svg viewBox="0 0 20 20" style={{ width: size, height: size }} aria-hidden="true">
        <path d={shapes[perspective]} />
      </svg>
      {!decorative && <span className={withName ? undefined : "vh"}>{name ?? words.perspectives[perspective]}</span>}
    </span>
  );
}

/** What a board or list may show of an interview: its own states and those in which it cannot or need not start yet. */
export type ShownState = InterviewState | "ready" | "waiting" | "too-early" | "unplanned" | "open" | "objection";

function Ring({ dashed = false }: { dashed?: boolean }) {
  return (
    <circle
      cx="14"
      cy="14"
      r="11"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeDasharray={dashed ? "3.6 3.3" : undefined}
    />
  );
}

function StateDrawing({ state }: { state: ShownState }) {
  const line = {
    fill: "none",
    stroke: "currentColor",
    strokeWidth: 2.2,
    strokeLinecap: "round",
    strokeLinejoin: "round",
  } as const;
  switch (state) {
    case "completed":
    case "approved":
      return (
        <>
          <circle cx="14" cy="14" r={state === "approved" ? 9.6 : 12.1} fill="currentColor" />
          {state === "approved" && (
            <circle cx="14" cy="14" r="12.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
          )}
          <path
            d={state === "approved" ? "m9.8 14.3 2.9 2.9 5.7-6" : "m8.8 14.4 3.5 3.5 7-7.4"}
            fill="none"
            stroke="var(--page)"
            strokeWidth="2.4"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      );
    case "running":
      return (
        <>
          <Ring />
          <path d="M14 3a11 11 0 0 1 0 22z" fill="currentColor" />
        </>
      );
    case "ready":
    case "planned":
      return (
        <>
          <circle cx="14" cy="14" r="11" fill="var(--surface)" stroke="currentColor" strokeWidth="2.2" />
          <circle cx="14" cy="14" r="5.6" fill="var(--sun)" stroke="var(--sun-edge)" strokeWidth="1.4" />
        </>
      );
    case "paused":
      return (
        <>
          <Ring />
          <path d="M11.2 10v8M16.8 10v8" {...line} />
        </>
      );
    case "stopped":
      return (
        <>
          <Ring />
          <rect x="10" y="10" width="8" height="8" rx="1.4" fill="currentColor" />
        </>
      );
    case "refused":
    case "objection":
      return (
        <>
          <Ring />
          <path d="M8.6 14h10.8" {...line} />
        </>
      );
    case "withdrawn":
      return (
        <>
          <Ring dashed />
          <path d="M8.6 14h10.8" {...line} />
        </>
      );
    case "discarded":
      return (
        <>
          <Ring dashed />
          <path d="m10.4 10.4 7.2 7.2M17.6 10.4l-7.2 7.2" {...line} />
        </>
      );
    case "unplanned":
      return <path d="M14 8.6v10.8M8.6 14h10.8" {...line} />;
    case "open":
      return <Ring />;
    case "waiting":
      return <Ring dashed />;
    case "too-early":
      return (
        <>
          <Ring />
          <path d="M14 8v6.3l4 2.4" {...line} />
        </>
      );
  }
}

/** Only the drawing of a state, for a legend that prints the words itself. */
export function StateMark({ state }: { state: ShownState }) {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true">
      <StateDrawing state={state} />
    </svg>
  );
}

/**
 * Sign and word of a state; `children` may hold one line of reason and one action under it. `word` replaces the plain word, `quiet`
 * makes it step back (what cannot start yet), `size` `small` is for lists.
 */
export function StateSign({
  state,
  word,
  quiet = false,
  size = "normal",
  children,
}: {
  state: ShownState;
  word?: string;
  quiet?: boolean;
  size?: "normal" | "small";
  children?: ReactNode;
}) {
  const words = useMessages(common);
  const names = ["state", quiet ? "is-quiet" : "", size === "small" ? "s" : ""].filter(Boolean).join(" ");
  return (
    <div className={names}>
      <StateMark state={state} />
      <strong>{word ?? words.states[state]}</strong>
      {children}
    </div>
  );
}

const cellStates: Record<CellKind, ShownState> = {
  busy: "running",
  "waiting-consent": "waiting",
  ready: "ready",
  early: "too-early",
  "guardian-first": "waiting",
  "youth-first": "waiting",
  "family-first": "waiting",
  unplanned: "unplanned",
  "to-approve": "completed",
  approved: "approved",
  refused: "refused",
  withdrawn: "withdrawn",
  expired: "withdrawn",
  objection: "objection",
};

/** The drawing of what the region board says about one perspective of a youth; the word stands beside it. */
export function CellSign({ kind }: { kind: CellKind }) {
  return <StateMark state={cellStates[kind]} />;
}

/** The word by which styles know a theme: `data-topic` sets its hue, line and pattern for everything inside. */
export const topics: Record<ThemeId, "present" | "helped" | "possible" | "barrier"> = {
  "development-present": "present",
  "what-helped": "helped",
  "more-possible": "possible",
  barriers: "barrier",
};

const crops: Record<ThemeId, IconName> = {
  "development-present": "wheat",
  "what-helped": "droplets",
  "more-possible": "sprout",
  barriers: "fence",
};

/** Crop, hue and line of a theme. With `withName` its name stands beside it; otherwise hidden, or not at all when `decorative`. */
export function ThemeSign({
  theme,
  size = 36,
  withName = false,
  decorative = false,
}: {
  theme: ThemeId;
  size?: 28 | 36 | 52;
  withName?: boolean;
  decorative?: boolean;
}) {
  const words = useMessages(common);
  const sizeName = size === 28 ? "sign s" : size === 52 ? "sign l" : "sign";
  const sign = (
    <span className={sizeName} data-topic={topics[theme]}>
      <Icon name={crops[theme]} />
    </span>
  );
  if (decorative) return sign;
  if (withName) {
    return (
      <span className="topic" data-topic={topics[theme]}>
        {sign}
        {words.themes[theme]}
      </span>
    );
  }
  return (
    <>
      {sign}
      <span className="vh">{words.themes[theme]}</span>
    </>
  );
}

export const evidenceLevels = ["signal", "recognised", "supported", "broad"] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

/** How widely something was told, as the rings of a tree with words; it does not say that anything is proven. */
export function EvidenceRings({ level, withWords = true }: { level: EvidenceLevel; withWords?: boolean }) {
  const words = useMessages(common);
  const reached = evidenceLevels.indexOf(level);
  return (
    <span className="breadth">
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="20" cy="20" r="3.4" fill="currentColor" />
        {[8, 12.6, 17.2].map((radius, index) => (
          <circle
            key={radius}
            cx="20"
            cy="20"
            r={radius}
            fill="none"
            stroke="currentColor"
            strokeWidth={index < reached ? 2.4 : 1.1}
            strokeDasharray={index < reached ? undefined : "1.6 2.6"}
          />
        ))}
      </svg>
      <span className={withWords ? undefined : "vh"}>
        <b>{words.evidence[level]}</b>
        <small>{words.evidenceMeaning[level]}</small>
      </span>
    </span>
  );
}
