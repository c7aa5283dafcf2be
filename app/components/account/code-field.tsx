/** The field for the six digits of the app: phones offer the code themselves and show a keyboard of digits. */
import type { ReactNode } from "react";
import { useMessages } from "#app/messages/messages.ts";
import { signIn } from "#app/messages/sign-in.ts";
import { TextField } from "../ui/field.tsx";

export function CodeField({ fault, hint }: { fault?: ReactNode; hint?: ReactNode }) {
  const text = useMessages(signIn);
  return (
    <TextField
      label={text.code}
      name="code"
      className="digits"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
      hint={hint}
      fault={fault}
      required
    />
  );
}
