import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { AdminReader } from '../../../src/admin/reader.ts';
import { uuidV7 } from '../../../src/audit/uuid-v7.ts';
import { parseConfiguration } from '../../../src/configuration.ts';
import { closeContext, createContext, type Context } from '../../../src/context.ts';
import type { DraftContent } from '../../../src/drafts/draft-content.ts';
import { beginDraft } from '../../../src/drafts/begin-draft.ts';
import type { ReceivedForm } from '../../../src/forms/received-form.ts';
import { addresses } from '../../../src/language/addresses.ts';
import { wordsFor } from '../../../src/language/words.ts';
import { createLog } from '../../../src/log.ts';
import { loadSample } from '../../../src/sample/load-sample.ts';
import type { StaffRole } from '../../../src/staff/roles.ts';
import type { StaffMember } from '../../../src/staff/staff-member.ts';
import { today } from '../../../src/today.ts';
import { ADMIN_ROUTES } from '../../../src/web/admin/admin-routes.ts';
import { newStaff } from '../../support/staff.ts';
import { StandingClock } from '../support/register.ts';

/** The day of the tests: a Sunday, in the organisation's zone. */
export const NOW = '2026-11-22T12:00:00Z';

/** A registry with the sample in it, and staff who read its pages. */
export interface DeskStand {
  readonly context: Context;
  readonly clock: StandingClock;
  staff(role: StaffRole, name: string): Promise<StaffMember>;
  reader(member: StaffMember, query?: Readonly<Record<string, string>>, language?: string): AdminReader;
}

/** To be called once in a test file. */
export function useDesk(): () => Promise<DeskStand> {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  return async () => {
    const folder = await mkdtemp(join(tmpdir(), 'registry-desk-'));
    ends.push(() => rm(folder, { recursive: true }));
    const clock = new StandingClock(NOW);
    const configuration = parseConfiguration({ DATABASE_URL: `file:${folder}/registry.db` });
    const log = createLog({ level: 'silent', clock, write: () => undefined });
    const context = await createContext({ configuration, clock, log });
    ends.push(() => closeContext(context));
    await loadSample(context, 'smarttrackers');
    return {
      context,
      clock,
      staff: (role, name) => newStaff(context, role, name),
      reader: (member, query = {}, language = 'en') => readerOf(context, member, query, language),
    };
  };
}

function readerOf(
  context: Context,
  member: StaffMember,
  query: Readonly<Record<string, string>>,
  language: string,
): AdminReader {
  const [route] = ADMIN_ROUTES;
  if (!route) throw new Error('There are no pages for staff.');
  const at = context.clock.now().toString();
  return {
    context,
    words: wordsFor(context.content, language, 'en'),
    addresses: addresses('https://subprocessors.example.com', language, 'en'),
    today: today(context),
    admin: {
      route,
      page: '/admin',
      signedIn: { member, session: { id: 's', createdAt: at, confirmedAt: at } },
      form: undefined,
      query,
      client: '127.0.0.1',
      headers: new Headers(),
    },
  };
}

/** A draft that adds a third party of which much is missing. */
export function draftOf({ context }: DeskStand, actor: StaffMember, title: string) {
  const content: DraftContent = {
    kind: 'changes',
    changes: [
      {
        subject: { kind: 'third-party', id: idOf(title) },
        fields: [
          { field: 'kind', before: null, after: 'service' },
          { field: 'name/und', before: null, after: title },
          { field: 'processings/p1/scope', before: null, after: 'application' },
          { field: 'processings/p1/role', before: null, after: 'subprocessor' },
        ],
      },
    ],
  };
  const key = uuidV7(context.clock.now());
  return beginDraft(context, { actor: { kind: 'staff', id: actor.id }, key, title, content });
}

function idOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** A form as the page gets it. */
export function formOf(fields: Readonly<Record<string, string>>): ReceivedForm {
  return {
    action: 'save',
    argument: '',
    value: (name) => fields[name] ?? '',
    values: (name) => (fields[name] === undefined ? [] : [fields[name]]),
    names: () => Object.keys(fields),
    file: () => undefined,
  };
}
