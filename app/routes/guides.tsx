/** All guides and codebooks with their versions; an editor publishes a file here. */
import { data, redirect } from "react-router";
import { GuideShelf, PublishForm } from "#app/components/guides/guide-shelf.tsx";
import { RouteError } from "#app/components/ui/error-page.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/context.server.ts";
import { mayAnywhere } from "#app/domain/actor.ts";
import { Problem } from "#app/domain/problem.ts";
import { guideTexts } from "#app/messages/guides.ts";
import { useMessages } from "#app/messages/messages.ts";
import { guideShelf } from "#app/workflows/guide-pages.server.ts";
import { publishUploaded } from "#app/workflows/publish-guides.server.ts";
import type { Route } from "./+types/guides";

export async function loader({ context }: Route.LoaderArgs) {
  const { verbs, actor, language } = signedIn(context);
  return {
    shelf: await guideShelf(verbs),
    mayPublish: mayAnywhere(actor, "guide.publish"),
    title: guideTexts[language].title,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { verbs, actor } = signedIn(context);
  if (!mayAnywhere(actor, "guide.publish")) throw new Problem("not-found");
  const file = (await request.formData()).get("file");
  if (!(file instanceof File) || file.size === 0) return data({ faults: [], missing: true }, { status: 400 });
  const outcome = await publishUploaded(verbs, new Uint8Array(await file.arrayBuffer()));
  if ("faults" in outcome) return data({ faults: outcome.faults, missing: false }, { status: 400 });
  const { kind, id, version, isNew } = outcome.published;
  const page = kind === "guide" ? `/guides/${id}/${version}` : `/codebook/${version}`;
  return redirect(`${page}?published=${isNew ? "new" : "same"}`);
}

export default function GuidesPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useMessages(guideTexts);
  const { shelf, mayPublish } = loaderData;
  return (
    <>
      <PageHead title={text.title} intro={text.intro} />
      <GuideShelf {...shelf} />
      {mayPublish && <PublishForm faults={actionData?.faults ?? []} missing={actionData?.missing ?? false} />}
    </>
  );
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData ? `${loaderData.title} – Leeroogst` : "Leeroogst" }];
}

export function ErrorBoundary() {
  return <RouteError />;
}
