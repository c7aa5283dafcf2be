/** A new password, twice: what a link and one's own account ask for alike. */

import { useMessages } from "#app/messages/messages.ts";
import { signIn } from "#app/messages/sign-in.ts";
import { TextField } from "../ui/field.tsx";

/** `label` is what the first field is called; `faultOf` gives the sentence for a field, `password` or `again`, that does not fit. */
export function PasswordFields({ label, faultOf }: { label: string; faultOf(path: string): string | undefined }) {
  const text = useMessages(signIn);
  return (
    <>
      <TextField
        label={label}
        name="password"
        type="password"
        autoComplete="new-password"
        hint={text.newPasswordHint}
        fault={faultOf("password")}
        required
      />
      <TextField
        label={text.again}
        name="again"
        type="password"
        autoComplete="new-password"
        fault={faultOf("again")}
        required
      />
    </>
  );
}
