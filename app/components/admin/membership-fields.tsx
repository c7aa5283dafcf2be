/** The two fields of a role: which, and in which region; with what is wrong with them. */
import { roles } from "#app/domain/actor.ts";
import type { FieldFault } from "#app/domain/problem.ts";
import { admin } from "#app/messages/admin.ts";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";
import { SelectField } from "../ui/field.tsx";

export type RegionChoice = { id: string; name: string };

export function MembershipFields({
  regions,
  faults,
  role,
  regionId,
}: {
  regions: ReadonlyArray<RegionChoice>;
  faults: ReadonlyArray<FieldFault>;
  role?: string;
  regionId?: string;
}) {
  const words = useMessages(common);
  const text = useMessages(admin).people;
  const regionFault = faults.find((fault) => fault.path === "regionId");
  return (
    <div className="two">
      <SelectField
        label={text.role}
        name="role"
        defaultValue={role ?? "interviewer"}
        options={roles.map((value) => ({ value, label: words.roles[value] }))}
        fault={faults.some((fault) => fault.path === "role") ? words.faults["unknown-option"] : undefined}
      />
      <SelectField
        label={text.region}
        name="regionId"
        defaultValue={regionId ?? regions[0]?.id ?? ""}
        options={[...regions.map(({ id, name }) => ({ value: id, label: name })), { value: "", label: text.noRegion }]}
        fault={
          regionFault && (regionFault.code === "not-with-role" ? text.faults["not-with-role"] : text.faults.region)
        }
      />
    </div>
  );
}
