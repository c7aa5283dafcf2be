/**
 * The framework's settings. React Router (Remix's successor) reads only `react-router.config.ts`, which re-exports this file.
 * @type {import("@react-router/dev/config").Config}
 */
export default {
  appDirectory: "app",
  ssr: true,
  future: {
    v8_middleware: true,
    v8_passThroughRequests: true,
    v8_splitRouteModules: true,
    v8_trailingSlashAwareDataRequests: true,
    v8_viteEnvironmentApi: true,
  },
};
