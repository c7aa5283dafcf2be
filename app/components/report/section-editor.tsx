/** Writes the lead's own text with one section: a plain form that saves by itself where it can, with the preview beside it. */
import type { FormEvent } from "react";
import { Form } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { TextArea } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { SaveLine } from "#app/components/ui/save-line.tsx";
import { showMoment } from "#app/domain/dates.ts";
import type { Language } from "#app/domain/languages.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { report } from "#app/messages/report.ts";
import { MarkdownText } from "./markdown-text.tsx";
import { type OtherText, type SectionText, useSectionText } from "./use-section-text.ts";

/**
 * `saveTo` is the address that answers a save with a receipt. `other` is what somebody else saved when a save without JavaScript met a
 * newer text: `text.body` is then what this writer sent.
 */
export function SectionEditor({
  saveTo,
  text,
  other,
  language,
  title,
}: {
  saveTo: string;
  text: SectionText;
  other: OtherText | null;
  /** Of the report, not of the screen. */
  language: Language;
  title: string;
}) {
  const words = useMessages(report);
  const screen = useLanguage();
  const { body, state, savedAt, conflict, write, settle, saveNow } = useSectionText(saveTo, language, text, other);
  const base = conflict?.revision ?? text.revision;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (conflict) settle(body);
    else void saveNow();
  }

  return (
    <div className="own-text">
      <Form method="post" className="write" onSubmit={submit} preventScrollReset>
        <input type="hidden" name="intent" value="save-text" />
        <input type="hidden" name="section" value={text.section} />
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="baseRevision" value={base} />
        {conflict && (
          <Notice kind="mind" title={words.conflict.title} level={3} live>
            <p>{words.conflict.explanation}</p>
            <p className="theirs-by">{words.conflict.theirs(conflict.by, showMoment(conflict.at, screen))}</p>
            <pre className="theirs" lang={language}>
              {conflict.body}
            </pre>
            <div className="row">
              <Button type="button" size="slim" onClick={() => settle(body)}>
                {words.conflict.keepMine}
              </Button>
              <Button type="button" size="slim" onClick={() => settle(conflict.body)}>
                {words.conflict.takeTheirs}
              </Button>
            </div>
          </Notice>
        )}
        <TextArea
          label={conflict ? words.conflict.mine : words.editor.label(title)}
          hint={words.editor.hint}
          name="body"
          lang={language}
          value={body}
          maxLength={50_000}
          onChange={(event) => write(event.target.value)}
          onBlur={() => void saveNow()}
        />
        <div className="row">
          <Button size="slim">{words.editor.save}</Button>
          <SaveLine state={state} at={savedAt ?? undefined} />
        </div>
      </Form>
      <div className="preview">
        <p className="label">{words.editor.preview}</p>
        {body.trim() === "" ? (
          <p className="hint">{words.editor.emptyPreview}</p>
        ) : (
          <div lang={language}>
            <MarkdownText source={body} />
          </div>
        )}
      </div>
    </div>
  );
}
