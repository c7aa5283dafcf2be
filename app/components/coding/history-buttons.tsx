/** Undo and redo as buttons of a form, so that they work without script too. */
import { Button } from "#app/components/ui/button.tsx";
import type { CodingHistory } from "#app/domain/coding.ts";
import { coding } from "#app/messages/coding.ts";
import { useMessages } from "#app/messages/messages.ts";
import type { FormKit } from "./form-kit.ts";

/** What cannot be done stays visible, with a dashed border, and does nothing. */
export function HistoryButtons({ history, kit }: { history: CodingHistory; kit: FormKit }) {
  const words = useMessages(coding);
  const { Form, action } = kit;
  return (
    <Form method="post" action={action} className="history-buttons">
      <Button
        kind="plain"
        size="slim"
        icon="undo"
        name="intent"
        value="undo"
        aria-disabled={history.undo === null || undefined}
        title={history.undo ? words.undoOf(history.undo.kind) : undefined}
        onClick={(event) => history.undo === null && event.preventDefault()}
      >
        {words.undo}
      </Button>
      <Button
        kind="plain"
        size="slim"
        icon="redo"
        name="intent"
        value="redo"
        aria-disabled={history.redo === null || undefined}
        title={history.redo ? words.redoOf(history.redo.kind) : undefined}
        onClick={(event) => history.redo === null && event.preventDefault()}
      >
        {words.redo}
      </Button>
    </Form>
  );
}
