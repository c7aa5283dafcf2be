/** A question before something that cannot be undone, on the browser's own dialog; it opens without JavaScript as a popover too. */
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Form } from "react-router";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";
import { Button, type ButtonKind, type ButtonSize } from "./button.tsx";
import type { IconName } from "./icon.tsx";

/**
 * Either it brings its own button (`trigger`: the words on it), or the caller opens it with `open` and hears of closing by
 * `onClose`. Confirming posts `fields` to `action` (this page when left out), or calls `onConfirm` when that is given.
 * `children` says what happens and what is kept; fields among them are posted too.
 */
export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  cancelLabel,
  trigger,
  triggerKind = "secondary",
  triggerSize = "normal",
  triggerIcon,
  open,
  onClose,
  onConfirm,
  action,
  fields = {},
}: {
  title: ReactNode;
  children?: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  trigger?: ReactNode;
  triggerKind?: ButtonKind;
  triggerSize?: ButtonSize;
  triggerIcon?: IconName;
  open?: boolean;
  onClose?: () => void;
  onConfirm?: () => void;
  action?: string;
  fields?: Readonly<Record<string, string>>;
}) {
  const words = useMessages(common);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (!element || open === undefined) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);

  function close(): void {
    const element = dialog.current;
    if (element?.open) element.close();
    else onClose?.();
  }

  const inside = (
    <>
      <h2 id={`${id}-title`}>{title}</h2>
      {children && <div className="body">{typeof children === "string" ? <p>{children}</p> : children}</div>}
      <div className="row">
        {onConfirm ? (
          <Button
            kind="primary"
            arrow={false}
            type="button"
            onClick={() => {
              onConfirm();
              close();
            }}
          >
            {confirmLabel}
          </Button>
        ) : (
          <Button kind="primary" arrow={false}>
            {confirmLabel}
          </Button>
        )}
        <Button kind="plain" type="button" popoverTarget={id} popoverTargetAction="hide" onClick={close}>
          {cancelLabel ?? words.cancel}
        </Button>
      </div>
    </>
  );

  return (
    <>
      {trigger && (
        <Button
          kind={triggerKind}
          size={triggerSize}
          icon={triggerIcon}
          arrow={false}
          type="button"
          popoverTarget={id}
          aria-haspopup="dialog"
          onClick={(event) => {
            event.preventDefault();
            dialog.current?.showModal();
          }}
        >
          {trigger}
        </Button>
      )}
      <dialog ref={dialog} id={id} popover="auto" className="dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
        {onConfirm ? (
          inside
        ) : (
          <Form method="post" action={action} onSubmit={close}>
            {Object.entries(fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            {inside}
          </Form>
        )}
      </dialog>
    </>
  );
}
