/** The form that picks the period, language and audience of the report on screen, and the downloads that follow that choice. */
import { Form } from "react-router";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { SelectField, TextField } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { Language } from "#app/domain/languages.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { report } from "#app/messages/report.ts";
import { fileNameOf, formats, formatsFor } from "#exports/formats.ts";

type Audience = "case-team" | "region";
const audiences: ReadonlyArray<Audience> = ["case-team", "region"];

/** What the report on screen is about; empty strings: no limit. */
export type Choice = { from: string; to: string; language: Language; audience: Audience; fault: boolean };

export function ReportChoice({ choice }: { choice: Choice }) {
  const words = useMessages(report);
  return (
    <section aria-labelledby="report-choice">
      <h2 id="report-choice" className="vh">
        {words.period.title}
      </h2>
      {choice.fault && <Notice kind="mind">{words.period.wrong}</Notice>}
      <Form method="get" className="report-choice" key={JSON.stringify(choice)}>
        <TextField label={words.period.from} name="from" type="date" defaultValue={choice.from} />
        <TextField label={words.period.to} name="to" type="date" defaultValue={choice.to} />
        <SelectField
          label={words.period.language}
          name="language"
          defaultValue={choice.language}
          options={[
            { value: "nl", label: words.languages.nl },
            { value: "en", label: words.languages.en },
          ]}
        />
        <SelectField
          label={words.period.audience}
          name="audience"
          defaultValue={choice.audience}
          options={audiences.map((audience) => ({ value: audience, label: words.audiences[audience] }))}
        />
        <Button>{words.period.show}</Button>
        <p className="hint">{words.period.dayHint}</p>
      </Form>
    </section>
  );
}

/** A link for each file: per audience, the formats that it may have. `query` asks for the period and language on screen. */
export function ReportDownloads({
  regionId,
  regionKey,
  query,
}: {
  regionId: string;
  regionKey: string;
  query: string;
}) {
  const words = useMessages(report);
  const screen = useLanguage();
  return (
    <section className="report-downloads" aria-labelledby="report-downloads">
      <h2 id="report-downloads">{words.downloads.title}</h2>
      <p className="hint">{words.downloads.intro}</p>
      <div className="sets">
        {audiences.map((audience) => (
          <div key={audience}>
            <h3>{words.audiences[audience]}</h3>
            <p className="hint">{words.audienceHints[audience]}</p>
            <div className="row">
              {formatsFor(audience).map((format, index) => (
                <ButtonLink
                  key={format}
                  to={`/regions/${regionId}/report/${fileNameOf(regionKey, audience, format)}?${query}`}
                  reloadDocument
                  size="slim"
                  icon="download"
                  kind={audience === "region" && index === 0 ? "primary" : "secondary"}
                  arrow={false}
                  title={formats[format].purpose[screen]}
                >
                  {formats[format].label[screen]}
                  <span className="vh"> {words.downloads.download("", words.audiences[audience]).trim()}</span>
                </ButtonLink>
              ))}
            </div>
          </div>
        ))}
      </div>
      <p className="hint">{words.downloads.concept}</p>
    </section>
  );
}
