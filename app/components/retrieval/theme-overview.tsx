/** The four themes as four parcels, each with its codes and how many passages stand under them. */
import "#app/styles/retrieval.css";
import { Link } from "react-router";
import { ThemeSign, topics } from "#app/components/ui/signs.tsx";
import { retrievalAddress, type ThemeCount } from "#app/domain/retrieval.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { retrieval } from "#app/messages/retrieval.ts";
import type { Book } from "./book.ts";
import { codeName } from "./book.ts";

/** `regionId`: the one region that is looked at, if any. */
export function ThemeOverview({
  counts,
  book,
  regionId,
}: {
  counts: ReadonlyArray<ThemeCount>;
  book: Book;
  regionId?: string;
}) {
  const words = useMessages(retrieval);
  const names = useMessages(common);
  const language = useLanguage();
  return (
    <ul className="parcels">
      {counts.map(({ theme, passages, codes }) => (
        <li key={theme} data-topic={topics[theme]}>
          <ThemeSign theme={theme} size={52} decorative />
          <h2>
            <Link to={retrievalAddress({ theme, regionId })}>{names.themes[theme]}</Link>
          </h2>
          <p className="soft">{passages === 0 ? words.noPassages : words.passages(passages)}</p>
          <ul className="parcel-codes">
            {codes.map(({ code, passages: under }) => (
              <li key={code} className={under === 0 ? "is-empty" : undefined}>
                <Link to={retrievalAddress({ theme, code, regionId })}>
                  {codeName(book, { theme, code }, language)}
                </Link>{" "}
                <Count count={under} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** How many passages: the number for the eye, number and word for who listens. */
export function Count({ count }: { count: number }) {
  const words = useMessages(retrieval);
  return (
    <span className="parcel-count num">
      <span aria-hidden="true">{count}</span>
      <span className="vh">{words.passages(count)}</span>
    </span>
  );
}
