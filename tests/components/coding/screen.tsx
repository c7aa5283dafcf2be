/** Shows the coding screen in a simulated browser, on the real loader, action and store. */
import { configure, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRoutesStub, RouterContextProvider } from "react-router";
import { requestContext } from "#app/context.server.ts";
import type { Language } from "#app/domain/languages.ts";
import { LanguageProvider } from "#app/messages/messages.ts";
import * as codingAnswer from "#app/routes/coding-answer.tsx";
import { type CodingWorld, codingWorld } from "#tests/db/coding-world.ts";

/** The store is real and machines are busy: what a test waits for may take a while. */
configure({ asyncUtilTimeout: 8000 });

export const questionId = "development-seen";

export type Shown = {
  world: CodingWorld;
  interviewId: string;
  user: ReturnType<typeof userEvent.setup>;
  /** Quotes and codes of the passages as the store has them, in order. */
  stored(): Promise<Array<[string, ...Array<string>]>>;
};

/** An answer with this text, opened by an analyst. `before` may code things first. */
export async function showAnswer(
  text: string,
  options: { language?: Language; note?: string; before?(world: CodingWorld, interviewId: string): Promise<void> } = {},
): Promise<Shown> {
  const { language = "nl", note = "", before } = options;
  const world = await codingWorld();
  const interviewId = await world.told(world.youthId, "parent", { [questionId]: { value: text, note } });
  await before?.(world, interviewId);
  const context = new RouterContextProvider();
  context.set(requestContext, {
    store: world.store,
    actor: world.analyst,
    language,
    demo: false,
    requestId: "test",
  } as Parameters<typeof context.set<never>>[1]);
  const Stub = createRoutesStub(
    [
      {
        path: "/coding/:interviewId/:questionId",
        Component: codingAnswer.default as never,
        loader: codingAnswer.loader as never,
        action: codingAnswer.action as never,
        HydrateFallback: () => null,
      },
    ],
    context as never,
  );
  render(
    <LanguageProvider language={language}>
      <Stub initialEntries={[`/coding/${interviewId}/${questionId}`]} />
    </LanguageProvider>,
  );
  await screen.findByRole("heading", { level: 1 });
  return {
    world,
    interviewId,
    user: userEvent.setup(),
    async stored() {
      const answer = await world.as(world.analyst).codings.answer({ interviewId, questionId });
      return answer.passages.map((one) => [one.quote, ...one.codings.map((coding) => coding.code).sort()]);
    },
  };
}
