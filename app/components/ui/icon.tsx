/** An icon: a line drawing in the colour of the text around it, hidden from screen readers because words stand beside it. */
import type { SVGProps } from "react";
import { drawings, type IconName } from "./icon-drawings.ts";

export type { IconName };

/** `size` is in CSS pixels; without it the icon is as high as one and a quarter of the text. */
export function Icon({
  name,
  size,
  className,
  ...rest
}: { name: IconName; size?: number } & Omit<SVGProps<SVGSVGElement>, "name">) {
  const style = size === undefined ? rest.style : { width: size, height: size, ...rest.style };
  return (
    <svg
      {...rest}
      viewBox="0 0 24 24"
      className={className ? `icon ${className}` : "icon"}
      style={style}
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
