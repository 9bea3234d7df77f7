import type { Problem } from '../domain/problem.ts';
import { subjectKey, type Subject } from '../domain/subjects/subject.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';

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
 * @param without ids of the third parties with which there is none
 * @param arguments_ why all the same, by third party
 */
export function problemsOfContracts(
  without: ReadonlySet<string>,
  parties: readonly Party[],
  arguments_: Readonly<Record<string, string>>,
): Problem[] {
  return parties
    .filter(({ subject: { id } }) => without.has(id) && !Object.hasOwn(arguments_, id))
    .filter(becomesSubprocessor)
    .map(({ subject }) => ({ code: 'contract-missing', at: subjectKey(subject), value: subject.id }));
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
