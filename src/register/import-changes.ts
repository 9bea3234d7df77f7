import { diff } from '../domain/diff.ts';
import type { SubjectChange } from '../domain/classify.ts';
import { normalise } from '../domain/leaves.ts';
import { isInUse, stateOf, type Register } from '../domain/register.ts';
import {
  ORGANISATION,
  type Subject,
  type SubjectKind,
  type SubjectStates,
} from '../domain/subjects/subject.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';

/**
 * What leads from a register to the one of a file: every subject that the file has and that differs. What the file lacks
 * stays as it is, since a file may be a part; with `complete`, third parties that it lacks go out of use.
 */
export function changesToFile(before: Register, file: Register, complete: boolean): SubjectChange[] {
  const { organisation, scopes, thirdParties } = file;
  return [
    ...(organisation ? [changeTo(before, ORGANISATION, organisation)] : []),
    ...[...scopes].map(([id, scope]) => changeTo(before, { kind: 'scope', id }, scope)),
    ...[...thirdParties].map(([id, party]) => changeTo(before, { kind: 'third-party', id }, party)),
    ...(complete ? goingOutOfUse(before, file) : []),
  ].filter(({ fields }) => fields.length > 0);
}

function changeTo<Kind extends SubjectKind>(
  before: Register,
  subject: Subject & { readonly kind: Kind },
  wanted: SubjectStates[Kind],
): SubjectChange {
  // The state of a subject is of the subject's kind.
  const now = stateOf(before, subject) as SubjectStates[Kind] | undefined;
  return { subject, fields: diff<Kind>(subject.kind, now, normalise<Kind>(subject.kind, wanted)) };
}

function goingOutOfUse({ thirdParties }: Register, file: Register): SubjectChange[] {
  return [...thirdParties]
    .filter(([id, party]) => isInUse(party) && !file.thirdParties.has(id))
    .map(([id, party]) => ({
      subject: { kind: 'third-party', id },
      fields: diff('third-party', party, outOfUse(party)),
    }));
}

/** Its page stays, with what it was. */
function outOfUse({ processings: _gone, ...rest }: ThirdParty): ThirdParty | undefined {
  return normalise('third-party', rest);
}
