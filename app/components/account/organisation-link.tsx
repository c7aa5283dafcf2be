/** The button that leads to one's organisation. A link and no form: its answer leads to another site, where no form may go. */
import { useMessages } from "#app/messages/messages.ts";
import { signIn } from "#app/messages/sign-in.ts";
import { ButtonLink } from "../ui/button.tsx";

/** `name` is null for an organisation without a name of its own. */
export function OrganisationLink({ name, to }: { name: string | null; to: string }) {
  const text = useMessages(signIn).organisation;
  return (
    <ButtonLink to={to} reloadDocument arrow={false}>
      {text.go(name ?? text.name)}
    </ButtonLink>
  );
}
