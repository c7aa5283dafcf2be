/** The workbench of a report: every part with the lead's own text and, beside it, what was compiled from the interviews. */
import { ThemeSign } from "#app/components/ui/signs.tsx";
import type { Language } from "#app/domain/languages.ts";
import { useMessages } from "#app/messages/messages.ts";
import { report } from "#app/messages/report.ts";
import { BlockView } from "./blocks.tsx";
import { SectionEditor } from "./section-editor.tsx";
import type { WorkPart } from "./work-parts.ts";

function PartView({ part, text, other, language, saveTo }: WorkPart & { language: Language; saveTo: string }) {
  const words = useMessages(report);
  const headId = `part-${part.id}`;
  return (
    <section className="report-part" id={part.id} aria-labelledby={headId}>
      <header>
        {part.theme && <ThemeSign theme={part.theme} size={52} decorative />}
        <div lang={language}>
          <h2 id={headId}>{part.title}</h2>
          {part.intro !== "" && <p>{part.intro}</p>}
        </div>
      </header>
      <div className={text && part.blocks.length > 0 ? "desk" : "desk one"}>
        {text && (
          <SectionEditor
            key={`${language} ${text.section}`}
            saveTo={saveTo}
            text={text}
            other={other}
            language={language}
            title={part.title}
          />
        )}
        {part.blocks.length > 0 && (
          <div className="compiled" lang={language}>
            {text && <h3 className="vh">{words.editor.compiled}</h3>}
            {part.blocks.map((block) => (
              <BlockView key={JSON.stringify(block)} block={block} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

export function Workbench({
  parts,
  language,
  saveTo,
}: {
  parts: ReadonlyArray<WorkPart>;
  language: Language;
  saveTo: string;
}) {
  return (
    <>
      {parts.map((one) => (
        <PartView key={`${language} ${one.part.id}`} {...one} language={language} saveTo={saveTo} />
      ))}
    </>
  );
}
