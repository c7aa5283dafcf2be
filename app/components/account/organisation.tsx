/** Signing in through one's organisation: connecting it, and disconnecting it. */
import { Form } from "react-router";
import { type ProblemCode, problemSentence } from "#app/domain/problem.ts";
import { account } from "#app/messages/account.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { OrganisationLink } from "./organisation-link.tsx";

export function OrganisationAccount({
  name,
  connected,
  problem,
}: {
  name: string | null;
  connected: boolean;
  problem: ProblemCode | null;
}) {
  const text = useMessages(account).organisation;
  const language = useLanguage();
  return (
    <section>
      <h2>{text.title}</h2>
      {problem && (
        <Notice kind="mind" live>
          {problemSentence(problem, language)}
        </Notice>
      )}
      <p className="soft">{connected ? text.connected : text.notConnected}</p>
      {connected ? (
        <Form method="post">
          <input type="hidden" name="intent" value="disconnect-organisation" />
          <Button>{text.disconnect}</Button>
        </Form>
      ) : (
        <div className="row">
          <OrganisationLink name={name} to="/account/organisation" />
        </div>
      )}
    </section>
  );
}
