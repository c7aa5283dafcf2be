/** What the page of the second factor shows: connecting a phone, or asking for a code. */
import { Form } from "react-router";
import { useMessages } from "#app/messages/messages.ts";
import { signIn } from "#app/messages/sign-in.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { CodeField } from "./code-field.tsx";
import { QrCode } from "./qr-code.tsx";

type Enrolment = { key: string; size: number; path: string };
type Fault = string | null;

/** Three things to do, under each other: an app, the QR code or its key, and the first code. */
export function ConnectPhone({ enrolment, fault, to }: { enrolment: Enrolment; fault: Fault; to: string }) {
  const text = useMessages(signIn);
  return (
    <Form method="post" className="way-in">
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="intent" value="set-up" />
      <ol className="connect">
        <li>{text.installApp}</li>
        <li>
          <p>{text.scan}</p>
          <QrCode size={enrolment.size} path={enrolment.path} label={text.scanLabel} />
          <p className="small soft">{text.byHand}</p>
          <code className="key">{enrolment.key}</code>
        </li>
        <li>
          <p>{text.firstCode}</p>
          <CodeField fault={fault} />
        </li>
      </ol>
      <div className="row">
        <Button kind="primary">{text.confirm}</Button>
      </div>
    </Form>
  );
}

/** The code of the app. `secondary`: there is another way above it. */
export function GiveCode({ fault, to, secondary }: { fault: Fault; to: string; secondary: boolean }) {
  const text = useMessages(signIn);
  return (
    <Form method="post" className="way-in">
      <input type="hidden" name="to" value={to} />
      <CodeField fault={fault} />
      <div className="row">
        <Button kind={secondary ? "secondary" : "primary"}>{text.give}</Button>
      </div>
    </Form>
  );
}

/** The recovery codes, folded, for who has no phone or passkey at hand; open once one was refused here. */
export function LostFactor({ passkey, fault, to }: { passkey: boolean; fault: Fault; to: string }) {
  const text = useMessages(signIn);
  return (
    <details className="lost" open={fault !== null}>
      <summary>
        {passkey ? text.lostPasskey : text.lost}
        <Icon name="chevron-down" className="turn" />
      </summary>
      <p>{passkey ? text.lostPasskeyText : text.lostText}</p>
      <Form method="post" className="way-in">
        <input type="hidden" name="to" value={to} />
        <TextField label={text.recoveryCode} name="code" autoComplete="off" spellCheck={false} fault={fault} required />
        <div className="row">
          <Button>{text.useRecoveryCode}</Button>
        </div>
      </Form>
    </details>
  );
}
