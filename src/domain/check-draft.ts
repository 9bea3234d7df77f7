import { isDay } from './days.ts';
import type { NoticeDraft } from './draft.ts';
import type { Problem } from './problem.ts';
import { isRedacted, lineSchema, textSchema } from './text.ts';

/** What is wrong with a draft apart from its changes. */
export function problemsOfDraft(draft: NoticeDraft): Problem[] {
  return [...problemsOfReason(draft), ...problemsOfDay(draft), ...problemsOfSample(draft)];
}

function problemsOfReason({ reason }: NoticeDraft): Problem[] {
  if (reason === undefined) return [];
  const message = textSchema.safeParse(reason).error?.issues[0]?.message;
  if (message !== undefined) return [{ code: 'invalid-value', at: 'reason', value: message }];
  return Object.values(reason).some(isRedacted)
    ? [{ code: 'invalid-value', at: 'reason', value: 'Only a redaction puts a mark of redaction.' }]
    : [];
}

function problemsOfDay({ effectiveOn }: NoticeDraft): Problem[] {
  return effectiveOn === undefined || isDay(effectiveOn)
    ? []
    : [{ code: 'invalid-value', at: 'effectiveOn', value: effectiveOn }];
}

function problemsOfSample({ sample }: NoticeDraft): Problem[] {
  return sample === undefined || lineSchema.safeParse(sample).success
    ? []
    : [{ code: 'invalid-value', at: 'sample', value: sample }];
}
