/** All guides with their versions, the codebook, and for an editor the way to publish a file. */
import { Form, Link } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { describedBy, Field } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PerspectiveSign, ThemeSign } from "#app/components/ui/signs.tsx";
import { amsterdamDay, showDay } from "#app/domain/dates.ts";
import { type Perspective, themeIds } from "#app/domain/guide.ts";
import type { Bilingual } from "#app/domain/languages.ts";
import { common } from "#app/messages/common.ts";
import { guideTexts } from "#app/messages/guides.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import "#app/styles/guides.css";

type Version = { version: string; publishedAt: string };
type Shelf = {
  guides: Array<{ id: string; perspective: Perspective; title: Bilingual; versions: Array<Version> }>;
  codebooks: Array<Version>;
  consentTexts: Array<Version & { perspective: Perspective }>;
};
type Fault = { line: number; column: number; message: string; remedy: string };

function VersionRow({
  version,
  older,
  path,
}: {
  version: Version & { newest: boolean };
  older?: string;
  path: string;
}) {
  const text = useMessages(guideTexts);
  const language = useLanguage();
  return (
    <li>
      <div>
        <Link to={`${path}/${version.version}`}>{text.version(version.version)}</Link>
        {version.newest && (
          <>
            {" "}
            <b className="shelf-newest">{text.newest}</b>
          </>
        )}
        <p className="soft small">{text.published(showDay(amsterdamDay(version.publishedAt), language))}</p>
      </div>
      {older !== undefined && (
        <Link className="shelf-more" to={`${path}/compare?from=${older}&to=${version.version}`}>
          <Icon name="compare" />
          {text.compareWith(older)}
        </Link>
      )}
    </li>
  );
}

function Versions({ versions, path, comparable }: { versions: Array<Version>; path: string; comparable: boolean }) {
  return (
    <ul className="shelf-versions">
      {versions.map((version, index) => (
        <VersionRow
          key={version.version}
          version={{ ...version, newest: index === 0 }}
          older={comparable ? versions[index + 1]?.version : undefined}
          path={path}
        />
      ))}
    </ul>
  );
}

/** Every guide and the codebook. */
export function GuideShelf({ guides, codebooks, consentTexts }: Shelf) {
  const text = useMessages(guideTexts);
  const names = useMessages(common);
  const language = useLanguage();
  if (guides.length + codebooks.length === 0) return <EmptyState title={text.noGuides}>{text.noGuidesText}</EmptyState>;
  return (
    <div className="shelf">
      {guides.map((guide) => (
        <section key={guide.id} aria-labelledby={guide.id}>
          <PerspectiveSign perspective={guide.perspective} size={28} withName />
          <h2 id={guide.id}>{guide.title[language]}</h2>
          <Versions versions={guide.versions} path={`/guides/${guide.id}`} comparable />
        </section>
      ))}
      {codebooks.length > 0 && (
        <section aria-labelledby="codebook">
          <p className="shelf-signs">
            {themeIds.map((theme) => (
              <ThemeSign key={theme} theme={theme} size={28} decorative />
            ))}
          </p>
          <h2 id="codebook">{text.codebook}</h2>
          <p className="soft">{text.codebookAbout}</p>
          <Versions versions={codebooks} path="/codebook" comparable={false} />
        </section>
      )}
      {consentTexts.length > 0 && (
        <section aria-labelledby="consent-texts">
          <h2 id="consent-texts">{text.letters}</h2>
          <p className="soft">{text.lettersAbout}</p>
          <ul className="shelf-versions">
            {consentTexts.map(({ perspective, version, publishedAt }) => (
              <li key={`${perspective} ${version}`}>
                <div>
                  <Link to={`/consent-texts/${perspective}/${version}`}>
                    {text.letterTitle(names.perspectives[perspective])}
                  </Link>
                  <p className="soft small">
                    {text.version(version)}. {text.published(showDay(amsterdamDay(publishedAt), language))}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** The form of an editor; `faults` are those of the file that was sent last, `missing` when none was chosen. */
export function PublishForm({ faults, missing }: { faults: ReadonlyArray<Fault>; missing: boolean }) {
  const text = useMessages(guideTexts);
  const fault = missing ? text.noFile : undefined;
  return (
    <section className="shelf-publish" aria-labelledby="publish">
      <h2 id="publish">{text.publishTitle}</h2>
      <p>{text.publishIntro}</p>
      {faults.length > 0 && (
        <Notice kind="wrong" title={text.faultsTitle(faults.length)} level={3} live>
          <p>{text.faultsText}</p>
          <ol className="shelf-faults">
            {faults.map((one) => (
              <li key={`${one.line}:${one.column} ${one.message}`}>
                <b>{text.faultPlace(one.line, one.column)}</b>
                <span lang="en">{one.message}</span>
                <span lang="en">→ {one.remedy}</span>
              </li>
            ))}
          </ol>
        </Notice>
      )}
      <Form method="post" encType="multipart/form-data" className="form">
        <Field label={text.file} hint={text.fileHint} fault={fault} htmlFor="guide-file">
          <input
            className="input"
            id="guide-file"
            type="file"
            name="file"
            accept=".yaml,.yml"
            required
            aria-invalid={missing ? true : undefined}
            aria-describedby={describedBy("guide-file", { hint: text.fileHint, fault })}
          />
        </Field>
        <p>
          <Button kind="primary" icon="upload" arrow={false}>
            {text.publish}
          </Button>
        </p>
      </Form>
    </section>
  );
}

/** What an editor reads after publishing; `outcome` comes from the address. */
export function PublishedNotice({ outcome }: { outcome: "new" | "same" | null }) {
  const text = useMessages(guideTexts);
  if (outcome === null) return null;
  if (outcome === "same") return <Notice kind="calm">{text.wasPublished}</Notice>;
  return (
    <Notice kind="calm" icon="check" title={text.isPublished}>
      {text.isPublishedText}
    </Notice>
  );
}
