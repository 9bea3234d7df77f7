import { isSetChange, type FieldChange } from '../../domain/field-change.ts';
import type { Json } from '../../domain/json.ts';
import type { Words } from '../../language/words.ts';

/** Fields of a change exactly as the ledger has them: for those who compare with the files. */
export interface RecordedFields {
  readonly title: string;
  /** What stands before the path of each field. */
  readonly label: string;
  readonly rows: readonly RecordedField[];
}

export interface RecordedField {
  /** `processings/p2/retention`. */
  readonly field: string;
  /** Before and after; of a set each member that was removed or added. */
  readonly lines: readonly RecordedLine[];
}

export interface RecordedLine {
  readonly label: string;
  /** JSON. */
  readonly value: string;
}

/** Undefined when there is nothing to show. */
export function recordedFields({ t }: Words, changes: readonly FieldChange[]): RecordedFields | undefined {
  if (changes.length === 0) return undefined;
  return {
    title: t('diff.recorded'),
    label: t('diff.field'),
    rows: changes.map((change) => ({ field: change.field, lines: linesOf(change, t) })),
  };
}

function linesOf(change: FieldChange, t: Words['t']): RecordedLine[] {
  const line = (name: 'before' | 'after' | 'added' | 'removed') => (value: Json) => ({
    label: t(`notice.${name}`),
    value: JSON.stringify(value),
  });
  return isSetChange(change)
    ? [...change.removed.map(line('removed')), ...change.added.map(line('added'))]
    : [line('before')(change.before), line('after')(change.after)];
}
