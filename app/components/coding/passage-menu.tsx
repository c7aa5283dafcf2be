/** What can be done with one passage: move its ends, another code, one more code, facets, memo, for the report, remove. */
import { Fragment, useId, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { SelectField, TextArea } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { type CodeEntry, codeKey } from "#app/domain/code-search.ts";
import { type Codebook, type FacetId, facetIds } from "#app/domain/codebook.ts";
import { type CodingView, longestMemo } from "#app/domain/coding.ts";
import { type Direction, type Edge, moveEdge, type Span, type Unit } from "#app/domain/segments.ts";
import { coding as codingMessages } from "#app/messages/coding.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { CodeSelect } from "./code-picker.tsx";
import type { FormKit } from "./form-kit.ts";
import { codeName, menuAddress, type NumberedPassage, sameSpan } from "./shapes.ts";

type MenuProps = {
  passage: NumberedPassage;
  text: string;
  entries: ReadonlyArray<CodeEntry>;
  facets: Codebook["facets"];
  kit: FormKit;
  /** What is chosen in the text now, where a flagged passage can be put; null when nothing is. */
  picked: Span | null;
  /** Whether its address asked for this menu to be open: the way in without script. */
  opened: boolean;
};

function Hidden({ kit, values }: { kit: FormKit; values: Record<string, string | number> }) {
  const all = { field: kit.field, sequence: kit.sequence, ...values };
  return Object.entries(all).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

const steps: ReadonlyArray<{ edge: Edge; unit: Unit; direction: Direction }> = [
  { edge: "start", unit: "word", direction: -1 },
  { edge: "start", unit: "word", direction: 1 },
  { edge: "start", unit: "grapheme", direction: -1 },
  { edge: "start", unit: "grapheme", direction: 1 },
  { edge: "end", unit: "word", direction: -1 },
  { edge: "end", unit: "word", direction: 1 },
  { edge: "end", unit: "grapheme", direction: -1 },
  { edge: "end", unit: "grapheme", direction: 1 },
];

function Boundaries({ passage, text, kit, picked }: Pick<MenuProps, "passage" | "text" | "kit" | "picked">) {
  const words = useMessages(codingMessages);
  const { Form, action } = kit;
  const place = passage.flag === null ? passage.place : (picked ?? passage.place);
  if (passage.flag !== null) {
    return (
      <Form method="post" action={action} className="menu-part">
        <Hidden kit={kit} values={{ intent: "move", passageId: passage.id }} />
        {place ? (
          <Button size="slim" name="span" value={`${place.start}-${place.end}`}>
            {words.putHere}
          </Button>
        ) : (
          <p className="hint">{words.putHereHint}</p>
        )}
      </Form>
    );
  }
  if (!place) return null;
  const names = {
    word: { [-1]: words.earlierWord, 1: words.laterWord },
    grapheme: { [-1]: words.earlierLetter, 1: words.laterLetter },
  };
  const edgeNames = { start: words.start, end: words.end };
  return (
    <Form method="post" action={action} className="menu-part">
      <fieldset>
        <legend>{words.boundaries}</legend>
        <Hidden kit={kit} values={{ intent: "move", passageId: passage.id }} />
        <div className="menu-edges">
          {steps.map(({ edge, unit, direction }) => {
            const moved = moveEdge(text, place, edge, unit, direction);
            const label = `${edgeNames[edge]} ${names[unit][direction]}`;
            return (
              <Button
                key={label}
                kind="secondary"
                size="slim"
                name="span"
                value={`${moved.start}-${moved.end}`}
                aria-disabled={sameSpan(moved, place) || undefined}
                onClick={(event) => sameSpan(moved, place) && event.preventDefault()}
              >
                {label}
              </Button>
            );
          })}
        </div>
      </fieldset>
    </Form>
  );
}

function FacetField({ id, coding, facets }: { id: FacetId; coding: CodingView; facets: Codebook["facets"] }) {
  const words = useMessages(codingMessages);
  const facet = facets[id];
  if (!facet?.appliesTo.includes(coding.theme)) return null;
  const { name, values } = words.facets[id];
  return (
    <SelectField
      label={name}
      name={`facets.${id}`}
      defaultValue={coding.facets[id] ?? ""}
      options={[
        { value: "", label: words.noFacet },
        ...facet.values.map((value) => ({ value, label: values[value] ?? value })),
      ]}
    />
  );
}

function CodingForms({
  coding,
  passage,
  entries,
  facets,
  kit,
}: Pick<MenuProps, "passage" | "entries" | "facets" | "kit"> & { coding: CodingView }) {
  const words = useMessages(codingMessages);
  const language = useLanguage();
  const id = useId();
  const { Form, action } = kit;
  const name = codeName(entries, coding, language);
  const version = [coding.memo, coding.forReport, JSON.stringify(coding.facets)].join("|");
  return (
    <section className="menu-coding" aria-label={name}>
      {passage.codings.length > 1 ? <h4>{name}</h4> : null}
      <Form method="post" action={action} className="menu-part">
        <Hidden kit={kit} values={{ intent: "details", codingId: coding.id }} />
        <Fragment key={version}>
          {facetIds.map((facet) => (
            <FacetField key={facet} id={facet} coding={coding} facets={facets} />
          ))}
          <TextArea
            label={words.memo}
            hint={words.memoHint}
            name="memo"
            rows={2}
            maxLength={longestMemo}
            defaultValue={coding.memo}
          />
          <label className="menu-check">
            <input type="checkbox" name="forReport" value="1" defaultChecked={coding.forReport} />
            {words.forReport}
          </label>
        </Fragment>
        <Button kind="secondary" size="slim">
          {words.saveDetails}
        </Button>
      </Form>
      <Form method="post" action={action} className="menu-part menu-line">
        <Hidden kit={kit} values={{ intent: "recode", codingId: coding.id }} />
        <CodeSelect
          key={codeKey(coding)}
          id={`${id}-recode`}
          name="key"
          label={words.otherCode}
          entries={entries}
          defaultValue={codeKey(coding)}
        />
        <Button kind="secondary" size="slim">
          {words.setCode}
        </Button>
      </Form>
      <Form method="post" action={action} className="menu-part">
        <Hidden kit={kit} values={{ intent: "remove", codingId: coding.id }} />
        <Button kind="plain" size="slim" icon="trash">
          {words.removeCode(name)}
        </Button>
      </Form>
    </section>
  );
}

function MenuBody(props: MenuProps) {
  const { passage, entries, kit } = props;
  const words = useMessages(codingMessages);
  const id = useId();
  const { Form, action } = kit;
  return (
    <div className="menu-body">
      <Boundaries {...props} />
      {passage.codings.map((coding) => (
        <CodingForms key={coding.id} {...props} coding={coding} />
      ))}
      {passage.flag === null ? (
        <Form method="post" action={action} className="menu-part menu-line">
          <Hidden kit={kit} values={{ intent: "code", start: passage.start, end: passage.end }} />
          <CodeSelect
            key={passage.codings.length}
            id={`${id}-extra`}
            name="key"
            label={words.extraCode}
            entries={entries}
          />
          <Button kind="secondary" size="slim">
            {words.addCode}
          </Button>
        </Form>
      ) : null}
    </div>
  );
}

/**
 * The menu folds open under its passage; everything in it can be undone, so nothing asks twice. Its forms are many and exist only while
 * it is open; without script a link opens it on a page of its own, as a long answer may have fifty menus.
 */
export function PassageMenu(props: MenuProps) {
  const { passage, opened, kit } = props;
  const words = useMessages(codingMessages);
  const [open, setOpen] = useState(opened);
  const name = words.changeOf(passage.number);
  return (
    <>
      <details
        className={opened ? "passage-menu" : "passage-menu needs-script"}
        open={opened || undefined}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary className="iconbtn" aria-label={name} title={name}>
          <Icon name="more" />
        </summary>
        {open ? <MenuBody {...props} /> : null}
      </details>
      {opened ? null : (
        <noscript>
          <a className="iconbtn passage-more" href={menuAddress(kit.action, passage.id)} aria-label={name} title={name}>
            <Icon name="more" />
          </a>
        </noscript>
      )}
    </>
  );
}
