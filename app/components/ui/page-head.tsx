/** The head of a page: where one is, what the page is about, and at most one action beside it. */
import type { ReactNode } from "react";

export function PageHead({
  title,
  kicker,
  intro,
  action,
  className,
}: {
  title: ReactNode;
  kicker?: ReactNode;
  intro?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div className={className ? `page-head ${className}` : "page-head"}>
      <div className="text">
        {kicker && <p className="eyebrow">{kicker}</p>}
        <h1>{title}</h1>
        {intro && <p className="intro">{intro}</p>}
      </div>
      {action && <div className="row">{action}</div>}
    </div>
  );
}
