/** Buttons and links that look like buttons: primary (one per screen), sunny (on beet only), secondary and plain. */
import type { ComponentProps, ReactNode } from "react";
import { Link } from "react-router";
import { Icon, type IconName } from "./icon.tsx";

export type ButtonKind = "primary" | "sunny" | "secondary" | "plain";
export type ButtonSize = "slim" | "normal" | "big";

type Look = {
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: IconName;
  /** The arrow behind the words; there by itself on primary and sunny buttons. */
  arrow?: boolean;
};

function lookOf({ kind = "secondary", size = "normal", arrow }: Look, className: string | undefined) {
  const hasArrow = arrow ?? (kind === "primary" || kind === "sunny");
  const names = ["btn", kind, size === "normal" ? "" : size, hasArrow ? "has-arrow" : "", className ?? ""];
  return { hasArrow, className: names.filter(Boolean).join(" ") };
}

function Inside({ icon, hasArrow, children }: { icon: IconName | undefined; hasArrow: boolean; children: ReactNode }) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {hasArrow && <Icon name="arrow-right" />}
    </>
  );
}

/** A button; of type `submit` unless told otherwise. Give `aria-disabled` and a reason in text nearby when it cannot be used now. */
export function Button({
  kind,
  size,
  icon,
  arrow,
  className,
  children,
  type = "submit",
  ...rest
}: Look & ComponentProps<"button">) {
  const look = lookOf({ kind, size, arrow }, className);
  return (
    <button {...rest} type={type} className={look.className}>
      <Inside icon={icon} hasArrow={look.hasArrow}>
        {children}
      </Inside>
    </button>
  );
}

/** A link that looks like a button. `reloadDocument` makes it an ordinary link, for downloads. */
export function ButtonLink({
  kind,
  size,
  icon,
  arrow,
  className,
  children,
  ...rest
}: Look & ComponentProps<typeof Link>) {
  const look = lookOf({ kind, size, arrow }, className);
  return (
    <Link {...rest} className={look.className}>
      <Inside icon={icon} hasArrow={look.hasArrow}>
        {children}
      </Inside>
    </Link>
  );
}

/** A square button with only an icon; `label` is what it does, for everybody who cannot see it. */
export function IconButton({
  icon,
  label,
  className,
  type = "button",
  ...rest
}: { icon: IconName; label: string } & Omit<ComponentProps<"button">, "children">) {
  return (
    <button
      {...rest}
      type={type}
      className={className ? `iconbtn ${className}` : "iconbtn"}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}
