/** Says aloud to which page one came, as a browser does by itself only when it loads a whole document. */
import { useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";

/** Holds the title of the page after each step to another path; empty on the first page. */
export function PageAnnouncer() {
  const { pathname } = useLocation();
  const [title, setTitle] = useState("");
  const said = useRef(pathname);
  useEffect(() => {
    if (said.current === pathname) return;
    said.current = pathname;
    setTitle(document.title);
  }, [pathname]);
  return (
    <p className="vh" role="status">
      {title}
    </p>
  );
}
