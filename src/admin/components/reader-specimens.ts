import { lastEdition, noticeOf } from '../../domain/ledger.ts';
import { readNoticePage, type NoticeDate } from '../../register/read-notice-page.ts';
import { readRegisterPage } from '../../register/read-register-page.ts';
import { readThirdPartyPage } from '../../register/read-third-party-page.ts';
import type { AsOf } from '../../register/views/as-of.ts';
import type { ChangeView } from '../../register/views/change-view.ts';
import type { DiffGroup } from '../../register/views/diff.ts';
import type { Fact } from '../../register/views/fact.ts';
import type { AskForm } from '../../register/views/panels.ts';
import type { PlannedChange } from '../../register/views/planned.ts';
import type { Locals } from '../reader.ts';

/** What readers see, taken from the pages of this very register. */
export interface ReaderSpecimens {
  readonly asOf: AsOf | undefined;
  readonly ask: AskForm | undefined;
  readonly planned: readonly PlannedChange[];
  readonly dates: readonly NoticeDate[];
  readonly diff: readonly DiffGroup[];
  readonly change: { readonly view: ChangeView; readonly replaces: string } | undefined;
  readonly facts: readonly Fact[];
}

/** How far back a page is looked for that shows something. */
const LATEST = 20;

/** Undefined before the first edition: there is nothing yet to show. */
export function readerSpecimens(locals: Locals): ReaderSpecimens | undefined {
  const ledger = locals.context.ledger.current();
  const last = lastEdition(ledger);
  if (last === 0) return undefined;
  const editions = Array.from({ length: Math.min(last, LATEST) }, (_, index) => last - index);
  const notices = editions.map((edition) => readNoticePage(locals, edition));
  const views = notices.flatMap(({ changes }) =>
    changes.views.map((view) => ({ view, replaces: changes.replaces })),
  );
  const register = readRegisterPage(locals, everything());
  const first = noticeOf(ledger, 1)?.announcedOn;
  const parties = partiesIn(locals, editions).map((id) => readThirdPartyPage(locals, id, {}));
  return {
    asOf: first === undefined ? undefined : readRegisterPage(locals, { ...everything(), on: first }).asOf,
    ask: register.panels.flatMap(({ forms }) => forms)[0],
    planned: parties.flatMap(({ planned }) => planned?.changes ?? []).slice(0, 1),
    dates: notices.find(({ objection }) => objection)?.dates ?? notices[0]?.dates ?? [],
    diff: views.map(({ view }) => view.groups).find(tellsMuch) ?? [],
    change: views.find(({ view }) => view.effects.length > 0) ?? views[0],
    facts: notices[0]?.proof.facts ?? [],
  };
}

function tellsMuch(groups: readonly DiffGroup[]): boolean {
  return groups.some(({ fields, meanings }) => fields.length > 0 && meanings.length > 0);
}

function everything() {
  return { scope: [], role: [], country: [], data: [], safeguard: [], state: [] };
}

function partiesIn({ context }: Locals, editions: readonly number[]): string[] {
  const changes = editions.flatMap((edition) => noticeOf(context.ledger.current(), edition)?.changes ?? []);
  const ids = changes.flatMap(({ subject }) => (subject.kind === 'third-party' ? [subject.id] : []));
  return [...new Set(ids)].slice(0, LATEST);
}
