import type { ReceivedForm } from '../../forms/received-form.ts';
import { listSessions, revokeSession, signOutEverywhere, type SessionEntry } from '../../staff/sessions.ts';
import type { Handled } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { Locals } from '../reader.ts';
import type { Column, Row } from '../page-parts.ts';
import { orSignInRefused } from '../sign-in/sign-in-refusal.ts';
import { signedInOf } from '../sign-in/visitor.ts';
import { instantInWords } from '../instant.ts';
import { browserInWords } from './browser-in-words.ts';

/** The sessions of whoever is signed in, each with a button that ends it, except the one of this browser. */
export async function sessionsTable(
  locals: Locals,
): Promise<{ columns: readonly Column[]; rows: readonly Row[] }> {
  const { t } = locals.words;
  const { member, session } = signedInOf(locals);
  const entries = await listSessions(locals.context, member.id);
  return {
    columns: [
      { label: t('account.sessions.browser') },
      { label: t('account.sessions.begun') },
      { label: t('account.sessions.seen') },
      { label: t('account.sessions.action'), kind: 'action' },
    ],
    rows: entries.map((entry) => rowOf(locals, entry, entry.id === session.id)),
  };
}

function rowOf(locals: Locals, { id, begunAt, seenAt, browser }: SessionEntry, isHere: boolean): Row {
  const { t } = locals.words;
  const called = browserInWords(locals.words, browser);
  const end = {
    action: `revoke ${id}`,
    text: t('account.sessions.end'),
    about: t('account.sessions.end-about', { browser: called }),
  };
  return {
    cells: [
      {
        text: called,
        ...(isHere && { tags: [{ text: t('account.sessions.here'), tone: 'good' as const }] }),
      },
      { text: instantInWords(locals, begunAt), datetime: begunAt },
      { text: instantInWords(locals, seenAt), datetime: seenAt },
      isHere ? {} : { actions: [end] },
    ],
  };
}

/** Ends the session that the button named. */
export function revoke(locals: Locals, form: ReceivedForm): Promise<Handled> {
  return orSignInRefused<Handled>(locals, {}, async () => {
    await revokeSession(locals.context, { signedIn: signedInOf(locals), session: form.argument });
    return adminAddresses(locals.addresses).account({ done: 'session-ended' });
  });
}

/** Ends all sessions, this one included; gives the page to go on to. */
export async function leaveEverywhere(locals: Locals, cookies: string[]): Promise<string> {
  cookies.push(...(await signOutEverywhere(locals.context, signedInOf(locals))));
  return adminAddresses(locals.addresses).signIn({ done: 'signed-out-everywhere' });
}
