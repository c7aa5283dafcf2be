/** The few things that are known of a youth: status, age band and since when the work with the family goes on. */
import { Form } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { ChoiceGroup } from "#app/components/ui/choice.tsx";
import { TextField, useFirstFault } from "#app/components/ui/field.tsx";
import { type AgeBand, ageBands, type EnrolmentStatus, enrolmentStatuses } from "#app/domain/guide.ts";
import type { FieldFault } from "#app/domain/problem.ts";
import { board } from "#app/messages/board.ts";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";

export type YouthValues = { enrolmentStatus?: string; ageBand?: string; workingSince?: string };

/** A form that posts to its own page with intent `details`; what was entered stays when something does not fit. */
export function YouthForm({
  values,
  faults,
  submit,
}: {
  values: YouthValues;
  faults: Array<FieldFault>;
  submit: string;
}) {
  const text = useMessages(board).newYouth;
  const words = useMessages(common);
  const form = useFirstFault(faults);
  function faultOf(path: string): string | undefined {
    const code = faults.find((fault) => fault.path === path)?.code;
    return code === undefined ? undefined : (words.faults[code as keyof typeof words.faults] ?? words.faults.required);
  }
  return (
    <Form method="post" className="form" ref={form}>
      <ChoiceGroup
        legend={text.status}
        name="enrolmentStatus"
        type="radio"
        options={enrolmentStatuses.map((value: EnrolmentStatus) => ({ value, label: words.enrolmentStatuses[value] }))}
        defaultValue={values.enrolmentStatus ?? ""}
        fault={faultOf("enrolmentStatus")}
      />
      <ChoiceGroup
        legend={text.age}
        name="ageBand"
        type="radio"
        options={ageBands.map((value: AgeBand) => ({ value, label: words.ageBands[value] }))}
        defaultValue={values.ageBand ?? ""}
        fault={faultOf("ageBand")}
      />
      <TextField
        label={text.since}
        hint={text.sinceHint}
        name="workingSince"
        type="month"
        defaultValue={values.workingSince ?? ""}
        fault={faultOf("workingSince")}
      />
      <p>
        <Button kind="primary" type="submit" name="intent" value="details">
          {submit}
        </Button>
      </p>
    </Form>
  );
}
