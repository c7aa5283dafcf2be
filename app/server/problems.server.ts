/** Puts the answer to a Problem around every loader and action of a build, and bounds on the forms that they read, so that no route can forget it. */
import { data, redirect, type ServerBuild } from "react-router";
import { Problem, problemStatus } from "../domain/problem.ts";

type Routes = ServerBuild["routes"];
type Handler = (parameters: { request: Request }) => unknown;

/** What is thrown in place of a Problem: a redirect to the sign-in page, a route error for a page, JSON for a route without a page. */
function answer(problem: Problem, request: Request, page: boolean): unknown {
  const status = problemStatus(problem.code);
  if (problem.code === "sign-in-required" && (page || request.method === "GET")) {
    const { pathname } = new URL(request.url);
    const from = pathname.replace(/(\/_root|\/_)?\.data$/, "") || "/";
    return redirect(from === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(from)}`);
  }
  const body = { problem: problem.code, details: problem.details };
  return page ? data(body, { status }) : Response.json(body, { status });
}

/** The most fields that a form of ours could ever have, many times over. */
const mostFields = 1000;

/** Lets a request read its form as a Problem when it is none (`invalid-input`) or has far too many fields (`too-large`). */
function boundForm(request: Request): void {
  const read = request.formData.bind(request);
  request.formData = async () => {
    const form = await read().catch(() => {
      throw new Problem("invalid-input", { fields: [{ path: "body", code: "not-a-form" }] });
    });
    if ([...form.keys()].length > mostFields) throw new Problem("too-large");
    return form;
  };
}

function guarded(handler: unknown, page: boolean): unknown {
  if (typeof handler !== "function") return handler;
  return async (parameters: Parameters<Handler>[0]) => {
    boundForm(parameters.request);
    try {
      return await (handler as Handler)(parameters);
    } catch (error) {
      if (error instanceof Problem) throw answer(error, parameters.request, page);
      throw error;
    }
  };
}

/** The same build, whose loaders and actions may throw a Problem. */
export function withProblemAnswers(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const page = route.module.default !== undefined;
    const { loader, action } = route.module;
    return [
      id,
      { ...route, module: { ...route.module, loader: guarded(loader, page), action: guarded(action, page) } },
    ];
  });
  return { ...build, routes: Object.fromEntries(routes) as Routes };
}
