/** Changing the password: the current one, and the new one twice. */
import { Form } from "react-router";
import { type FieldFault, problemSentence } from "#app/domain/problem.ts";
import { account } from "#app/messages/account.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { signIn } from "#app/messages/sign-in.ts";
import { Button } from "../ui/button.tsx";
import { TextField, useFirstFault } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { PasswordFields } from "./password-fields.tsx";

type Refused = { fault: "wrong" } | { fault: "too-many"; seconds: number };

export function NewPassword({
  changed,
  refused,
  faults,
}: {
  changed: boolean;
  refused: Refused | null;
  faults: ReadonlyArray<FieldFault>;
}) {
  const text = useMessages(account);
  const words = useMessages(signIn);
  const general = useMessages(common);
  const language = useLanguage();
  const form = useFirstFault(faults.length > 0 ? faults : undefined);
  const sentences: Record<string, string> = {
    ...words.passwordFaults,
    "password-wrong": problemSentence("password-wrong", language),
  };
  const faultOf = (path: string) => {
    const fault = faults.find((one) => one.path === path);
    return fault && (sentences[fault.code] ?? general.faults.wrong);
  };
  return (
    <section>
      <h2>{text.passwordTitle}</h2>
      {changed && (
        <Notice kind="calm" live>
          {text.passwordChanged}
        </Notice>
      )}
      <p className="soft">{text.passwordText}</p>
      <Form method="post" className="way-in" ref={form} key={changed ? "changed" : "change"}>
        <input type="hidden" name="intent" value="password" />
        {refused?.fault === "too-many" && (
          <Notice kind="wrong" live>
            {words.tooMany(refused.seconds)}
          </Notice>
        )}
        <TextField
          label={text.current}
          name="current"
          type="password"
          autoComplete="current-password"
          fault={faultOf("current")}
          required
        />
        <PasswordFields label={text.newPassword} faultOf={faultOf} />
        <div className="row">
          <Button>{text.changePassword}</Button>
        </div>
      </Form>
    </section>
  );
}
