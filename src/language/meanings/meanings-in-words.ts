import type { FieldChange } from '../../domain/field-change.ts';
import { leafAt } from '../../domain/fields/table.ts';
import type { SubjectKind } from '../../domain/subjects/subject.ts';
import type { FieldInWords } from '../field-in-words.ts';
import type { ValueContext } from '../field-values.ts';
import { tellCategories, tellCondition, tellSpecialCategories } from './data.ts';
import { tellInGeneral, tellOutdated } from './general.ts';
import { tellDuration, tellRetention } from './how-long.ts';
import type { MeaningInWords, Teller, Told } from './told.ts';
import { tellLocations, tellSafeguards } from './where.ts';
import {
  tellAffiliate,
  tellContinues,
  tellEntity,
  tellName,
  tellPerson,
  tellReplaces,
  tellSeat,
} from './who.ts';

export type { MeaningInWords } from './told.ts';

/** Fields whose change has a sentence of its own; any other is told by its form. */
const TELLERS: Readonly<Record<SubjectKind, Readonly<Record<string, Teller>>>> = {
  organisation: {
    name: tellName,
    outdated: tellOutdated,
    noticePeriod: tellDuration,
    objectionPeriod: tellDuration,
  },
  scope: { name: tellName, outdated: tellOutdated },
  'third-party': {
    name: tellName,
    'entity/name': tellEntity,
    'entity/person': tellPerson,
    'entity/country': tellSeat,
    affiliate: tellAffiliate,
    replaces: tellReplaces,
    continues: tellContinues,
    outdated: tellOutdated,
    'ai/retention': tellDuration,
    'processings/*/data': tellCategories('data'),
    'processings/*/subjects': tellCategories('subjects'),
    'processings/*/specialCategories': tellSpecialCategories,
    'processings/*/condition': tellCondition,
    'processings/*/retention': tellRetention,
    'processings/*/retentionAfterContract': tellDuration,
    'processings/*/retentionInBackups': tellDuration,
    'processings/*/locations': tellLocations,
    'processings/*/safeguards': tellSafeguards,
  },
};

/**
 * What changes of fields mean, in sentences a lawyer reads before any field: `Personal data now also includes: phone
 * number.` In the order of the fields; none for a subject that comes or goes with the change, which is told by its facts.
 *
 * @param fields the changes in words (see `fieldsInWords`)
 */
export function meaningsInWords(
  context: ValueContext,
  around: Told['around'],
  fields: readonly FieldInWords[],
  changes: readonly FieldChange[],
): MeaningInWords[] {
  if ((around.before === undefined) !== (around.after === undefined)) return [];
  const byField = new Map(changes.map((change) => [change.field, change]));
  return fields.flatMap((field) => {
    const leaf = leafAt(around.kind, field.field);
    // A text that changed in the reader's language too is told once.
    if (!leaf || field.repeats) return [];
    const change = byField.get(field.field) ?? { field: field.field, before: null, after: null };
    const told = { context, around, field, change };
    return TELLERS[around.kind][leaf.field.path]?.(told) ?? tellInGeneral(told);
  });
}
