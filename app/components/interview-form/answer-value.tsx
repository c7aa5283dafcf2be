/** The control for each of the seven answer types, on the browser's own inputs, under the form name `value`. */
import { type Control, useController } from "react-hook-form";
import { ChoiceGroup } from "#app/components/ui/choice.tsx";
import { FaultLine, TextField } from "#app/components/ui/field.tsx";
import { longestText } from "#app/domain/answer.ts";
import type { AskedQuestion, RawAnswer } from "#app/domain/asked.ts";
import type { Language } from "#app/domain/languages.ts";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";

type Props = {
  question: AskedQuestion;
  control: Control<RawAnswer>;
  /** What the field is called, and the id of the question's text that it answers. */
  label: string;
  labelledBy: string;
  placeholder?: string;
  hint?: string;
  fault?: string;
  /** The language of the interview: labels of options are said in it. */
  spoken: Language;
};

function TextValue({ question, control, label, labelledBy, placeholder, hint, fault }: Props) {
  const { field } = useController({ control, name: "value" });
  const describedBy = [hint ? "answer-hint" : "", fault ? "answer-fault" : ""].filter(Boolean).join(" ") || undefined;
  const shared = {
    id: "answer-value",
    name: "value",
    className: "stem",
    value: String(field.value ?? ""),
    onChange: field.onChange,
    onBlur: field.onBlur,
    "aria-labelledby": `${labelledBy} answer-label`,
    "aria-describedby": describedBy,
    "aria-invalid": fault ? true : undefined,
    placeholder,
  };
  return (
    <div className="answer-text">
      <label id="answer-label" htmlFor="answer-value">
        {label}
      </label>
      {question.type === "long-text" ? (
        <textarea {...shared} ref={field.ref} rows={6} maxLength={longestText["long-text"]} />
      ) : (
        <input {...shared} ref={field.ref} type="text" maxLength={longestText["short-text"]} autoComplete="off" />
      )}
      {hint && (
        <p className="hint" id="answer-hint">
          {hint}
        </p>
      )}
      {fault && <FaultLine id="answer-fault">{fault}</FaultLine>}
    </div>
  );
}

function ChoiceValue({ question, control, label, hint, fault, spoken }: Props) {
  const { field } = useController({ control, name: "value" });
  const several = question.type === "multi-choice";
  const chosen = several ? [field.value].flat() : String(field.value ?? "");
  return (
    <ChoiceGroup
      legend={label}
      name="value"
      type={several ? "checkbox" : "radio"}
      layout="list"
      options={(question.options ?? []).map((option) => ({ value: option.value, label: option.label[spoken] }))}
      value={chosen}
      hint={hint}
      fault={fault}
      onChange={(value, on) => {
        if (!several) field.onChange(value);
        else field.onChange(on ? [...chosen, value] : [chosen].flat().filter((one) => one !== value));
      }}
    />
  );
}

function YesNoValue({ control, label, hint, fault, spoken }: Props) {
  const { field } = useController({ control, name: "value" });
  const options = [
    { value: "yes", label: common[spoken].yes },
    { value: "no", label: common[spoken].no },
  ];
  return (
    <ChoiceGroup
      legend={label}
      name="value"
      type="radio"
      options={options}
      value={String(field.value ?? "")}
      hint={hint}
      fault={fault}
      onChange={(value) => field.onChange(value)}
    />
  );
}

function ScaleValue({ question, control, label, fault, spoken }: Props) {
  const { field } = useController({ control, name: "value" });
  const steps = Array.from({ length: 10 }, (_, index) => String(index + 1));
  return (
    <div className="scale">
      <ChoiceGroup
        legend={label}
        name="value"
        type="radio"
        className="scale-steps"
        options={steps.map((value) => ({ value, label: value }))}
        value={String(field.value ?? "")}
        fault={fault}
        onChange={(value) => field.onChange(value)}
      />
      {question.scale && (
        <p className="scale-ends">
          <span>1: {question.scale.minLabel[spoken]}</span>
          <span>10: {question.scale.maxLabel[spoken]}</span>
        </p>
      )}
    </div>
  );
}

function DateValue({ question, control, label, fault }: Props) {
  const { field } = useController({ control, name: "value" });
  return (
    <TextField
      label={label}
      name="value"
      type={question.precision === "month" ? "month" : "date"}
      value={String(field.value ?? "")}
      onChange={field.onChange}
      onBlur={field.onBlur}
      ref={field.ref}
      fault={fault}
    />
  );
}

/** The control that fits the question's type. */
export function AnswerValue(props: Props) {
  const words = useMessages(common);
  const fault =
    props.fault === undefined
      ? undefined
      : (words.faults[props.fault as keyof typeof words.faults] ?? words.faults.wrong);
  const shown = { ...props, fault };
  switch (props.question.type) {
    case "long-text":
    case "short-text":
      return <TextValue {...shown} />;
    case "single-choice":
    case "multi-choice":
      return <ChoiceValue {...shown} />;
    case "yes-no":
      return <YesNoValue {...shown} />;
    case "scale-1-10":
      return <ScaleValue {...shown} />;
    case "date":
      return <DateValue {...shown} />;
  }
}
