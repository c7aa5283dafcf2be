/** Somebody's passkeys, each with a way to remove it but for the last second factor, and adding one. */
import { Form } from "react-router";
import { showMoment } from "#app/domain/dates.ts";
import { account } from "#app/messages/account.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { signIn } from "#app/messages/sign-in.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { PasskeyButton } from "./passkey-button.tsx";

type Passkey = { id: string; browser: string; createdAt: string; lastUsedAt: string | null };
type Refused = { fault: "wrong" } | { fault: "too-many"; seconds: number };

/** `app`: there is an app as well. `fresh`: the second factor was just given, so that one may be added. */
export function Passkeys({
  passkeys,
  app,
  fresh,
  refused,
}: {
  passkeys: ReadonlyArray<Passkey>;
  app: boolean;
  fresh: boolean;
  refused: Refused | null;
}) {
  const text = useMessages(account);
  const words = useMessages(signIn);
  const language = useLanguage();
  const last = passkeys.length === 1 && !app;
  const fault = refused && (refused.fault === "wrong" ? words.passkeyWrong : words.tooMany(refused.seconds));
  return (
    <section>
      <h2>{text.passkeysTitle}</h2>
      <p className="soft">{text.passkeysText}</p>
      {passkeys.length === 0 ? (
        <p>{text.passkeysNone}</p>
      ) : (
        <ul className="devices">
          {passkeys.map(({ id, browser, createdAt, lastUsedAt }) => {
            const name = text.passkeyName(browser);
            const added = showMoment(createdAt, language);
            return (
              <li key={id}>
                <div>
                  <b>{name}</b>
                  <p className="small soft">
                    {text.passkeyAdded(added)},{" "}
                    {lastUsedAt ? text.passkeyUsed(showMoment(lastUsedAt, language)) : text.passkeyUnused}
                  </p>
                </div>
                {!last && (
                  <Form method="post">
                    <input type="hidden" name="intent" value="remove-passkey" />
                    <input type="hidden" name="passkeyId" value={id} />
                    <Button kind="plain" size="slim" aria-label={text.removePasskeyLabel(name, added)}>
                      {text.removePasskey}
                    </Button>
                  </Form>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {last && <p className="soft">{text.lastPasskey}</p>}
      {fresh ? (
        <PasskeyButton purpose="add" send={{ intent: "add-passkey" }} fault={fault}>
          {text.addPasskey}
        </PasskeyButton>
      ) : (
        <>
          <p>{text.addPasskeyFirst}</p>
          <ButtonLink to="/second-factor?to=%2Faccount">{text.showYourself}</ButtonLink>
        </>
      )}
    </section>
  );
}
