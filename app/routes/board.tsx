/** The board of a region: who told, who can tell, and what comes next. */
import { Link } from "react-router";
import { BoardNextStep, BoardTable } from "#app/components/board/board-table.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/context.server.ts";
import { amsterdamDay } from "#app/domain/dates.ts";
import { board } from "#app/messages/board.ts";
import { families } from "#app/messages/families.ts";
import { useMessages } from "#app/messages/messages.ts";
import { regionBoard } from "#app/workflows/region-board.server.ts";
import type { Route } from "./+types/board";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { verbs, actor, language } = signedIn(context);
  const { earlyWeeks } = await verbs.settings.all();
  const view = await regionBoard(verbs, actor, {
    regionId: params.regionId,
    today: amsterdamDay(new Date().toISOString()),
    earlyWeeks,
  });
  return { view, practice: view.region.practice, title: board[language].title(view.region.name) };
}

export default function BoardPage({ loaderData: { view } }: Route.ComponentProps) {
  const text = useMessages(board);
  const family = useMessages(families);
  const { region, rows, counts, next, today, mayManage, mayApprove } = view;
  const nextRow = rows.find((row) => row.youthId === next?.youthId);
  const nextCell = nextRow?.cells.find((cell) => cell.perspective === next?.perspective);
  const addYouth = (kind: "secondary" | "primary") => (
    <ButtonLink to={`/regions/${region.id}/youths/new`} kind={kind}>
      {text.addYouth}
    </ButtonLink>
  );
  if (rows.length === 0) {
    return (
      <>
        <PageHead title={text.headlineEmpty} kicker={region.name} />
        <EmptyState title={text.emptyTitle} action={mayManage ? addYouth("primary") : undefined}>
          {mayManage ? text.emptyText : text.emptyInterviewer}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHead
        title={counts.done + counts.busy === 0 ? text.headlineEmpty : text.headline(counts.done, counts.busy)}
        kicker={region.name}
        action={mayManage ? addYouth("secondary") : undefined}
      />
      {nextRow && nextCell && <BoardNextStep row={nextRow} cell={nextCell} today={today} mayApprove={mayApprove} />}
      <BoardTable rows={rows} today={today} mayApprove={mayApprove} />
      {mayManage && (
        <p className="board-below">
          <Link to="/admin/erasures">{family.closed.list}</Link>
        </p>
      )}
    </>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
