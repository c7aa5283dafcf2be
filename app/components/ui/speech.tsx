/** The words of a parent, youth or professional: always in the serif, so that nobody has to ask who says this. */
import type { ComponentProps, ReactNode } from "react";

/** `as` picks the element; `quote` sets it larger, as a quotation on its own. */
export function Speech({
  as: Element = "p",
  quote = false,
  className,
  children,
  ...rest
}: {
  as?: "p" | "span" | "div" | "q" | "blockquote" | "dd" | "li";
  quote?: boolean;
  children: ReactNode;
} & Pick<ComponentProps<"p">, "className" | "id" | "lang" | "style">) {
  const names = ["speech", quote ? "quote" : "", className ?? ""].filter(Boolean).join(" ");
  return (
    <Element {...rest} className={names}>
      {children}
    </Element>
  );
}
