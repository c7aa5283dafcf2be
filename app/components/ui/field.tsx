/** Fields with their label above, their hint below and their fault in words, tied to the control for screen readers. */
import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from "react";
import { Icon } from "./icon.tsx";

type Labelled = { label: ReactNode; hint?: ReactNode; fault?: ReactNode };

/** The `aria-describedby` of a control with this id inside a `Field`, or undefined when there is nothing to describe. */
export function describedBy(id: string, { hint, fault }: { hint?: ReactNode; fault?: ReactNode }): string | undefined {
  const ids = [fault ? `${id}-fault` : "", hint ? `${id}-hint` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** One fault in words, with a sign. */
export function FaultLine({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p className="fault" id={id}>
      <Icon name="alert" />
      <span>{children}</span>
    </p>
  );
}

/** For the `ref` of a form: each new answer of the server brings the focus to the first field with a fault, if there is one. */
export function useFirstFault(answer: unknown) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (answer === undefined) return;
    const wrong = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    const control = wrong instanceof HTMLFieldSetElement ? wrong.querySelector<HTMLElement>("input") : wrong;
    control?.focus();
  }, [answer]);
  return form;
}

/** Label, control, fault and hint of one field. The control inside has id `htmlFor` and `describedBy(htmlFor, …)`. */
export function Field({
  label,
  hint,
  fault,
  htmlFor,
  className,
  children,
}: Labelled & { htmlFor: string; className?: string; children: ReactNode }) {
  return (
    <div className={className ? `field ${className}` : "field"}>
      <label htmlFor={htmlFor}>{label}</label>
      {children}
      {fault && <FaultLine id={`${htmlFor}-fault`}>{fault}</FaultLine>}
      {hint && (
        <p className="hint" id={`${htmlFor}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

function joined(...ids: Array<string | undefined>): string | undefined {
  return ids.filter(Boolean).join(" ") || undefined;
}

/** A field of one line: text, e-mail, password, number, date, month. */
export function TextField({
  label,
  hint,
  fault,
  id,
  className,
  "aria-describedby": also,
  ...rest
}: Labelled & { name: string } & ComponentProps<"input">) {
  const made = useId();
  const own = id ?? made;
  return (
    <Field label={label} hint={hint} fault={fault} htmlFor={own}>
      <input
        type="text"
        {...rest}
        id={own}
        className={className ? `input ${className}` : "input"}
        aria-invalid={fault ? true : undefined}
        aria-describedby={joined(describedBy(own, { hint, fault }), also)}
      />
    </Field>
  );
}

/** A field of several lines that grows with its text; `serif` when a speaker's words go in. */
export function TextArea({
  label,
  hint,
  fault,
  id,
  serif = false,
  className,
  "aria-describedby": also,
  ...rest
}: Labelled & { name: string; serif?: boolean } & ComponentProps<"textarea">) {
  const made = useId();
  const own = id ?? made;
  return (
    <Field label={label} hint={hint} fault={fault} htmlFor={own}>
      <textarea
        {...rest}
        id={own}
        className={joined(serif ? "stem" : undefined, className)}
        aria-invalid={fault ? true : undefined}
        aria-describedby={joined(describedBy(own, { hint, fault }), also)}
      />
    </Field>
  );
}

/** A choice from a longer list, by the browser's own select. */
export function SelectField({
  label,
  hint,
  fault,
  id,
  options,
  className,
  "aria-describedby": also,
  ...rest
}: Labelled & { name: string; options: ReadonlyArray<{ value: string; label: string }> } & ComponentProps<"select">) {
  const made = useId();
  const own = id ?? made;
  return (
    <Field label={label} hint={hint} fault={fault} htmlFor={own}>
      <select
        {...rest}
        id={own}
        className={className ? `input ${className}` : "input"}
        aria-invalid={fault ? true : undefined}
        aria-describedby={joined(describedBy(own, { hint, fault }), also)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
