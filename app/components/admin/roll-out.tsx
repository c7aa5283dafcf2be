/** How far the roll-out is: the phases beside each other in their order, each with its regions and its first day. */
import { showDay } from "#app/domain/dates.ts";
import type { PhaseProgress } from "#app/domain/phases.ts";
import { admin } from "#app/messages/admin.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";

export function RollOut({ phases }: { phases: ReadonlyArray<PhaseProgress> }) {
  const text = useMessages(admin).phases;
  const language = useLanguage();
  if (phases.length === 0) return <p>{text.none}</p>;
  return (
    <ol className="roll-out">
      {phases.map(({ number, regions, joined, startsOn, started }) => {
        const day = startsOn === null ? null : showDay(startsOn, language);
        return (
          <li key={number} className={started ? "started" : undefined}>
            <h3>{text.name(number)}</h3>
            <p className="roll-out-regions">{text.regions(regions)}</p>
            <span className="roll-out-track" aria-hidden="true">
              <span style={{ inlineSize: `${Math.min(100, (joined / regions) * 100)}%` }} />
            </span>
            <p className="small">{text.joined(joined, regions)}</p>
            <p className="small">{day === null ? text.undecided : started ? text.since(day) : text.from(day)}</p>
          </li>
        );
      })}
    </ol>
  );
}
