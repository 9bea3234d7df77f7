import type { Organisation } from './subjects/organisation.ts';
import type { Scope } from './subjects/scope.ts';
import type { Subject, SubjectState } from './subjects/subject.ts';
import type { ThirdParty } from './subjects/third-party.ts';

/** Everything that is in effect on one day. Third parties without processings are kept: they were in use before. */
export interface Register {
  readonly organisation: Organisation | undefined;
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly thirdParties: ReadonlyMap<string, ThirdParty>;
}

export const EMPTY_REGISTER: Register = {
  organisation: undefined,
  scopes: new Map(),
  thirdParties: new Map(),
};

export function stateOf(register: Register, subject: Subject): SubjectState | undefined {
  switch (subject.kind) {
    case 'organisation':
      return register.organisation;
    case 'scope':
      return register.scopes.get(subject.id);
    case 'third-party':
      return register.thirdParties.get(subject.id);
  }
}

/** Whether the third party gets, or may get, anything: it has at least one processing. */
export function isInUse(thirdParty: ThirdParty | undefined): boolean {
  return Object.keys(thirdParty?.processings ?? {}).length > 0;
}
