import type { FieldChange } from '../../domain/field-change.ts';
import type { ChangeInWords, FieldsInWords } from '../../language/notice-in-words.ts';
import type { Words } from '../../language/words.ts';
import { diffField, type DiffField } from './field-diff.ts';
import { meaningLines, type MeaningLine } from './meanings.ts';
import { recordedFields, type RecordedFields } from './recorded-fields.ts';

/** What changed in one place, under its name: what it means, sets and texts, then what the ledger says. */
export interface DiffGroup {
  readonly title: string | undefined;
  /** The language of the title, where it is not the page's. */
  readonly lang?: string;
  readonly meanings: readonly MeaningLine[];
  readonly fields: readonly DiffField[];
  readonly recorded: RecordedFields | undefined;
}

/** Kinds of change by which a third party comes to be: before them nothing was stated of it. */
const NEW = ['added', 'replaced', 'listed'];

/** Whether the change tells of a third party for the first time. */
export function isNew({ kind }: Pick<ChangeInWords, 'kind'>): boolean {
  return NEW.includes(kind);
}

/** What there is to show of a change: its places, and all its fields as recorded, or none to leave them out. */
export interface ChangeToShow {
  readonly fields: readonly FieldsInWords[];
  readonly recorded: readonly FieldChange[];
}

/** What changed, place by place; the fields as recorded stand with the last one. */
export function diffGroups(words: Words, change: ChangeToShow): DiffGroup[] {
  const groups = [...change.fields]
    .sort(detailsLast)
    .map(({ scope, purpose, purposeLanguage, meanings, fields }): DiffGroup => ({
      title: scope && placeTitle(words, scope.name, purpose),
      ...(purposeLanguage !== undefined && { lang: purposeLanguage }),
      meanings: meaningLines(meanings),
      fields: fields.flatMap((field) => diffField(words, field, meanings.length === 0)),
      recorded: undefined,
    }));
  const recorded = recordedFields(words, change.recorded);
  if (!recorded) return groups;
  const last = groups.at(-1) ?? { title: undefined, meanings: [], fields: [] };
  return [...groups.slice(0, -1), { ...last, recorded }];
}

/** Who it is comes first, then what it does, then how to reach it and the like. */
function detailsLast(one: FieldsInWords, other: FieldsInWords): number {
  return Number(isDetail(one)) - Number(isDetail(other));
}

const WHO_IT_IS = /^(kind|name|service|entity|parent|ai|replaces|continues|engagedBy)(\/|$)/;

function isDetail({ processing, fields }: FieldsInWords): boolean {
  return processing === undefined && !fields.some(({ field }) => WHO_IT_IS.test(field));
}

function placeTitle(words: Words, scope: string, purpose: string | undefined): string {
  return purpose === undefined ? scope : words.t('third-party.labelled', { label: scope, text: purpose });
}

/** Fields that stand in no place of a subject, and that no ledger records. */
export function groupOf(fields: readonly DiffField[]): DiffGroup {
  return { title: undefined, meanings: [], fields, recorded: undefined };
}
