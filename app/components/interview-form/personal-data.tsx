/** Looks in what is typed for words with which somebody may be found, once there is enough of it to hold any. */
import { lazy, Suspense } from "react";
import type { PersonalDataProps } from "./personal-data-list.tsx";

const List = lazy(async () => ({ default: (await import("./personal-data-list.tsx")).PersonalDataList }));

/** A hint, never a block: whoever types decides. */
export function PersonalData(props: PersonalDataProps) {
  if (props.text.length < 4) return null;
  return (
    <Suspense fallback={null}>
      <List {...props} />
    </Suspense>
  );
}
