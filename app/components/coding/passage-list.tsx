/** The passages of an answer as a list: what the underlines show, in words, for those who do not see them and for everyone. */
import { Button } from "#app/components/ui/button.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { ThemeSign, topics } from "#app/components/ui/signs.tsx";
import type { CodeEntry } from "#app/domain/code-search.ts";
import type { Codebook } from "#app/domain/codebook.ts";
import type { Span } from "#app/domain/segments.ts";
import { coding as codingMessages } from "#app/messages/coding.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import type { FormKit } from "./form-kit.ts";
import { PassageMenu } from "./passage-menu.tsx";
import { chipAnchor, codeName, type NumberedPassage, passageAnchor, sameSpan, themesOf } from "./shapes.ts";

type ListProps = {
  passages: ReadonlyArray<NumberedPassage>;
  text: string;
  lang: string;
  entries: ReadonlyArray<CodeEntry>;
  facets: Codebook["facets"];
  kit: FormKit;
  picked: Span | null;
  /** The passage from which the choice in the text began. */
  selectedId: string | null;
  onPick(passage: NumberedPassage): void;
  /** The passage whose menu stands open from the start. */
  openedId: string | null;
  /** Whether a new passage is chosen that has no code yet. */
  draft: boolean;
};

function opening(quote: string): string {
  if (quote.length <= 70) return quote;
  return `${quote.slice(0, 64).replace(/\s+\S*$/u, "")} …`;
}

function Item({ passage, ...props }: Omit<ListProps, "passages" | "draft"> & { passage: NumberedPassage }) {
  const { entries, lang, selectedId, onPick } = props;
  const words = useMessages(codingMessages);
  const language = useLanguage();
  const [theme] = themesOf(passage);
  const place = passage.place;
  return (
    <li id={passageAnchor(passage.id)} tabIndex={-1} aria-current={selectedId === passage.id ? "true" : undefined}>
      {theme ? <ThemeSign theme={theme} decorative /> : null}
      <div className="passage-text">
        {passage.flag === null ? null : (
          <p className="flag">
            <Icon name="warning" />
            {words.lookAgain}
          </p>
        )}
        <ul className="passage-codes">
          {passage.codings.map((coding, index) => (
            <li key={coding.id}>
              {index === 0 ? (
                <a
                  className="ref"
                  data-topic={topics[coding.theme]}
                  href={`#${chipAnchor(passage.id)}`}
                  aria-label={words.toText(passage.number)}
                >
                  {passage.number}
                </a>
              ) : null}
              <b>{codeName(entries, coding, language)}</b>
              {index > 0 && coding.theme !== theme ? <ThemeSign theme={coding.theme} size={28} decorative /> : null}
              <ThemeName theme={coding.theme} />
              {coding.forReport ? (
                <span className="passage-sign" title={words.inReport}>
                  <Icon name="bookmark" />
                  <span className="vh">{words.inReport}</span>
                </span>
              ) : null}
              {coding.memo ? (
                <span className="passage-sign" title={words.hasMemo}>
                  <Icon name="notebook" />
                  <span className="vh">{words.hasMemo}</span>
                </span>
              ) : null}
              {coding.mine || coding.coder.name === null ? null : (
                <span className="soft small passage-coder">{words.by(coding.coder.name)}</span>
              )}
            </li>
          ))}
        </ul>
        {passage.flag === null ? null : <p className="hint">{words.flags[passage.flag]}</p>}
        {passage.flag === null ? null : <p className="hint">{words.quoteWas}</p>}
        <q lang={lang}>{opening(passage.quote)}</q>
        {passage.flag !== null && place && !sameSpan(props.picked, place) ? (
          <p className="row needs-script">
            <Button type="button" kind="secondary" size="slim" onClick={() => onPick(passage)}>
              {words.pickPlace}
            </Button>
          </p>
        ) : null}
      </div>
      <PassageMenu {...props} passage={passage} opened={props.openedId === passage.id} />
    </li>
  );
}

function ThemeName({ theme }: { theme: NumberedPassage["codings"][number]["theme"] }) {
  return (
    <span className="vh">
      <ThemeSign theme={theme} />
    </span>
  );
}

/** The list, with a last line for a passage that is chosen and waits for its code. */
export function PassageList({ passages, draft, ...props }: ListProps) {
  const words = useMessages(codingMessages);
  return (
    <ol className="passages">
      {passages.map((passage) => (
        <Item key={passage.id} {...props} passage={passage} />
      ))}
      {draft ? (
        <li className="draft">
          <span className="half-dot" aria-hidden="true" />
          <div className="passage-text">
            <b>{words.newPassage}</b>
            <p className="hint">{words.newPassageHint}</p>
          </div>
        </li>
      ) : null}
    </ol>
  );
}
