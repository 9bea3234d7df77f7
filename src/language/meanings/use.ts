import type { Processing } from '../../domain/subjects/processing.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import type { ToldStates } from '../as-told.ts';
import { processingIn } from '../field-in-words.ts';
import type { ValueContext } from '../field-values.ts';
import { added, removed, type MeaningInWords } from './told.ts';

/** Where a third party begins or ceases to be used, and as what: `Now a subprocessor for Application.` */
export function useMeanings(context: ValueContext, around: ToldStates): MeaningInWords[] {
  const begun = onlyIn(around.after, around.before);
  const ended = onlyIn(around.before, around.after);
  return [
    ...unique(begun.map((row) => begins(context, row, hasAlike(around.before, row)))),
    ...unique(ended.map((row) => ends(context, row, hasAlike(around.after, row)))),
  ];
}

/** Processings that one state has and the other has not. */
function onlyIn(state: ToldStates['after'], other: ToldStates['after']): Processing[] {
  return Object.entries(processingsOf(state)).flatMap(([id, row]) => (processingIn(other, id) ? [] : [row]));
}

function processingsOf(state: ToldStates['after']): NonNullable<ThirdParty['processings']> {
  return state && 'processings' in state ? (state.processings ?? {}) : {};
}

/** Whether it does something in the same role there: what begins or ends beside that is no new role, nor the end of it. */
function hasAlike(state: ToldStates['after'], { scope, role }: Processing): boolean {
  return Object.values(processingsOf(state)).some((row) => row.scope === scope && row.role === role);
}

function begins({ words, scopeName }: ValueContext, row: Processing, further: boolean): MeaningInWords {
  const scope = scopeName(row.scope);
  return added(
    further ? words.t('meaning.begins-further', { scope }) : words.t(`meaning.begins.${row.role}`, { scope }),
  );
}

function ends({ words, scopeName }: ValueContext, row: Processing, partly: boolean): MeaningInWords {
  const scope = scopeName(row.scope);
  return removed(
    partly ? words.t('meaning.ends-partly', { scope }) : words.t(`meaning.ends.${row.role}`, { scope }),
  );
}

/** Two processings for one scope say the same. */
function unique(meanings: readonly MeaningInWords[]): MeaningInWords[] {
  return [...new Map(meanings.map((meaning) => [meaning.sentence, meaning])).values()];
}
