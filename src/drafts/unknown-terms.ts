import type { SubjectChange } from '../domain/classify.ts';
import type { Problem } from '../domain/problem.ts';
import { subjectKey } from '../domain/subjects/subject.ts';
import { termsIn } from '../domain/terms.ts';
import type { WritingContext } from '../register/writing-context.ts';

/** Terms that no vocabulary has, each at the field that uses it. */
export function unknownTerms(
  changes: readonly SubjectChange[],
  vocabularies: WritingContext['content']['vocabularies'],
): Problem[] {
  return changes.flatMap(({ subject, fields }) =>
    fields.flatMap((field) =>
      termsIn([{ subject, fields: [field] }])
        .filter((term) => !isKnown(term, vocabularies))
        .map((value): Problem => ({
          code: 'unknown-term',
          at: `${subjectKey(subject)}/${field.field}`,
          value,
        })),
    ),
  );
}

function isKnown(term: string, vocabularies: WritingContext['content']['vocabularies']): boolean {
  const [vocabulary, id = ''] = term.split('/');
  return (vocabulary === 'data' ? vocabularies.data : vocabularies.subjects).has(id);
}
