/** The way back: the pages above this one, in order; the last item is the page itself and needs no link. */
import { Link } from "react-router";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";

export function Crumbs({ items }: { items: ReadonlyArray<{ label: string; to?: string }> }) {
  const words = useMessages(common);
  return (
    <nav className="crumbs" aria-label={words.crumbs}>
      <ol>
        {items.map((item, index) => (
          <li key={`${item.to ?? ""} ${item.label}`}>
            {item.to ? (
              <Link to={item.to}>{item.label}</Link>
            ) : (
              <span aria-current={index === items.length - 1 ? "page" : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
