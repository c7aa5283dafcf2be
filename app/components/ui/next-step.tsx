/** The one next step of a screen: what, why, and one sunny button. Without a next step the block is not rendered at all. */
import { type ReactNode, useId } from "react";

/** `children` is the button, of kind `sunny`. */
export function NextStep({ title, reason, children }: { title: ReactNode; reason?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="next" aria-labelledby={id}>
      <svg className="half" viewBox="0 0 68 38" aria-hidden="true">
        <path d="M8 38a26 26 0 0 1 52 0z" fill="currentColor" />
      </svg>
      <div>
        <h2 id={id}>{title}</h2>
        {reason && <p>{reason}</p>}
      </div>
      <div className="do">{children}</div>
    </section>
  );
}
