import type { FieldChange } from './field-change.ts';
import type { Judgement } from './fields/field.ts';
import { judgeFields, telling } from './judge-fields.ts';
import type { ThirdParty } from './subjects/third-party.ts';

/** What the changed fields mean that belong to no processing: they concern every scope in which it goes on. */
export function ownJudgements(
  fields: readonly FieldChange[],
  old: ThirdParty | undefined,
  now: ThirdParty | undefined,
): readonly Judgement[] {
  if (!old || !now) return [{ type: 'details-changed', direction: 'neutral' }];
  const own = telling(fields).filter(({ field }) => !field.startsWith('processings/'));
  return judgeFields('third-party', own, { before: old, after: now });
}
