/** Recovery codes, shown this once, to be printed or written down. */

import { useMessages } from "#app/messages/messages.ts";
import { signIn } from "#app/messages/sign-in.ts";
import { Button } from "../ui/button.tsx";

export function RecoveryCodes({ codes, origin }: { codes: ReadonlyArray<string>; origin: string }) {
  const text = useMessages(signIn);
  return (
    <div className="recovery-codes">
      <p className="only-print">{text.codesFor(origin)}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="no-print">
        <Button icon="printer" type="button" onClick={() => window.print()}>
          {text.print}
        </Button>
      </p>
    </div>
  );
}
