/** Renders a page on the server, streaming it to people and whole to robots, and logs faults without their content. */
import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { type EntryContext, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from "react-router";
import { requestContext } from "./context.server.ts";
import { NonceContext } from "./nonce.ts";
import { faultPlace } from "./server/log.server.ts";

/** How long a page may take to render, in milliseconds. */
export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> | Response {
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const { nonce, log, requestId } = loadContext.get(requestContext);
  const whole = isbot(request.headers.get("user-agent") ?? "");
  return new Promise((resolve, reject) => {
    function send(): void {
      const body = new PassThrough();
      body.once("close", () => clearTimeout(deadline));
      resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
      rendering.pipe(body);
    }
    const rendering = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onShellReady: whole ? undefined : send,
        onAllReady: whole ? send : undefined,
        onShellError: reject,
        onError: (error) => log({ event: "fault", requestId, place: faultPlace(error) }),
      },
    );
    const deadline = setTimeout(() => rendering.abort(), streamTimeout + 1_000);
  });
}

/** Logs what is not an answer we meant to give. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const { log, requestId } = context.get(requestContext);
  log({ event: "fault", requestId, place: faultPlace(error) });
}
