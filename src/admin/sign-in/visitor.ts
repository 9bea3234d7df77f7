import type { SignedIn } from '../../staff/staff-member.ts';
import type { Locals } from '../reader.ts';

/** From which browser and which network a request comes. */
export function visitorOf({ admin }: Locals): { readonly headers: Headers; readonly client: string } {
  if (!admin) throw new Error('A page of the admin form is handed who visits it.');
  return { headers: admin.headers, client: admin.client };
}

/** Who is signed in, on a page that nobody else reaches. */
export function signedInOf({ admin }: Locals): SignedIn {
  if (!admin?.signedIn) throw new Error('This page is for who is signed in.');
  return admin.signedIn;
}
