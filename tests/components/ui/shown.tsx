/** Renders a component inside a router and a language, as the application does. */
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { createRoutesStub } from "react-router";
import type { Language } from "#app/domain/languages.ts";
import { LanguageProvider } from "#app/messages/messages.ts";

export type Posted = { path: string; fields: Record<string, string> };

/** Shows `element` at `at`; what forms in it post is collected in `posted`. */
export function show(element: ReactNode, { language = "nl", at = "/" }: { language?: Language; at?: string } = {}) {
  const posted: Array<Posted> = [];
  async function action({ request }: { request: Request }) {
    const form = await request.formData();
    const fields = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    posted.push({ path: new URL(request.url).pathname, fields });
    return null;
  }
  const Stub = createRoutesStub([
    { path: "*", Component: () => <LanguageProvider language={language}>{element}</LanguageProvider>, action },
  ]);
  return { posted, ...render(<Stub initialEntries={[at]} />) };
}
