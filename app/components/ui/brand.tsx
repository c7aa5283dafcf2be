/** The mark: a sun on the horizon above two furrows, which is an eye too; with the name, and a link home unless told otherwise. */
import { Link } from "react-router";

export function Mark() {
  return (
    <svg
      viewBox="0 0 36 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M9.6 14a8.4 8.4 0 0 1 16.8 0z" fill="var(--sun)" stroke="none" />
      <path d="M2 17.4h32" />
      <path d="M5.5 21.2c3.2 5.6 7.8 8.4 12.5 8.4s9.3-2.8 12.5-8.4" />
      <path d="M12.4 21.2c1.5 2.2 3.4 3.3 5.6 3.3s4.1-1.1 5.6-3.3" />
    </svg>
  );
}

/** `to={null}` shows the mark without a link, as on the shared screen. */
export function Brand({ to = "/", withName = true }: { to?: string | null; withName?: boolean }) {
  const inside = (
    <>
      <Mark />
      <span className={withName ? undefined : "vh"}>Leeroogst</span>
    </>
  );
  return to === null ? (
    <span className="brand">{inside}</span>
  ) : (
    <Link className="brand" to={to}>
      {inside}
    </Link>
  );
}
