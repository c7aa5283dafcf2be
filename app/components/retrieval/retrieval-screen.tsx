/** The page by theme: the four themes together, or the passages of one theme or code beside them. */
import "#app/styles/retrieval.css";
import { Link } from "react-router";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { ThemeSign, topics } from "#app/components/ui/signs.tsx";
import { codeKey, entryOf } from "#app/domain/code-search.ts";
import type { CodingChoices } from "#app/domain/coding.ts";
import {
  type PassageQuery,
  type RetrievalPlace,
  type RetrievedPassages,
  retrievalAddress,
  type ThemeCount,
} from "#app/domain/retrieval.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { retrieval } from "#app/messages/retrieval.ts";
import { type Book, codeName } from "./book.ts";
import { Outcome, type Refused } from "./outcome.tsx";
import { PassageList } from "./passage-list.tsx";
import { RegionChoice } from "./region-choice.tsx";
import { ThemeOverview } from "./theme-overview.tsx";
import { ThemeRail } from "./theme-rail.tsx";

export type RetrievalScreenProps = {
  place: RetrievalPlace;
  counts: ReadonlyArray<ThemeCount>;
  book: Book;
  regions: CodingChoices["regions"];
  /** Null until a theme is chosen. */
  found: RetrievedPassages | null;
  refused?: Refused;
};

export function RetrievalScreen(props: RetrievalScreenProps) {
  const { place, found } = props;
  const { theme } = place;
  if (!theme || !found) return <Overview {...props} />;
  return <Themed {...props} query={{ theme, code: place.code, regionId: place.regionId }} found={found} />;
}

function Overview({ place, counts, book, regions, refused }: RetrievalScreenProps) {
  const words = useMessages(retrieval);
  const empty = counts.every((count) => count.passages === 0);
  return (
    <>
      <PageHead title={words.title} intro={words.intro} />
      <Outcome place={place} refused={refused} />
      <RegionChoice regions={regions} place={place} />
      {empty ? (
        <EmptyState
          title={words.emptyTitle}
          action={
            <ButtonLink to="/coding" kind="primary">
              {words.toCoding}
            </ButtonLink>
          }
        >
          {words.emptyText}
        </EmptyState>
      ) : (
        <ThemeOverview counts={counts} book={book} regionId={place.regionId} />
      )}
    </>
  );
}

type ThemedProps = RetrievalScreenProps & { query: PassageQuery; found: RetrievedPassages };

function Themed({ place, query, counts, book, regions, found, refused }: ThemedProps) {
  const words = useMessages(retrieval);
  const names = useMessages(common);
  const language = useLanguage();
  const { theme, code, regionId } = query;
  const ofTheme = counts.find((count) => count.theme === theme);
  const count = code === undefined ? ofTheme : ofTheme?.codes.find((one) => one.code === code);
  const definition =
    code === undefined
      ? book.themes.find((one) => one.id === theme)?.definition[language]
      : entryOf(book.entries, codeKey({ theme, code }))?.definition[language];
  const here: RetrievalPlace = { theme, code, regionId };
  return (
    <div className="retrieval">
      <ThemeRail counts={counts} book={book} query={query} />
      <div className="retrieval-main">
        <div className="retrieval-head" data-topic={topics[theme]}>
          <ThemeSign theme={theme} size={52} decorative />
          <div>
            {code === undefined ? null : <p className="eyebrow">{names.themes[theme]}</p>}
            <h1>{code === undefined ? names.themes[theme] : codeName(book, { theme, code }, language)}</h1>
            {definition ? <p className="soft">{definition}</p> : null}
            <p className="soft small">{count?.passages ? words.passages(count.passages) : words.noPassages}</p>
          </div>
        </div>
        <RegionChoice regions={regions} place={place} />
        <Outcome place={place} refused={refused} />
        {found.passages.length === 0 ? (
          <Nothing place={place} here={here} />
        ) : (
          <PassageList
            passages={found.passages}
            theme={theme}
            place={place}
            book={book}
            showRegion={regions.length > 1 && regionId === undefined}
          />
        )}
        <p className="row retrieval-more">
          {found.next ? (
            <ButtonLink to={retrievalAddress({ ...here, after: found.next })} kind="secondary" arrow>
              {words.more}
            </ButtonLink>
          ) : null}
          {place.after ? <Link to={retrievalAddress(here)}>{words.toFirst}</Link> : null}
        </p>
      </div>
    </div>
  );
}

function Nothing({ place, here }: { place: RetrievalPlace; here: RetrievalPlace }) {
  const words = useMessages(retrieval);
  if (place.after) return <p className="soft">{words.noMore}</p>;
  return (
    <EmptyState title={words.nothingTitle} size="part" level={2}>
      {here.code === undefined ? words.nothingTheme : words.nothingText}
    </EmptyState>
  );
}
