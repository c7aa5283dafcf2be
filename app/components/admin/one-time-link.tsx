/** What became of a one-time link: sent by e-mail, or shown this once to be handed over. */
import { showMoment } from "#app/domain/dates.ts";
import { admin } from "#app/messages/admin.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { Notice } from "../ui/notice.tsx";

type Made = { name: string; until: string } & ({ sentTo: string } | { link: string; mailFailed: boolean });

export function OneTimeLink({ made }: { made: Made }) {
  const text = useMessages(admin).people;
  const language = useLanguage();
  const until = showMoment(made.until, language);
  if ("sentTo" in made)
    return (
      <Notice kind="calm" title={text.sentTitle} live>
        {text.sentText(made.name, made.sentTo, until)}
      </Notice>
    );
  return (
    <Notice kind={made.mailFailed ? "mind" : "calm"} title={made.mailFailed ? text.notSentTitle : text.linkTitle} live>
      {made.mailFailed && <p>{text.notSentText}</p>}
      <p>{text.linkText(made.name, until)}</p>
      <code className="one-time-link">{made.link}</code>
    </Notice>
  );
}
