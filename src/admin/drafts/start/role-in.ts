import type { Role } from '../../../domain/subjects/processing.ts';
import type { Scope } from '../../../domain/subjects/scope.ts';

/** The role that a third party mostly has in a scope: whoever helps a processor is its subprocessor. */
export function roleIn(scope: Scope | undefined): Role {
  return scope?.capacity === 'controller' ? 'processor' : 'subprocessor';
}
