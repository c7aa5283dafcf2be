/** Switches for language and theme: forms that work without JavaScript and bring one back to the same page. */
import { Form, useLocation } from "react-router";
import { type Language, languages } from "#app/domain/languages.ts";
import { common } from "#app/messages/common.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";

export const themeChoices = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const languageNames: Record<Language, string> = { nl: "Nederlands", en: "English" };

function Back() {
  const { pathname, search } = useLocation();
  return <input type="hidden" name="back" value={pathname + search} />;
}

/** One button per language, each in its own language. */
export function LanguageSwitch() {
  const words = useMessages(common);
  const language = useLanguage();
  return (
    <Form method="post" action="/preferences" aria-label={words.languageSwitch}>
      <Back />
      {languages.map((one) => (
        <button key={one} name="language" value={one} type="submit" lang={one} aria-pressed={one === language}>
          {languageNames[one]}
        </button>
      ))}
    </Form>
  );
}

/** One button per theme: as the device says, light, dark. */
export function ThemeSwitch({ theme }: { theme: ThemeChoice }) {
  const words = useMessages(common);
  return (
    <Form method="post" action="/preferences" aria-label={words.themeSwitch}>
      <Back />
      {themeChoices.map((one) => (
        <button key={one} name="theme" value={one} type="submit" aria-pressed={one === theme}>
          {words.themeChoices[one]}
        </button>
      ))}
    </Form>
  );
}

/** Both switches in one line. */
export function Preferences({ theme = "system" }: { theme?: ThemeChoice }) {
  return (
    <div className="prefs">
      <LanguageSwitch />
      <ThemeSwitch theme={theme} />
    </div>
  );
}
