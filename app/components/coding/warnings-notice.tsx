/** Words that may tell who somebody is: no code can stand on them until a person says that they point at nobody. */
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { PersonalMatch } from "#app/domain/personal-data.ts";
import { coding } from "#app/messages/coding.ts";
import { useMessages } from "#app/messages/messages.ts";
import { personalDataTexts } from "#app/messages/personal-data.ts";
import type { FormKit } from "./form-kit.ts";

/** Nothing when there is no open warning about this text. */
export function WarningsNotice({
  warnings,
  text,
  kit,
}: {
  warnings: ReadonlyArray<PersonalMatch>;
  text: string;
  kit: FormKit;
}) {
  const words = useMessages(coding);
  const { looksLike } = useMessages(personalDataTexts);
  const { Form, action, field, sequence } = kit;
  if (warnings.length === 0) return null;
  return (
    <Notice kind="mind" level={3} title={words.warningsTitle}>
      <p>{words.warningsHelp}</p>
      <ul className="warnings">
        {warnings.map(({ kind, start, end }) => {
          const said = text.slice(start, end);
          return (
            <li key={`${start} ${end}`}>
              <Form method="post" action={action}>
                <input type="hidden" name="field" value={field} />
                <input type="hidden" name="sequence" value={sequence} />
                <input type="hidden" name="start" value={start} />
                <input type="hidden" name="end" value={end} />
                <p>
                  {looksLike[kind]}: <q>{said}</q>
                </p>
                <Button
                  kind="secondary"
                  size="slim"
                  name="intent"
                  value="clear-warning"
                  aria-label={words.clearWarningOf(said)}
                >
                  {words.clearWarning}
                </Button>
              </Form>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
