/** A one-time link, shown this once, to be sent on. */
import { admin } from "#app/messages/admin.ts";
import { useMessages } from "#app/messages/messages.ts";
import { Notice } from "../ui/notice.tsx";

export function OneTimeLink({ name, link }: { name: string; link: string }) {
  const text = useMessages(admin).people;
  return (
    <Notice kind="calm" title={text.linkTitle} live>
      <p>{text.linkText(name)}</p>
      <code className="one-time-link">{link}</code>
    </Notice>
  );
}
