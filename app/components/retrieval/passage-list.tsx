/** Passages in their context: who told it, to which question, the words around it, its codes, and what can be done about them. */
import "#app/styles/retrieval.css";
import { useEffect, useRef } from "react";
import { Form, Link } from "react-router";
import { CodeSelect } from "#app/components/coding/code-picker.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { PerspectiveSign, ThemeSign, topics } from "#app/components/ui/signs.tsx";
import { codeKey } from "#app/domain/code-search.ts";
import type { CodingView } from "#app/domain/coding.ts";
import type { ThemeId } from "#app/domain/guide.ts";
import { type RetrievalPlace, type RetrievedPassage, retrievalAddress } from "#app/domain/retrieval.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { retrieval } from "#app/messages/retrieval.ts";
import { type Book, codeName } from "./book.ts";

type ListProps = {
  passages: ReadonlyArray<RetrievedPassage>;
  theme: ThemeId;
  place: RetrievalPlace;
  book: Book;
  /** Whether passages of several regions stand together. */
  showRegion: boolean;
};

/** The name by which an address jumps to a coding. */
function anchorOf(coding: CodingView): string {
  return `coding-${coding.id}`;
}

function Words({ passage, theme }: { passage: RetrievedPassage; theme: ThemeId }) {
  const words = useMessages(retrieval);
  const { before, quote, after, cutBefore, cutAfter, field, flag } = passage;
  return (
    <>
      {field === "note" ? <p className="small soft">{words.note}</p> : null}
      {flag ? (
        <p className="found-flag">
          <Icon name="eye" />
          <span>
            <b>{words.lookAgain}.</b> {words.flags[flag]}
          </span>
        </p>
      ) : null}
      <blockquote className={field === "note" ? "found-words" : "found-words stem"} lang="nl">
        {cutBefore ? "… " : null}
        {before}
        <span className="u found-quote" data-topic={topics[theme]}>
          {quote}
        </span>
        {after}
        {cutAfter ? " …" : null}
      </blockquote>
    </>
  );
}

function ChangeForms({
  passage,
  coding,
  place,
  book,
}: Pick<ListProps, "place" | "book"> & { passage: RetrievedPassage; coding: CodingView }) {
  const words = useMessages(retrieval);
  const language = useLanguage();
  const name = codeName(book, coding, language);
  const action = retrievalAddress({ ...place, edit: undefined, done: undefined, in: undefined });
  const hidden = (
    <>
      <input type="hidden" name="regionId" value={passage.regionId} />
      <input type="hidden" name="codingId" value={coding.id} />
    </>
  );
  return (
    <div className="found-change">
      <Form method="post" action={action} preventScrollReset className="found-recode">
        {hidden}
        <CodeSelect
          id={`recode-${coding.id}`}
          name="key"
          label={words.otherCode}
          entries={book.entries}
          defaultValue={codeKey(coding)}
        />
        <Button kind="secondary" name="intent" value="recode">
          {words.setCode}
        </Button>
      </Form>
      <div className="row">
        <Form method="post" action={action} preventScrollReset>
          {hidden}
          <Button kind="plain" size="slim" icon="trash" name="intent" value="remove" aria-label={words.removeOf(name)}>
            {words.remove}
          </Button>
        </Form>
        <ButtonLink to={`${action}#${anchorOf(coding)}`} kind="plain" size="slim" preventScrollReset>
          {words.close}
        </ButtonLink>
      </div>
    </div>
  );
}

/** Takes the focus along when the forms open or close in place: into the list of codes, and back to the link that opened them. */
function useFollowingFocus(open: boolean) {
  const item = useRef<HTMLLIElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current === open) return;
    wasOpen.current = open;
    item.current?.querySelector<HTMLElement>(open ? "select" : ".found-edit")?.focus({ preventScroll: true });
  }, [open]);
  return item;
}

function Coding(props: Pick<ListProps, "place" | "book"> & { passage: RetrievedPassage; coding: CodingView }) {
  const { coding, place, book } = props;
  const words = useMessages(retrieval);
  const language = useLanguage();
  const name = codeName(book, coding, language);
  const open = place.edit === coding.id;
  const edit = retrievalAddress({ ...place, edit: coding.id, done: undefined, in: undefined });
  const item = useFollowingFocus(open);
  return (
    <li id={anchorOf(coding)} data-topic={topics[coding.theme]} ref={item}>
      <div className="found-code">
        <ThemeSign theme={coding.theme} size={28} />
        <b>{name}</b>
        {coding.mine || coding.coder.name === null ? null : (
          <span className="soft small">{words.by(coding.coder.name)}</span>
        )}
        {coding.forReport ? (
          <span className="found-sign soft small">
            <Icon name="bookmark" />
            {words.forReport}
          </span>
        ) : null}
        {coding.memo ? (
          <span className="found-sign soft small">
            <Icon name="notebook" />
            {words.hasMemo}
          </span>
        ) : null}
        {open ? null : (
          <Link
            className="found-edit small"
            to={`${edit}#${anchorOf(coding)}`}
            aria-label={words.changeOf(name)}
            preventScrollReset
          >
            {words.change}
          </Link>
        )}
      </div>
      {open ? <ChangeForms {...props} /> : null}
    </li>
  );
}

function Passage({
  passage,
  theme,
  place,
  book,
  showRegion,
}: Omit<ListProps, "passages"> & { passage: RetrievedPassage }) {
  const words = useMessages(retrieval);
  const names = useMessages(common);
  const language = useLanguage();
  const who = words.about(names.perspectives[passage.perspective], passage.youthLabel);
  const address = `/coding/${passage.interviewId}/${passage.questionId}${passage.field === "note" ? "?field=note" : ""}`;
  return (
    <li>
      <p className="found-who">
        <PerspectiveSign perspective={passage.perspective} withName name={who} size={16} />
        {showRegion ? <span className="soft small">{passage.regionName}</span> : null}
        {showRegion && passage.practice ? <span className="soft small">{words.practice}</span> : null}
      </p>
      <p className="found-question soft small">{passage.question[language]}</p>
      <Words passage={passage} theme={theme} />
      <ul className="found-codes" aria-label={words.codes}>
        {passage.codings.map((coding) => (
          <Coding key={coding.id} passage={passage} coding={coding} place={place} book={book} />
        ))}
      </ul>
      <p className="small">
        <Link className="found-open" to={address} aria-label={words.openOf(who)}>
          {words.open}
        </Link>
      </p>
    </li>
  );
}

export function PassageList({ passages, ...props }: ListProps) {
  return (
    <ol className="found">
      {passages.map((passage) => (
        <Passage key={passage.id} {...props} passage={passage} />
      ))}
    </ol>
  );
}
