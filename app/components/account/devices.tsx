/** The devices on which somebody is signed in, this one first in words, each with a way to sign it out. */
import { Form } from "react-router";
import { showMoment } from "#app/domain/dates.ts";
import { account } from "#app/messages/account.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import { Button } from "../ui/button.tsx";

type Device = { id: string; browser: string; begunAt: string; seenAt: string; current: boolean };

export function Devices({ devices }: { devices: ReadonlyArray<Device> }) {
  const text = useMessages(account);
  const language = useLanguage();
  return (
    <section>
      <h2>{text.devicesTitle}</h2>
      <p className="soft">{text.devicesText}</p>
      <ul className="devices">
        {devices.map(({ id, browser, begunAt, seenAt, current }) => {
          const name = browser || text.unknownBrowser;
          const begun = showMoment(begunAt, language);
          return (
            <li key={id}>
              <div>
                <b>{name}</b>
                {current && <span className="this-one">{text.thisOne}</span>}
                <p className="small soft">
                  {text.begun(begun)}
                  {!current && <>, {text.seen(showMoment(seenAt, language))}</>}
                </p>
              </div>
              <Form method="post">
                <input type="hidden" name="intent" value="end" />
                <input type="hidden" name="sessionId" value={id} />
                <Button kind="plain" size="slim" aria-label={text.endLabel(name, begun)}>
                  {text.end}
                </Button>
              </Form>
            </li>
          );
        })}
      </ul>
      {devices.length > 1 && (
        <Form method="post">
          <input type="hidden" name="intent" value="end-others" />
          <Button>{text.endOthers}</Button>
        </Form>
      )}
    </section>
  );
}
