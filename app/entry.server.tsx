/** Renders a page on the server, whole, and logs faults without their content. */
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { renderToPipeableStream } from "react-dom/server";
import { type EntryContext, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from "react-router";
import { requestContext } from "./context.server.ts";
import { NonceContext } from "./nonce.ts";
import { faultPlace } from "./server/log.server.ts";

/** No page waits for data once it renders, so that pages are sent in one piece: that takes the server less time than many small ones. */
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
  return new Promise((resolve, reject) => {
    const rendering = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady: () => {
          const body = buffer(rendering.pipe(new PassThrough()));
          resolve(body.then((bytes) => new Response(bytes, { status, headers })));
        },
        onShellError: reject,
        onError: (error) => log({ event: "fault", requestId, place: faultPlace(error) }),
      },
    );
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
