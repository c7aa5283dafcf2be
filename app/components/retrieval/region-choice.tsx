/** Narrows the page to one region, for who reaches more than one; the address holds only its id. */
import { Form } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { SelectField } from "#app/components/ui/field.tsx";
import type { CodingChoices } from "#app/domain/coding.ts";
import type { RetrievalPlace } from "#app/domain/retrieval.ts";
import { useMessages } from "#app/messages/messages.ts";
import { retrieval } from "#app/messages/retrieval.ts";

/** Nothing at all when there is nothing to choose. */
export function RegionChoice({ regions, place }: { regions: CodingChoices["regions"]; place: RetrievalPlace }) {
  const words = useMessages(retrieval);
  if (regions.length < 2) return null;
  return (
    <Form method="get" action="/themes" className="region-choice" key={place.regionId ?? ""}>
      {place.theme ? <input type="hidden" name="theme" value={place.theme} /> : null}
      {place.code ? <input type="hidden" name="code" value={place.code} /> : null}
      <SelectField
        label={words.region}
        name="region"
        defaultValue={place.regionId ?? ""}
        options={[
          { value: "", label: words.allRegions },
          ...regions.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button kind="secondary">{words.show}</Button>
    </Form>
  );
}
