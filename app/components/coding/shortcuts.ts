/** Keys for the whole page: never in a field, and the ones of a single character only while the reader wants them. */
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";

/** Runs as soon as the page is changed, before anybody can press or point; on the server not at all. */
export const useBrowserLayoutEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;

const storageKey = "leeroogst.single-keys";
const listeners = new Set<() => void>();
let remembered: boolean | null = null;

function readPreference(): boolean {
  if (remembered === null) {
    try {
      remembered = window.localStorage.getItem(storageKey) !== "off";
    } catch {
      remembered = true;
    }
  }
  return remembered;
}

function subscribe(listener: () => void): () => void {
  const fromOtherWindow = (event: StorageEvent) => {
    if (event.key !== storageKey) return;
    remembered = event.newValue !== "off";
    listener();
  };
  listeners.add(listener);
  window.addEventListener("storage", fromOtherWindow);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", fromOtherWindow);
  };
}

/** Switches keys of one character on or off in this browser, in all its windows. Where nothing can be kept it lasts until the page closes. */
export function switchSingleKeys(on: boolean): void {
  remembered = on;
  try {
    window.localStorage.setItem(storageKey, on ? "on" : "off");
  } catch {
    // Private windows may refuse to keep anything; the switch still works on this page.
  }
  for (const listener of listeners) listener();
}

/** Whether keys of one character are on; they are until somebody switches them off. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, readPreference, () => true);
}

/** Whether something that takes typing or letters of its own has the focus: then no key of ours may fire. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      "input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=combobox], [role=textbox], [role=listbox], [role=menu], dialog[open]",
    ) !== null
  );
}

/**
 * Calls `press` for each key on the page that is not meant for a field; when it answers true the key is spent and the browser does
 * nothing with it.
 */
export function usePageKeys(press: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(press);
  useBrowserLayoutEffect(() => {
    latest.current = press;
  });
  useBrowserLayoutEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || isField(event.target)) return;
      if (latest.current(event)) event.preventDefault();
    }
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
