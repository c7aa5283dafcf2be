/** The way in: the field at evening on one side, what there is to do on the other. */
import type { ReactNode } from "react";
import { useRouteLoaderData } from "react-router";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";
import { Brand } from "./ui/brand.tsx";
import { FieldScene } from "./ui/field-scene.tsx";
import { Preferences, type ThemeChoice } from "./ui/preferences.tsx";

export function Door({ title, intro, children }: { title: string; intro: string; children: ReactNode }) {
  const words = useMessages(common);
  const known: { theme?: ThemeChoice } | undefined = useRouteLoaderData("root");
  return (
    <div className="door full">
      <div className="art">
        <FieldScene />
        <Brand />
        <p className="big">{words.tagline}</p>
      </div>
      <div className="inside">
        <h1>{title}</h1>
        <p className="soft">{intro}</p>
        {children}
        <Preferences theme={known?.theme} />
      </div>
    </div>
  );
}
