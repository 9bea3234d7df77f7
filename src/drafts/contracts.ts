import type { Selecting } from '../../db/client.ts';
import type { Problem } from '../domain/problem.ts';
import { subjectKey, type Subject } from '../domain/subjects/subject.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import { contractStateOf } from '../dossier/read-dossier.ts';

/** A third party before and after. */
interface Party {
  readonly subject: Subject;
  readonly before: ThirdParty | undefined;
  readonly after: ThirdParty | undefined;
}

/**
 * A subprocessor needs a contract with the same duties as the organisation's own (GDPR article 28(4)): one of which staff
 * noted that there is none may come into a scope only with an argument.
 *
 * @param arguments_ why all the same, by third party
 */
export async function problemsOfContracts(
  reader: Selecting,
  parties: readonly Party[],
  arguments_: Readonly<Record<string, string>>,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { subject } of parties.filter(becomesSubprocessor)) {
    if (Object.hasOwn(arguments_, subject.id)) continue;
    if ((await contractStateOf(reader, subject.id)) !== 'none') continue;
    problems.push({ code: 'contract-missing', at: subjectKey(subject), value: subject.id });
  }
  return problems;
}

/** Whether it is a subprocessor in some scope in which it was none. */
function becomesSubprocessor({ before, after }: Party): boolean {
  const had = scopesOf(before);
  return scopesOf(after).some((scope) => !had.includes(scope));
}

function scopesOf(state: ThirdParty | undefined): string[] {
  return Object.values(state?.processings ?? {})
    .filter(({ role }) => role === 'subprocessor')
    .map(({ scope }) => scope);
}
