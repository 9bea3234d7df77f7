import type { Change } from '../domain/notice.ts';
import type { Processing } from '../domain/subjects/processing.ts';
import type { SubjectState } from '../domain/subjects/subject.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import type { ToldStates } from './as-told.ts';
import { entityFacts, processingFacts, type FactInWords } from './facts.ts';
import { processingIn } from './field-in-words.ts';
import type { ValueContext } from './field-values.ts';
import type { Named, TellingOfChanges } from './telling.ts';

/** Facts that belong together: the legal entity, or one processing. */
export interface FactsInWords {
  /** `entity`: who it is; `added` and `removed`: a processing that begins or ends. */
  readonly kind: 'entity' | 'added' | 'removed';
  readonly processing?: string;
  readonly scope?: Named;
  readonly facts: readonly FactInWords[];
}

/** Processings that begin or end with the change; and the entity, when something begins. */
export function changeFacts(
  telling: TellingOfChanges,
  context: ValueContext,
  around: ToldStates,
  change: Change,
): FactsInWords[] {
  const [before, after] = [asThirdParty(around.before), asThirdParty(around.after)];
  const begun = begunIn(change, around);
  const ended = Object.keys(before?.processings ?? {}).filter((id) => !processingIn(after, id));
  const rows = (
    kind: 'added' | 'removed',
    ids: readonly string[],
    state: ThirdParty | undefined,
  ): FactsInWords[] =>
    ids.flatMap((id) => {
      const processing = processingIn(state, id);
      return state && processing ? [processingGroup(telling, context, kind, id, state, processing)] : [];
    });
  const entity =
    begun.length > 0 && after ? [{ kind: 'entity', facts: entityFacts(context, after) } as const] : [];
  return [...entity, ...rows('added', begun, after), ...rows('removed', ended, before)];
}

function begunIn({ subject }: Change, { before, after }: ToldStates): string[] {
  if (subject.kind !== 'third-party') return [];
  const now = asThirdParty(after)?.processings ?? {};
  return Object.keys(now).filter((id) => !processingIn(before, id));
}

function processingGroup(
  telling: TellingOfChanges,
  context: ValueContext,
  kind: 'added' | 'removed',
  processing: string,
  thirdParty: ThirdParty,
  row: Processing,
): FactsInWords {
  return {
    kind,
    processing,
    scope: telling.scope(row.scope),
    facts: processingFacts(context, thirdParty, row),
  };
}

function asThirdParty(state: SubjectState | undefined): ThirdParty | undefined {
  return state && 'kind' in state ? state : undefined;
}
