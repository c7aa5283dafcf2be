/** Looks in what is typed for words with which somebody may be found, once there is enough of it to hold any. */
import { lazy, Suspense } from "react";
import { Link } from "react-router";
import { Notice } from "#app/components/ui/notice.tsx";
import type { PersonalFinding } from "#app/domain/personal-data.ts";
import { useMessages } from "#app/messages/messages.ts";
import { personalDataTexts } from "#app/messages/personal-data.ts";
import type { PersonalDataProps } from "./personal-data-list.tsx";

type Props = PersonalDataProps & {
  /** What the server found in the text as it was saved last. */
  found: ReadonlyArray<PersonalFinding>;
};

/** Says in words what the server found, kind by kind; nothing when that is nothing. `elsewhere` leads to the answer when it is another one. */
export function FoundHint({ found, elsewhere }: Pick<Props, "found"> & { elsewhere?: string }) {
  const words = useMessages(personalDataTexts);
  if (found.length === 0) return null;
  return (
    <Notice kind="mind" level={3} title={words.title} className="personal-data">
      {elsewhere && <p>{words.justSaved}</p>}
      <p className="hint">{words.hint}</p>
      <ul>
        {found.map(({ field, kind, count }) => (
          <li key={`${field} ${kind}`}>
            {words.times(words.looksLike[kind], count)}
            {field === "note" && ` (${words.inNote})`}
          </li>
        ))}
      </ul>
      {elsewhere && <Link to={elsewhere}>{words.toAnswer}</Link>}
    </Notice>
  );
}

/** The list that reads along while one types; the server's findings alone where it does not come. */
const List = lazy(async (): Promise<{ default: (props: Props) => React.ReactNode }> => {
  try {
    const { PersonalDataList } = await import("./personal-data-list.tsx");
    return { default: PersonalDataList };
  } catch {
    return { default: FoundHint };
  }
});

/** A hint, never a block: whoever types decides. */
export function PersonalData(props: Props) {
  if (props.text.length < 4) return null;
  return (
    <Suspense fallback={<FoundHint found={props.found} />}>
      <List {...props} />
    </Suspense>
  );
}
