/** A letter about taking part as a sheet of paper: the text, and lines for who agrees. What is signed stays outside the program. */
import { Link } from "react-router";
import { MarkdownText } from "#app/components/report/markdown-text.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Crumbs } from "#app/components/ui/crumbs.tsx";
import type { ConsentText } from "#app/domain/consent-text.ts";
import { type Language, languages } from "#app/domain/languages.ts";
import { common } from "#app/messages/common.ts";
import { guideTexts } from "#app/messages/guides.ts";
import { useMessages } from "#app/messages/messages.ts";
import "#app/styles/guides.css";

export function ConsentSheet({ text, shown }: { text: ConsentText; shown: Language }) {
  const words = useMessages(guideTexts);
  const names = useMessages(common);
  const [title = "", ...rest] = text.body[shown].trim().split("\n");
  const { letterLines, letterGuardian } = guideTexts[shown];
  const lines = text.perspective === "youth" ? [...letterLines, letterGuardian] : letterLines;
  return (
    <>
      <Crumbs items={[{ label: words.title, to: "/guides" }, { label: words.version(text.version) }]} />
      <p className="letter-tools no-print">
        <Button kind="secondary" icon="printer" type="button" onClick={() => window.print()}>
          {words.print}
        </Button>
        {languages
          .filter((language) => language !== shown)
          .map((language) => (
            <Link key={language} to={`?language=${language}`} lang={language}>
              {names.languages[language]}
            </Link>
          ))}
      </p>
      <article className="letter" lang={shown}>
        <h1>{title.replace(/^#\s+/, "")}</h1>
        <MarkdownText source={rest.join("\n")} top={2} />
        <dl className="letter-lines">
          {lines.map((line) => (
            <div key={line}>
              <dt>{line}</dt>
              <dd aria-hidden="true" />
            </div>
          ))}
        </dl>
        <p className="small soft">{guideTexts[shown].letterFoot(text.version)}</p>
      </article>
    </>
  );
}
