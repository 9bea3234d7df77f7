import { ADMIN_ROUTES, type AdminRoute, type Shape } from './admin-routes.ts';

const SHAPES: Readonly<Record<Shape, string>> = {
  uuid: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  id: '(?=[^/]{1,80}(?:/|$))[a-z0-9]+(?:-[a-z0-9]+)*',
  edition: '[1-9]\\d{0,8}',
  token: '[\\w-]{20,100}',
  rest: '[\\w-]{1,80}(?:/[\\w-]{1,80}){0,4}',
};

const routes = ADMIN_ROUTES.map((route) => ({ route, pattern: patternOf(route) }));

/** The line of the table for a path without its language; none when there is nothing at such an address. */
export function adminRouteAt(path: string): AdminRoute | undefined {
  return routes.find(({ pattern }) => pattern.test(path))?.route;
}

/** What the addresses of a route look like. A part in brackets has the shape that the route gives it. */
function patternOf({ path, shapes = {} }: AdminRoute): RegExp {
  const parts = path.split('/').map((part) => {
    const name = /^\[(?:\.{3})?(\w+)\]$/.exec(part)?.[1];
    if (name === undefined) return RegExp.escape(part);
    const shape = shapes[name];
    if (shape === undefined) throw new Error(`The table of admin routes gives ${name} in ${path} no shape.`);
    return SHAPES[shape];
  });
  return new RegExp(`^${parts.join('/')}$`);
}
