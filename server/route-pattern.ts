import { matchRoutes, type RouteObject, type ServerBuild } from "react-router";

/**
 * Answers with the shape of a path, such as `/join/:code`. Logs and figures get this instead of the path itself, for a
 * path may be a key to a room; and as the site has a table of contents, there are only so many shapes.
 */
export const routePatterns = (routes: ServerBuild["routes"]) => {
  const under = (parent: string | undefined): RouteObject[] =>
    Object.values(routes).flatMap((route) => {
      if (!route || route.parentId !== parent) return [];
      const { id, path, index } = route;
      return index ? { id, path, index } : { id, path, children: under(id) };
    });
  const site = under(undefined);

  return (path: string): string => {
    if (path.startsWith("/assets/")) return "/assets/:file";
    // what a page asks for when one moves on to it: the same address with this ending
    const page = path.replace(/^\/_root\.data$/, "/").replace(/(\/_)?\.data$/, "");
    const parts = matchRoutes(site, page)?.flatMap(({ route }) => route.path || []) ?? ["*"];
    return `/${parts.join("/")}`;
  };
};
