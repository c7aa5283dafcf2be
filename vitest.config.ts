import { defineConfig } from "vitest/config";

/** Tests of logic, stores and routes run in Node; tests of components (`*.test.tsx`) in a simulated browser. */
export default defineConfig({
  /** As Node itself resolves packages; else the router would be there twice, with classes that do not know each other. */
  ssr: { resolve: { conditions: ["module-sync", "module", "node", "development|production"] } },
  test: {
    setupFiles: ["tests/setup.ts"],
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: "node", environment: "node", include: ["tests/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "browser",
          environment: "jsdom",
          include: ["tests/**/*.test.tsx"],
          setupFiles: ["tests/setup-browser.ts"],
        },
      },
    ],
  },
});
