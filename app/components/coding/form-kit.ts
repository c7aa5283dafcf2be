/** What the forms of the coding screen share: with script they send in place, without it as any form of a page. */
import type { FetcherWithComponents } from "react-router";
import type { CodingResult } from "#app/domain/coding-form.ts";
import type { PassageField } from "#app/domain/passage.ts";

export type FormKit = {
  Form: FetcherWithComponents<CodingResult>["Form"];
  /** The address of this screen with its filters. */
  action: string;
  field: PassageField;
  /** The revision of the shown text. */
  sequence: number;
};
