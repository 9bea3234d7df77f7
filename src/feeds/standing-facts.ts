import { entityFacts, processingFacts, type FactInWords } from '../language/facts.ts';
import type { ChangeInWords, Named } from '../language/notice-in-words.ts';
import { processingsOf, thirdPartyIn, type ToldNotice } from './told-notice.ts';

/** Facts as they are after the change, beside what the reading of the notice tells already. */
export interface StandingFacts {
  readonly kind: 'standing';
  readonly scope?: Named;
  readonly facts: readonly FactInWords[];
}

/**
 * Who it is about, and everything about each processing that changes: before and after of one field cannot be judged
 * without knowing what for, which data, where and under which safeguard. When the change is in no processing (another
 * legal entity behind the service, say), all of them are concerned.
 */
export function standingFacts(told: ToldNotice, change: ChangeInWords): StandingFacts[] {
  const around = told.changes.find(({ change: one }) => one.subject === change.subject);
  const after = thirdPartyIn(around?.after);
  if (!after || told.notice.class === 'editorial') return [];
  const toldAlready = new Set(change.facts.map(({ processing }) => processing));
  const changed = new Set(change.fields.flatMap(({ processing }) => processing ?? []));
  const rows = processingsOf(after).filter(
    ([id]) => !toldAlready.has(id) && (changed.size === 0 || changed.has(id)),
  );
  const entity = change.facts.some(({ kind }) => kind === 'entity') ? [] : [entityFacts(told.context, after)];
  return [
    ...entity.filter((facts) => facts.length > 0).map((facts) => ({ kind: 'standing', facts }) as const),
    ...rows.map(([, processing]) => ({
      kind: 'standing' as const,
      scope: { id: processing.scope, name: told.context.scopeName(processing.scope) },
      facts: processingFacts(told.context, after, processing),
    })),
  ];
}
