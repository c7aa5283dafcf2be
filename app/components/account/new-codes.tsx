/** How many recovery codes are left, and making new ones: for a fresh code of the app, or without one for who has passkeys only. */
import { Form } from "react-router";
import { account } from "#app/messages/account.ts";
import { useMessages } from "#app/messages/messages.ts";
import { signIn } from "#app/messages/sign-in.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { CodeField } from "./code-field.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

type Refused = { fault: "wrong" } | { fault: "too-many"; seconds: number };

export function NewCodes({
  byCode,
  left,
  codes,
  refused,
  origin,
}: {
  byCode: boolean;
  left: number;
  codes: ReadonlyArray<string> | null;
  refused: Refused | null;
  origin: string;
}) {
  const text = useMessages(account);
  const words = useMessages(signIn);
  return (
    <section>
      <h2>{text.codesTitle}</h2>
      {codes ? (
        <Notice kind="calm" title={text.codesReady} level={3} live>
          <p>{words.steps.codes.intro}</p>
          <RecoveryCodes codes={codes} origin={origin} />
        </Notice>
      ) : (
        <>
          <p className="soft">
            {text.codesLeft(left)} {text.codesText}
          </p>
          <Form method="post" className="way-in">
            <input type="hidden" name="intent" value="codes" />
            {byCode && (
              <CodeField
                hint={text.codeHint}
                fault={refused && (refused.fault === "wrong" ? words.codeWrong : words.tooMany(refused.seconds))}
              />
            )}
            <div className="row">
              <Button>{text.renewCodes}</Button>
            </div>
          </Form>
        </>
      )}
    </section>
  );
}
