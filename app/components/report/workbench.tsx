/** The parts of a report on screen: to read, or as a workbench with the lead's own text beside what was compiled from the interviews. */
import type { ReactNode } from "react";
import { ThemeSign } from "#app/components/ui/signs.tsx";
import type { Language } from "#app/domain/languages.ts";
import { useMessages } from "#app/messages/messages.ts";
import { report } from "#app/messages/report.ts";
import type { Part } from "#exports/outline-blocks.ts";
import { BlockView } from "./blocks.tsx";
import { SectionEditor } from "./section-editor.tsx";
import type { WorkPart } from "./work-parts.ts";

type Shown = { part: Part; language: Language };

function PartFrame({ part, language, children }: Shown & { children: ReactNode }) {
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
      {children}
    </section>
  );
}

function Compiled({ part, language, children }: Shown & { children?: ReactNode }) {
  if (part.blocks.length === 0) return null;
  return (
    <div className="compiled" lang={language}>
      {children}
      {part.blocks.map((block) => (
        <BlockView key={JSON.stringify(block)} block={block} />
      ))}
    </div>
  );
}

function WorkPartView({ part, text, other, language, saveTo }: WorkPart & { language: Language; saveTo: string }) {
  const words = useMessages(report);
  return (
    <PartFrame part={part} language={language}>
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
        <Compiled part={part} language={language}>
          {text && <h3 className="vh">{words.editor.compiled}</h3>}
        </Compiled>
      </div>
    </PartFrame>
  );
}

/** A report to read: nothing in it can be changed. Parts in which nothing stands are left out. */
export function ReportParts({ parts, language }: { parts: ReadonlyArray<Part>; language: Language }) {
  return (
    <>
      {parts
        .filter(({ blocks }) => blocks.length > 0)
        .map((part) => (
          <PartFrame key={part.id} part={part} language={language}>
            <Compiled part={part} language={language} />
          </PartFrame>
        ))}
    </>
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
        <WorkPartView key={`${language} ${one.part.id}`} {...one} language={language} saveTo={saveTo} />
      ))}
    </>
  );
}
