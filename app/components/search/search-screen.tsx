/** Searching the answers: one field, and what was found with the words marked where they stand. */
import "#app/styles/retrieval.css";
import { Form, Link } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { TextField } from "#app/components/ui/field.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { PerspectiveSign } from "#app/components/ui/signs.tsx";
import { showDay } from "#app/domain/dates.ts";
import { type Excerpt, type SearchHit, type SearchHits, searchLimits } from "#app/domain/search-query.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { search } from "#app/messages/search.ts";

/** What was asked and found; `later` for a page after the first. Null before anything was asked. */
export type Searched = SearchHits & { query: string; noWords: boolean; later: boolean };

type SearchWords = (typeof search)["nl"];

/** A text with the hits marked in it. */
function Marked({ excerpt }: { excerpt: Excerpt }) {
  const { text, ranges, cutBefore, cutAfter } = excerpt;
  return (
    <>
      {cutBefore ? "… " : null}
      {ranges.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(ranges[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.end ?? 0)}
      {cutAfter ? " …" : null}
    </>
  );
}

function addressOf({ opens, interviewId, questionId, value }: SearchHit): string {
  if (opens === "interview") return `/interviews/${interviewId}`;
  return `/coding/${interviewId}/${questionId}${value === null ? "?field=note" : ""}`;
}

function Hit({ hit }: { hit: SearchHit }) {
  const words = useMessages(search);
  const names = useMessages(common);
  const language = useLanguage();
  return (
    <li>
      <p className="found-who">
        <PerspectiveSign
          perspective={hit.perspective}
          withName
          name={words.about(names.perspectives[hit.perspective], hit.youthLabel)}
          size={16}
        />
        <span className="soft small">{hit.regionName}</span>
        {hit.practice ? <span className="soft small">{words.practice}</span> : null}
        <span className="soft small">{showDay(hit.conductedOn, language)}</span>
      </p>
      <h3>
        <Link to={addressOf(hit)}>{hit.question[language]}</Link>
      </h3>
      {hit.value ? (
        <p className="found-words stem" lang="nl">
          <Marked excerpt={hit.value} />
        </p>
      ) : null}
      {hit.note ? (
        <>
          <p className="small soft">{words.note}</p>
          <p className="found-words" lang="nl">
            <Marked excerpt={hit.note} />
          </p>
        </>
      ) : null}
    </li>
  );
}

/** How much was found, in words. */
function outcomeOf({ hits, next, later }: Searched, words: SearchWords): string {
  if (hits.length === 0) return words.nothingTitle;
  return (later ? words.foundNext : next ? words.foundMore : words.found)(hits.length);
}

function Hits({ searched }: { searched: Searched }) {
  const words = useMessages(search);
  const { hits, next, query } = searched;
  return (
    <section aria-label={words.results}>
      <h2 className="hits-head">{outcomeOf(searched, words)}</h2>
      <ol className="found">
        {hits.map((hit) => (
          <Hit key={`${hit.interviewId} ${hit.questionId}`} hit={hit} />
        ))}
      </ol>
      {next ? (
        <Form method="post" action="/search" className="retrieval-more">
          <input type="hidden" name="query" value={query} />
          <input type="hidden" name="cursor" value={next} />
          <Button kind="secondary" arrow>
            {words.more}
          </Button>
        </Form>
      ) : null}
    </section>
  );
}

export function SearchScreen({ searched }: { searched: Searched | null }) {
  const words = useMessages(search);
  return (
    <>
      <PageHead title={words.title} intro={words.intro} />
      <Form method="post" action="/search" role="search" className="search-form">
        <TextField
          type="search"
          label={words.label}
          name="query"
          hint={words.hint}
          fault={searched?.noWords ? words.noWords : undefined}
          defaultValue={searched?.query ?? ""}
          maxLength={searchLimits.length}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          required
        />
        <Button kind="primary" icon="search" arrow={false}>
          {words.submit}
        </Button>
      </Form>
      <p className="vh" role="status">
        {searched === null || searched.noWords ? "" : outcomeOf(searched, words)}
      </p>
      {searched === null || searched.noWords ? null : searched.hits.length > 0 ? (
        <Hits searched={searched} />
      ) : (
        <EmptyState title={words.nothingTitle} size="part" level={2}>
          {words.nothing}
        </EmptyState>
      )}
    </>
  );
}
