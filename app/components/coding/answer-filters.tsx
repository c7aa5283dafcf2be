/** The filters of the list of answers: a form that only holds ids, so that its address never holds a word of an answer. */
import { Form, Link } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { SelectField } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { type CodingChoices, type CodingFilters, filterParameters } from "#app/domain/coding.ts";
import { perspectives } from "#app/domain/guide.ts";
import { coding } from "#app/messages/coding.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";

/** The construct in words: as the first question about it reads. */
function constructName(choices: CodingChoices, construct: string, language: "nl" | "en"): string {
  return choices.questions.find((question) => question.construct === construct)?.text[language] ?? construct;
}

export function AnswerFilters({ filters, choices }: { filters: CodingFilters; choices: CodingChoices }) {
  const words = useMessages(coding);
  const names = useMessages(common);
  const language = useLanguage();
  const any = { value: "", label: words.all };
  const asked = choices.questions.filter(
    (question) => filters.perspective === undefined || question.perspective === filters.perspective,
  );
  const questions = new Map(
    asked.map((question) => [
      question.questionId,
      { value: question.questionId, label: `${names.perspectives[question.perspective]}: ${question.text[language]}` },
    ]),
  );
  const chosen = filterParameters(filters).size;
  return (
    <details className="filters" open={chosen > 0 || undefined}>
      <summary>
        <Icon name="filter" />
        {words.filters}
        <Icon name="chevron-down" className="turn" />
      </summary>
      <Form method="get" className="filters-form" key={filterParameters(filters).toString()}>
        {choices.regions.length > 1 ? (
          <SelectField
            label={words.region}
            name="regionId"
            defaultValue={filters.regionId ?? ""}
            options={[any, ...choices.regions.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        ) : null}
        <SelectField
          label={words.perspective}
          name="perspective"
          defaultValue={filters.perspective ?? ""}
          options={[any, ...perspectives.map((value) => ({ value, label: names.perspectives[value] }))]}
        />
        <SelectField
          label={words.question}
          name="questionId"
          defaultValue={filters.questionId ?? ""}
          options={[any, ...questions.values()]}
        />
        <SelectField
          label={words.construct}
          name="construct"
          defaultValue={filters.construct ?? ""}
          options={[
            any,
            ...choices.constructs.map((value) => ({ value, label: constructName(choices, value, language) })),
          ]}
        />
        {choices.guideVersions.length > 1 ? (
          <SelectField
            label={words.guideVersion}
            name="guideVersion"
            defaultValue={filters.guideVersion ?? ""}
            options={[any, ...choices.guideVersions.map((value) => ({ value, label: value }))]}
          />
        ) : null}
        <div className="filters-checks">
          {(["uncoded", "mine"] as const).map((name) => (
            <label key={name} className="menu-check">
              <input type="checkbox" name={name} value="1" defaultChecked={filters[name] === true} />
              {words[name]}
            </label>
          ))}
        </div>
        <p className="row">
          <Button kind="secondary">{words.show}</Button>
          {chosen > 0 ? <Link to="/coding">{words.clearFilters}</Link> : null}
        </p>
      </Form>
    </details>
  );
}
