/** A notice in the page: something to look at (`mind`), something that failed (`wrong`), something to know (`calm`). */
import type { ComponentProps, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

const icons: Record<"mind" | "wrong" | "calm", IconName> = { mind: "eye", wrong: "warning", calm: "info" };

/** `action` holds the way out: one or two buttons. `live` announces it when it appears on a page that is already there. */
export function Notice({
  kind,
  title,
  icon,
  action,
  live = false,
  level = 2,
  className,
  children,
  ...rest
}: {
  kind: "mind" | "wrong" | "calm";
  title?: ReactNode;
  icon?: IconName;
  action?: ReactNode;
  live?: boolean;
  level?: 2 | 3 | 4;
  children?: ReactNode;
} & Omit<ComponentProps<"div">, "title">) {
  const Head = `h${level}` as const;
  const role = live ? (kind === "wrong" ? "alert" : "status") : undefined;
  return (
    <div {...rest} role={rest.role ?? role} className={className ? `notice ${kind} ${className}` : `notice ${kind}`}>
      <Icon name={icon ?? icons[kind]} />
      <div className="body">
        {title && <Head>{title}</Head>}
        {typeof children === "string" ? <p>{children}</p> : children}
        {action && <div className="row">{action}</div>}
      </div>
    </div>
  );
}
