import type { Processing } from '../../domain/subjects/processing.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import type { ToldStates } from '../as-told.ts';
import { processingIn } from '../field-in-words.ts';
import type { ValueContext } from '../field-values.ts';
import { added, removed, type MeaningInWords } from './told.ts';

/** Where a third party begins or ceases to be used: `Now a subprocessor for Application.` */
export function useMeanings(context: ValueContext, around: ToldStates): MeaningInWords[] {
  const begun = onlyIn(around.after, around.before);
  const ended = onlyIn(around.before, around.after);
  return [
    ...unique(begun.map((row) => begins(context, row, isUsedIn(around.before, row.scope)))),
    ...unique(ended.map((row) => ends(context, row, isUsedIn(around.after, row.scope)))),
  ];
}

/** Processings that one state has and the other has not. */
function onlyIn(state: ToldStates['after'], other: ToldStates['after']): Processing[] {
  return Object.entries(processingsOf(state)).flatMap(([id, row]) => (processingIn(other, id) ? [] : [row]));
}

function processingsOf(state: ToldStates['after']): NonNullable<ThirdParty['processings']> {
  return state && 'processings' in state ? (state.processings ?? {}) : {};
}

function isUsedIn(state: ToldStates['after'], scope: string): boolean {
  return Object.values(processingsOf(state)).some((row) => row.scope === scope);
}

function begins({ words, scopeName }: ValueContext, row: Processing, further: boolean): MeaningInWords {
  const scope = scopeName(row.scope);
  return added(
    further ? words.t('meaning.begins-further', { scope }) : words.t(`meaning.begins.${row.role}`, { scope }),
  );
}

function ends({ words, scopeName }: ValueContext, { scope }: Processing, partly: boolean): MeaningInWords {
  return removed(words.t(partly ? 'meaning.ends-partly' : 'meaning.ends', { scope: scopeName(scope) }));
}

/** Two processings for one scope say the same. */
function unique(meanings: readonly MeaningInWords[]): MeaningInWords[] {
  return [...new Map(meanings.map((meaning) => [meaning.sentence, meaning])).values()];
}
