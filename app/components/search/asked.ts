/** What was asked at each step of this window's history, so that going back shows the answers again; in no address and in no store. */
import { useEffect } from "react";
import { useLocation, useSubmit } from "react-router";

/** By person and step; gone with the page. */
const asked = new Map<string, string>();

/** Asks again what this person asked at this step of the history when nothing was asked now: after going back from what was found. */
export function useAskedBefore(personId: string, query: string | null): void {
  const { key } = useLocation();
  const submit = useSubmit();
  const step = `${personId} ${key}`;
  useEffect(() => {
    if (query !== null) asked.set(step, query);
    const before = query === null ? asked.get(step) : undefined;
    if (before !== undefined) submit({ query: before }, { method: "post", action: "/search", replace: true });
  }, [step, query, submit]);
}
