import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

/** The server's own code is part of the router's build, so that both share one copy of every module. */
export default defineConfig({
  plugins: [reactRouter()],
  // Styles keep light-dark(), :has() and cascade layers as written: browsers from mid-2024 on.
  build: { target: "es2022", cssTarget: ["chrome123", "firefox128", "safari17.5"] },
  environments: {
    client: { build: { rolldownOptions: { treeshake: { manualPureFunctions: ["z"] } } } },
    ssr: { build: { rollupOptions: { input: "./app/server/main.server.ts" } } },
  },
});
