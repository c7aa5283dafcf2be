/** Saying aloud to which page one came. */
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRoutesStub, Link, Outlet } from "react-router";
import { expect, test } from "vitest";
import { PageAnnouncer } from "#app/components/ui/page-announcer.tsx";

function Frame() {
  return (
    <>
      <Outlet />
      <PageAnnouncer />
    </>
  );
}

function Page({ title, to }: { title: string; to: string }) {
  return (
    <>
      <title>{title}</title>
      <Link to={to}>Verder</Link>
    </>
  );
}

test("a step to another page says its title, the first page and a change of filters say nothing", async () => {
  const Stub = createRoutesStub([
    {
      Component: Frame,
      children: [
        { path: "/one", Component: () => <Page title="Eerste" to="/one?mine=1" /> },
        { path: "/two", Component: () => <Page title="Tweede" to="/one" /> },
      ],
    },
  ]);
  const user = userEvent.setup();
  const { unmount } = render(<Stub initialEntries={["/one"]} />);
  const said = () => screen.getByRole("status").textContent;
  await screen.findByRole("link", { name: "Verder" });
  expect(said()).toBe("");
  await user.click(screen.getByRole("link", { name: "Verder" }));
  expect(said()).toBe("");
  unmount();
  render(<Stub initialEntries={["/two"]} />);
  await user.click(await screen.findByRole("link", { name: "Verder" }));
  await waitFor(() => expect(said()).toBe("Eerste"));
});
