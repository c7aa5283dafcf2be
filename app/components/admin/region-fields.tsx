/** The two fields of a region that may change later: its name and the phase in which it joins; and what their faults say. */
import type { Phase } from "#app/domain/phases.ts";
import type { FieldFault } from "#app/domain/problem.ts";
import { admin } from "#app/messages/admin.ts";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";
import { SelectField, TextField } from "../ui/field.tsx";

/** For a form about a region: the sentence of the fault under a path, if it has one. */
export function useRegionFaults(faults: ReadonlyArray<FieldFault> = []): (path: string) => string | undefined {
  const text = useMessages(admin).regions;
  const words = useMessages(common);
  const sentences: Record<string, string> = { ...words.faults, "not-a-key": text.notAKey, taken: text.taken };
  return (path) => {
    const fault = faults.find((one) => one.path === path);
    return fault && (sentences[fault.code] ?? words.faults.wrong);
  };
}

export function RegionName({ value, fault }: { value: string | undefined; fault: string | undefined }) {
  const text = useMessages(admin).regions;
  return <TextField label={text.name} name="name" defaultValue={value} fault={fault} maxLength={100} />;
}

/** `value` and what is sent are the number of the phase as text, empty for none yet. */
export function RegionPhase({
  phases,
  value = "",
  fault,
}: {
  phases: ReadonlyArray<Pick<Phase, "number">>;
  value: string | undefined;
  fault: string | undefined;
}) {
  const text = useMessages(admin);
  return (
    <SelectField
      label={text.regions.phase}
      hint={text.regions.phaseHint}
      name="phase"
      defaultValue={value}
      fault={fault}
      options={[
        { value: "", label: text.regions.noPhase },
        ...phases.map(({ number }) => ({ value: String(number), label: text.phases.name(number) })),
      ]}
    />
  );
}
