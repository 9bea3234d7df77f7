import type { IncomingMessage } from 'node:http';
import type { ReceivedForm } from '../../forms/received-form.ts';
import { mayAs } from '../../staff/roles.ts';
import type { SignedIn } from '../../staff/staff-member.ts';
import type { ClientAddress } from '../client-address.ts';
import { parseForm } from '../forms/parse-form.ts';
import { LARGEST_BODY, LARGEST_BODY_WITH_FILES } from '../limits.ts';
import { readBody } from '../request-body.ts';
import type { AdminPlace } from '../resolve.ts';
import type { AdminLocals } from './admin-locals.ts';
import { problemOf, type AdminFault } from './admin-problem.ts';
import type { AdminRoute, Need } from './admin-routes.ts';
import type { Doorkeeper } from './doorkeeper.ts';
import { identifyingHeaders } from './identifying-headers.ts';
import { adminRouteAt } from './match-admin-route.ts';
import { isSentByOwnPage } from './own-request.ts';
import { readAdminQuery } from './read-admin-query.ts';

/** What the gate says to a request for the admin form. */
export type Decision =
  /** The page may be made, and is handed this. */
  | { readonly kind: 'page'; readonly admin: AdminLocals; readonly route: AdminRoute }
  /** The page that says why there is no other may be made. */
  | { readonly kind: 'problem'; readonly admin: AdminLocals; readonly isUnread?: true }
  /** The reader is sent on: to where they have to be first, or to the one way of writing this address. */
  | { readonly kind: 'elsewhere'; readonly to: string }
  | { readonly kind: 'no-method'; readonly methods: readonly string[] };

export interface GateParts {
  /** The origin readers use. */
  readonly publicUrl: string;
  readonly doorkeeper: Doorkeeper;
  readonly clientAddress: ClientAddress;
}

/** A request on its way through the gate. */
interface Visit {
  readonly request: IncomingMessage;
  readonly place: AdminPlace;
  readonly route: AdminRoute;
  readonly signedIn: SignedIn | undefined;
  /** What its page is handed, as far as that is known. */
  readonly admin: AdminLocals;
}

/**
 * Lets requests in to the admin form by the one table of its addresses, before any page is asked. Whatever is not
 * allowed there does not happen, whatever a page may think of it.
 */
export class AdminGate {
  readonly #parts: GateParts;

  constructor(parts: GateParts) {
    this.#parts = parts;
  }

  async decide(request: IncomingMessage, place: AdminPlace): Promise<Decision> {
    const route = adminRouteAt(place.path);
    const method = request.method ?? '';
    if (route && !methodsOf(route).includes(method)) return { kind: 'no-method', methods: methodsOf(route) };
    if (route && method !== 'POST' && !place.isCanonical) return { kind: 'elsewhere', to: canonical(place) };
    // Asked before anything else, so that a form from elsewhere costs nothing and learns nothing.
    if (method === 'POST' && !isSentByOwnPage(request.headers, this.#parts.publicUrl))
      return problem(this.#locals(request, place, route, undefined), 'foreign-form');
    return this.#decideFor(request, place, route);
  }

  async #decideFor(
    request: IncomingMessage,
    place: AdminPlace,
    route: AdminRoute | undefined,
  ): Promise<Decision> {
    const nobody = this.#locals(request, place, route, undefined);
    const signedIn = await this.#parts.doorkeeper.signedInBy(nobody.headers);
    const admin = { ...nobody, signedIn };
    if (!route) return problem(admin, 'not-found');
    const visit = { request, place, route, signedIn, admin };
    const refusal = await this.#admit(visit, route.get, 'not-allowed');
    if (refusal) return refusal;
    return request.method === 'POST' ? this.#receive(visit) : this.#read(visit);
  }

  #locals(
    request: IncomingMessage,
    { path, search }: AdminPlace,
    route: AdminRoute | undefined,
    signedIn: SignedIn | undefined,
  ): AdminLocals {
    const query = route ? readAdminQuery(route, search) : { values: {}, search: '' };
    return {
      route,
      page: path + query.search,
      signedIn,
      form: undefined,
      query: query.values,
      client: this.#parts.clientAddress(request),
      headers: identifyingHeaders(request, this.#parts.publicUrl),
    };
  }

  #read(visit: Visit): Decision {
    return this.#askAnew(visit, 'get') ?? { kind: 'page', route: visit.route, admin: visit.admin };
  }

  /** Reads the form and lets it through if it asks for what its sender may do. */
  async #receive(visit: Visit): Promise<Decision> {
    const { request, route, admin } = visit;
    const form = await receiveForm(request, route);
    if (typeof form === 'string') return problem(admin, form);
    const need = needOf(route, form);
    if (need === undefined) return problem(admin, 'broken-form');
    const refusal = await this.#admit(visit, need, 'action-not-allowed');
    if (refusal) return refusal;
    return this.#askAnew(visit, form.action) ?? { kind: 'page', route, admin: { ...admin, form } };
  }

  /** Why somebody may not do what needs this; undefined when they may. */
  async #admit(visit: Visit, need: Need, fault: AdminFault): Promise<Decision | undefined> {
    const { signedIn, place, admin } = visit;
    if (need === 'anyone') return undefined;
    if (!signedIn) return signInFirst(visit);
    if (need === 'member') return undefined;
    if (!mayAs(signedIn.member.role, need)) return problem(admin, fault);
    const isOwing = await this.#parts.doorkeeper.secondFactorOwed(signedIn.member);
    return isOwing ? elsewhere(place, '/admin/account/second-factor') : undefined;
  }

  /** Sends those who have not just shown who they are to where they do, and from there back to the page. */
  #askAnew({ route, place, signedIn, admin }: Visit, deed: string): Decision | undefined {
    if (!route.fresh?.includes(deed) || !signedIn || this.#parts.doorkeeper.isFresh(signedIn))
      return undefined;
    return elsewhere(place, '/admin/confirm', admin.page);
  }
}

function methodsOf({ actions }: AdminRoute): readonly string[] {
  return actions ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD'];
}

function canonical({ prefix, path, search }: AdminPlace): string {
  return prefix + path + (search === '' ? '' : `?${search}`);
}

/** A reader is shown where to sign in; whoever sent a form is told that it came too late, so that they can send it again. */
function signInFirst({ request, place, admin }: Visit): Decision {
  if (request.method === 'POST') return problem(admin, 'signed-out');
  return elsewhere(place, '/admin/sign-in', admin.page === '/admin' ? undefined : admin.page);
}

/** @param next the page to go on to from there */
function elsewhere({ prefix }: AdminPlace, path: string, next?: string): Decision {
  const search = next === undefined ? '' : `?${new URLSearchParams({ next }).toString()}`;
  return { kind: 'elsewhere', to: prefix + path + search };
}

function problem(admin: AdminLocals, fault: AdminFault): Decision {
  // What is too large is still coming.
  const unread = fault === 'form-too-large' ? ({ isUnread: true } as const) : {};
  return { kind: 'problem', admin: { ...admin, problem: problemOf(fault) }, ...unread };
}

async function receiveForm(
  request: IncomingMessage,
  { files = false }: AdminRoute,
): Promise<ReceivedForm | AdminFault> {
  const { 'content-type': type, 'content-encoding': coding } = request.headers;
  if (coding !== undefined && coding !== 'identity') return 'not-a-form';
  const isMultipart = /^multipart\//i.test(type ?? '');
  const body = await readBody(request, files && isMultipart ? LARGEST_BODY_WITH_FILES : LARGEST_BODY);
  return body === 'too-large' ? 'form-too-large' : parseForm(body, type, files);
}

/** What its action needs; undefined when the page has no such action. */
function needOf({ actions = {} }: AdminRoute, { action }: ReceivedForm): Need | undefined {
  return Object.hasOwn(actions, action) ? actions[action] : undefined;
}
