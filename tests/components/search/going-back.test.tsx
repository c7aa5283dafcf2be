/** Going back to the hits of a search, on the real store, although the words stand in no address. */
import { configure, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRoutesStub, Outlet, RouterContextProvider, useNavigate } from "react-router";
import { expect, test } from "vitest";
import { requestContext } from "#app/context.server.ts";
import type { Actor } from "#app/domain/actor.ts";
import { LanguageProvider } from "#app/messages/messages.ts";
import * as search from "#app/routes/search.tsx";
import { keepPace } from "#app/server/pace.server.ts";
import { codingWorld } from "#tests/db/coding-world.ts";

configure({ asyncUtilTimeout: 8000 });

function Frame() {
  const navigate = useNavigate();
  return (
    <>
      <button type="button" onClick={() => navigate(-1)}>
        Terug
      </button>
      <Outlet />
    </>
  );
}

test("back from a hit shows the hits again, to the person who asked and to nobody else", async () => {
  const world = await codingWorld();
  const told = (value: string) => world.told(world.youthId, "parent", { "development-seen": { value } });
  const interviewId = await told("Hij zit graag achter de computer.");
  const other = await world.person("Bo Tweede", ["analyst", world.regionId]);
  let actor: Actor = world.analyst;
  const context = new RouterContextProvider();
  const request = () => ({
    store: world.store,
    actor,
    language: "nl",
    demo: false,
    requestId: "test",
    pace: keepPace(),
  });
  const set = () => context.set(requestContext, request() as Parameters<typeof context.set<never>>[1]);
  set();
  const Stub = createRoutesStub(
    [
      {
        Component: Frame,
        children: [
          {
            path: "/search",
            Component: search.default as never,
            loader: search.loader as never,
            action: search.action as never,
            HydrateFallback: () => null,
          },
          { path: "/coding/:interviewId/:questionId", Component: () => <p>Gevonden</p> },
        ],
      },
    ],
    context as never,
  );
  render(
    <LanguageProvider language="nl">
      <Stub initialEntries={["/search"]} />
    </LanguageProvider>,
  );
  const user = userEvent.setup();
  const hit = () => screen.findByRole("link", { name: /Wat leert uw kind/ });

  await user.type(await screen.findByRole("searchbox"), "computer{Enter}");
  expect((await hit()).getAttribute("href")).toBe(`/coding/${interviewId}/development-seen`);
  await user.click(await hit());
  await screen.findByText("Gevonden");
  await user.click(screen.getByRole("button", { name: "Terug" }));
  await hit();
  expect(screen.getByRole("searchbox")).toHaveProperty("value", "computer");

  await user.click(await hit());
  await screen.findByText("Gevonden");
  actor = other;
  set();
  await user.click(screen.getByRole("button", { name: "Terug" }));
  const field = await screen.findByRole("searchbox");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(field).toHaveProperty("value", "");
  expect(screen.queryByRole("link", { name: /Wat leert uw kind/ })).toBeNull();
});
