/** What stands where nothing is yet: a kind sentence, the first step, and for a whole page the field that waits. */
import type { ReactNode } from "react";

function Plots() {
  return (
    <svg className="plots" viewBox="0 0 400 290" fill="none" aria-hidden="true">
      <path d="M128 104a72 72 0 0 1 144 0z" fill="var(--sun)" />
      <path d="M6 106h388" stroke="var(--ink)" strokeWidth="3" strokeLinecap="round" />
      <path d="M177 128h46l16 148h-78z" fill="var(--sun-tint)" />
      <g stroke="var(--edge)" strokeWidth="2.2" strokeLinecap="round">
        <path
          d="M85 128 5 276M131 128 83 276M269 128l48 148M315 128l80 148M85 128h230M5 276h390"
          strokeDasharray="2 7"
        />
        <path d="M177 128h46l16 148h-78z" strokeLinejoin="round" />
      </g>
      <path d="M200 190v34M183 207h34" stroke="var(--ink)" strokeWidth="3.2" strokeLinecap="round" />
    </svg>
  );
}

/** `size` `page` is the whole screen with the drawing; `part` is one section of a page. `level` is that of the heading. */
export function EmptyState({
  title,
  kicker,
  children,
  action,
  size = "page",
  level,
}: {
  title: ReactNode;
  kicker?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  size?: "page" | "part";
  level?: 1 | 2 | 3;
}) {
  const Head = `h${level ?? 2}` as const;
  return (
    <div className={size === "page" ? "blank" : "blank small-one"}>
      <div className="text">
        {kicker && <p className="eyebrow">{kicker}</p>}
        <Head>{title}</Head>
        {typeof children === "string" ? <p>{children}</p> : children}
        {action && <div className="row do">{action}</div>}
      </div>
      {size === "page" && <Plots />}
    </div>
  );
}
