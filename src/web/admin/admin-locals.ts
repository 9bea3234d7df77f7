import type { ReceivedForm } from '../../forms/received-form.ts';
import type { SignedIn } from '../../staff/staff-member.ts';
import type { AdminProblem } from './admin-problem.ts';
import type { AdminRoute } from './admin-routes.ts';

/** What pages of the admin form are handed beside what every page is. */
export interface AdminLocals {
  /** Absent on the page that says why there is no other. */
  readonly route: AdminRoute | undefined;
  /** The path with its query, without the language: `/admin/drafts/new?what=add`. */
  readonly page: string;
  /** Absent on pages for anyone when nobody is signed in. */
  readonly signedIn: SignedIn | undefined;
  /** On POST: what was sent. Its action is one of the route's, and whoever sent it may do it. */
  readonly form: ReceivedForm | undefined;
  /** The parameters of the query that the route knows, first values only. Hostile text. */
  readonly query: Readonly<Record<string, string>>;
  /** The address the request came from, by which failures are slowed down: of IPv6 the network, `2001:db8::/64`. */
  readonly client: string;
  /** The headers of the request that say who sends it, for the library for sign-in. */
  readonly headers: Headers;
  /** On the page that says why there is no other: what is wrong. */
  readonly problem?: AdminProblem;
}
