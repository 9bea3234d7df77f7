import type { Link } from '../register/views/link.ts';
import type { AdminFault, AdminProblem } from '../web/admin/admin-problem.ts';
import type { AdminLocals } from '../web/admin/admin-locals.ts';
import { adminAddresses } from './admin-addresses.ts';
import { adminFrame, plainFrame, type AdminFrame, type PlainFrame } from './frame.ts';
import type { AdminReader } from './reader.ts';

/** The page that says why a request for the admin form has no other answer. */
export interface AdminProblemPage {
  readonly status: AdminProblem['status'];
  /** Exactly one of the two: the frame of staff, or the plain one when nobody is signed in. */
  readonly staff: AdminFrame | undefined;
  readonly plain: PlainFrame | undefined;
  readonly text: string;
  /** What is in the way, one by one. */
  readonly reasons: readonly string[];
  /** Opens beside the page: as long as that stays open, the browser can send what was typed again. */
  readonly signIn: Link | undefined;
  readonly links: readonly Link[];
}

/** @throws Error when there is no problem: only the gate asks for this page */
export function readAdminProblemPage(reader: AdminReader): AdminProblemPage {
  const { words, admin, context } = reader;
  if (!admin?.problem) throw new Error('This page is shown where there is a problem.');
  const { fault, status, reasons } = admin.problem;
  const title = words.t(`gate.${fault}.title`);
  return {
    status,
    staff: admin.signedIn && adminFrame(reader, { title, section: 'home' }),
    plain: admin.signedIn ? undefined : plainFrame(reader, { title }),
    text: words.t(`gate.${fault}.text`, { address: context.configuration.publicUrl }),
    reasons,
    signIn:
      fault === 'signed-out'
        ? { text: words.t('gate.link.sign-in'), href: adminAddresses(reader.addresses).signIn() }
        : undefined,
    links: linksFor(reader, admin, fault),
  };
}

function linksFor({ words, addresses }: AdminReader, admin: AdminLocals, fault: AdminFault): Link[] {
  const staff = adminAddresses(addresses);
  const register = { text: words.t('gate.link.register'), href: addresses.register() };
  const overview = { text: words.t('gate.link.home'), href: staff.home() };
  const elsewhere = admin.signedIn ? overview : register;
  switch (fault) {
    case 'signed-out':
      return [];
    case 'not-found':
    case 'not-allowed':
      return admin.signedIn ? [overview, register] : [register];
    default:
      return [pageItself(), elsewhere];
  }

  function pageItself(): Link {
    return {
      text: words.t('gate.link.page'),
      href: addresses.translated(admin.page, addresses.language),
    };
  }
}
