/** The value that scripts of one answer carry; empty in the browser, which hides it. */
import { createContext } from "react";

export const NonceContext = createContext<string | undefined>(undefined);
