/** The themes beside the list: the chosen one unfolded into its codes, the others one step away. */
import { Link } from "react-router";
import { Icon } from "#app/components/ui/icon.tsx";
import { ThemeSign, topics } from "#app/components/ui/signs.tsx";
import { type PassageQuery, retrievalAddress, type ThemeCount } from "#app/domain/retrieval.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { retrieval } from "#app/messages/retrieval.ts";
import { type Book, codeName } from "./book.ts";
import { Count } from "./theme-overview.tsx";

type RailProps = { counts: ReadonlyArray<ThemeCount>; book: Book; query: PassageQuery };

function Tree({ counts, book, query }: RailProps) {
  const words = useMessages(retrieval);
  const names = useMessages(common);
  const language = useLanguage();
  const { regionId } = query;
  const here = (code?: string) => (query.code === code ? "page" : undefined);
  return (
    <ul className="tree">
      {counts.map(({ theme, passages, codes }) => (
        <li key={theme} data-topic={topics[theme]}>
          <p className="tree-theme">
            <ThemeSign theme={theme} size={28} decorative />
            <Link to={retrievalAddress({ theme, regionId })} aria-current={query.theme === theme ? here() : undefined}>
              {names.themes[theme]}
            </Link>
            <Count count={passages} />
          </p>
          {query.theme === theme ? (
            <ul className="tree-codes">
              {codes.map(({ code, passages: under }) => (
                <li key={code} className={under === 0 ? "is-empty" : undefined}>
                  <Link to={retrievalAddress({ theme, code, regionId })} aria-current={here(code)}>
                    {codeName(book, { theme, code }, language)}
                  </Link>
                  <Count count={under} />
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
      <li>
        <p className="tree-theme">
          <Link to={retrievalAddress({ regionId })}>{words.overview}</Link>
        </p>
      </li>
    </ul>
  );
}

/** Beside the list on a wide screen; on a narrow one it folds, and a fold of the browser's own opens it. */
export function ThemeRail(props: RailProps) {
  const words = useMessages(retrieval);
  return (
    <>
      <nav className="rail only-desk" aria-label={words.tree}>
        <Tree {...props} />
      </nav>
      <details className="rail only-narrow">
        <summary>
          <Icon name="layers" />
          {words.chooseTheme}
          <Icon name="chevron-down" className="turn" />
        </summary>
        <nav aria-label={words.tree}>
          <Tree {...props} />
        </nav>
      </details>
    </>
  );
}
