/** The board: one row for each youth, one cell for each perspective, each with a sign, a word, a reason and at most one action. */
import { Link } from "react-router";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { NextStep } from "#app/components/ui/next-step.tsx";
import { CellSign, PerspectiveSign } from "#app/components/ui/signs.tsx";
import type { CellKind } from "#app/domain/board.ts";
import { showDay } from "#app/domain/dates.ts";
import { type AgeBand, type EnrolmentStatus, type Perspective, perspectives } from "#app/domain/guide.ts";
import type { InterviewState } from "#app/domain/interview.ts";
import { board } from "#app/messages/board.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import "#app/styles/board.css";

type CellProps = {
  perspective: Perspective;
  kind: CellKind;
  interviewId: string | null;
  state: InterviewState | null;
  conductedOn: string | null;
  step: { number: number; of: number } | null;
  others: number;
};
type RowProps = {
  youthId: string;
  label: string;
  enrolmentStatus: EnrolmentStatus;
  ageBand: AgeBand;
  workingSince: string;
  weeks: number;
  ripeOn: string;
  cells: Array<CellProps>;
};
type Allowed = { today: string; mayApprove: boolean };

type ActionName = "continue" | "record" | "start" | "plan" | "review" | "open";

/** What one can do from a cell, and where that happens; null when there is nothing to do now. */
function actionOf(row: RowProps, cell: CellProps, { mayApprove }: Allowed): { name: ActionName; to: string } | null {
  const interview = cell.interviewId === null ? null : `/interviews/${cell.interviewId}`;
  const plan = `/youths/${row.youthId}/plan?perspective=${cell.perspective}`;
  switch (cell.kind) {
    case "busy":
      return interview ? { name: "continue", to: interview } : null;
    case "waiting-consent":
      return interview ? { name: "record", to: interview } : null;
    case "ready":
      return interview ? { name: "start", to: interview } : null;
    case "to-approve":
      return interview ? { name: mayApprove ? "review" : "open", to: interview } : null;
    case "unplanned":
      return { name: "plan", to: plan };
    case "early":
      return interview ? { name: "open", to: interview } : null;
    default:
      return null;
  }
}

function Reason({ row, cell, today }: { row: RowProps; cell: CellProps; today: string }) {
  const text = useMessages(board);
  const language = useLanguage();
  const step = cell.step ? text.atStep(cell.step.number, cell.step.of) : "";
  switch (cell.kind) {
    case "busy":
    case "waiting-consent": {
      const halted = cell.state === "paused" ? text.paused : cell.state === "stopped" ? text.stopped : "";
      const reason = [step, halted].filter((part) => part !== "").join(", ");
      return reason === "" ? null : <p>{reason}</p>;
    }
    case "ready":
      return (
        <p>{cell.conductedOn === today ? text.today : text.onDay(showDay(cell.conductedOn ?? today, language))}</p>
      );
    case "early":
      return cell.perspective === "parent" ? <p>{text.early(row.weeks, showDay(row.ripeOn, language))}</p> : null;
    case "refused":
      return <p>{text.completeAnswer}</p>;
    case "to-approve":
      return <p>{text.awaitsApproval}</p>;
    case "approved":
      return <p>{text.approved}</p>;
    default:
      return null;
  }
}

function BoardCell({ row, cell, ...allowed }: { row: RowProps; cell: CellProps } & Allowed) {
  const text = useMessages(board);
  const action = actionOf(row, cell, allowed);
  const quiet =
    cell.kind === "guardian-first" ||
    cell.kind === "youth-first" ||
    cell.kind === "family-first" ||
    cell.kind === "withdrawn" ||
    cell.kind === "expired" ||
    (cell.kind === "early" && cell.perspective !== "parent");
  return (
    <td>
      <p className="board-perspective">
        <PerspectiveSign perspective={cell.perspective} />
        {text.tells[cell.perspective]}
      </p>
      <div className={quiet ? "board-cell is-quiet" : "board-cell"}>
        <CellSign kind={cell.kind} />
        <strong>{text.kinds[cell.kind]}</strong>
        <Reason row={row} cell={cell} today={allowed.today} />
        {cell.others > 0 && (
          <p>
            <Link to={`/youths/${row.youthId}`}>{text.others(cell.others)}</Link>
          </p>
        )}
        {action && (
          <ButtonLink
            to={action.to}
            kind="secondary"
            size="slim"
            aria-label={text.actionAbout(text.actions[action.name], text.who[cell.perspective], row.label)}
          >
            {text.actions[action.name]}
          </ButtonLink>
        )}
      </div>
    </td>
  );
}

/** The block with the one next step of a region. */
export function BoardNextStep({ row, cell, ...allowed }: { row: RowProps; cell: CellProps } & Allowed) {
  const text = useMessages(board);
  const action = actionOf(row, cell, allowed);
  if (!action) return null;
  return (
    <NextStep
      title={text.next[action.name](text.who[cell.perspective], row.label)}
      reason={text.next.reasons[action.name]}
    >
      <ButtonLink to={action.to} kind="sunny">
        {text.actions[action.name]}
      </ButtonLink>
    </NextStep>
  );
}

/** The table of youths and perspectives with its key of signs. */
export function BoardTable({ rows, ...allowed }: { rows: Array<RowProps> } & Allowed) {
  const text = useMessages(board);
  const words = useMessages(common);
  const language = useLanguage();
  const legend = Object.entries(text.legend) as Array<[CellKind, string]>;
  return (
    <>
      <table className="board">
        <caption className="vh">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.about}</th>
            {perspectives.map((perspective) => (
              <th key={perspective} scope="col">
                <span className="board-head">
                  <PerspectiveSign perspective={perspective} />
                  {text.tells[perspective]}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.youthId}>
              <th scope="row">
                <Link className="board-youth" to={`/youths/${row.youthId}`}>
                  {row.label}
                </Link>
                <p className="board-about">
                  {words.enrolmentStatuses[row.enrolmentStatus]}. {words.ageBands[row.ageBand]}.{" "}
                  {text.since(showDay(row.workingSince, language))}
                </p>
              </th>
              {row.cells.map((cell) => (
                <BoardCell key={cell.perspective} row={row} cell={cell} {...allowed} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="board-legend" aria-label={text.legendLabel}>
        {legend.map(([kind, word]) => (
          <li key={kind}>
            <CellSign kind={kind} />
            {word}
          </li>
        ))}
      </ul>
    </>
  );
}
