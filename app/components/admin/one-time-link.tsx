/** A one-time link, shown this once, to be sent on. */
import { showMoment } from "#app/domain/dates.ts";
import { admin } from "#app/messages/admin.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { Notice } from "../ui/notice.tsx";

export function OneTimeLink({ name, link, until }: { name: string; link: string; until: string }) {
  const text = useMessages(admin).people;
  const language = useLanguage();
  return (
    <Notice kind="calm" title={text.linkTitle} live>
      <p>{text.linkText(name, showMoment(until, language))}</p>
      <code className="one-time-link">{link}</code>
    </Notice>
  );
}
