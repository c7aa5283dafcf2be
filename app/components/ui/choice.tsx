/** A group of radio buttons or checkboxes: the browser's own controls, with faces that are easy to touch. */
import { type ChangeEvent, type ReactNode, useId } from "react";
import { describedBy, FaultLine } from "./field.tsx";

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

/** Whether a value is among the chosen ones, for a single choice and for several. */
function holds(chosen: string | ReadonlyArray<string> | undefined, value: string): boolean | undefined {
  if (chosen === undefined) return undefined;
  return typeof chosen === "string" ? chosen === value : chosen.includes(value);
}

/**
 * `value` makes it controlled, `defaultValue` sets the start. `onChange` gets the value of the control that changed, whether it is
 * chosen now, and the event. `layout` `list` puts every choice on a line of its own; without it choices with a hint do so.
 */
export function ChoiceGroup({
  legend,
  name,
  type,
  options,
  value,
  defaultValue,
  fault,
  hint,
  onChange,
  layout,
  required,
  hideLegend = false,
  className,
  disabled,
}: {
  legend: ReactNode;
  name: string;
  type: "radio" | "checkbox";
  options: ReadonlyArray<Choice>;
  value?: string | ReadonlyArray<string>;
  defaultValue?: string | ReadonlyArray<string>;
  fault?: ReactNode;
  hint?: ReactNode;
  onChange?: (value: string, chosen: boolean, event: ChangeEvent<HTMLInputElement>) => void;
  layout?: "row" | "list";
  required?: boolean;
  hideLegend?: boolean;
  className?: string;
  disabled?: boolean;
}) {
  const id = useId();
  const asList = layout === "list" || (layout === undefined && options.some((option) => option.hint));
  return (
    <fieldset
      className={className ? `choicegroup ${className}` : "choicegroup"}
      aria-describedby={describedBy(id, { hint, fault })}
      aria-invalid={fault ? true : undefined}
      disabled={disabled}
    >
      <legend className={hideLegend ? "vh" : undefined}>{legend}</legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={asList ? "choices list" : "choices"}>
        {options.map((option, index) => (
          <label className="choice" key={option.value}>
            <input
              type={type}
              name={name}
              value={option.value}
              checked={holds(value, option.value)}
              defaultChecked={value === undefined ? holds(defaultValue, option.value) : undefined}
              required={type === "radio" ? required : undefined}
              disabled={option.disabled}
              aria-describedby={option.hint ? `${id}-about-${index}` : undefined}
              onChange={(event) => onChange?.(option.value, event.target.checked, event)}
            />
            <span className="face">
              <span>{option.label}</span>
              {option.hint && (
                <span className="about" id={`${id}-about-${index}`}>
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      {fault && <FaultLine id={`${id}-fault`}>{fault}</FaultLine>}
    </fieldset>
  );
}
