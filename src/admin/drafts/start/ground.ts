import type { Ledger } from '../../../domain/ledger.ts';
import { registerAnnounced, withChanges } from '../../../domain/register-on.ts';
import { isInUse, type Register } from '../../../domain/register.ts';
import { nameIn } from '../../../language/telling.ts';
import type { ChangesContent } from '../../../drafts/draft-content.ts';
import type { FieldProblem, ReceivedForm } from '../../../forms/received-form.ts';
import { lineSchema } from '../../../domain/text.ts';
import type { MessageKey } from '../../../language/messages.ts';
import type { Locals } from '../../reader.ts';
import { newId, takenIds } from './third-party-id.ts';

/** What a draft that is about to begin stands on. */
export interface Ground {
  readonly locals: Locals;
  readonly ledger: Ledger;
  /** Everything announced so far, with what the draft to which something is added does already. */
  readonly register: Register;
  /** Ids of third parties and scopes that mean something already. */
  readonly taken: { readonly 'third-party': ReadonlySet<string>; readonly scope: ReadonlySet<string> };
}

export function groundOf(locals: Locals, content?: ChangesContent): Ground {
  const ledger = locals.context.ledger.current();
  const announced = registerAnnounced(ledger);
  return {
    locals,
    ledger,
    register: content ? withChanges(announced, content.changes) : announced,
    taken: {
      'third-party': takenIds(ledger, 'third-party', content),
      scope: takenIds(ledger, 'scope', content),
    },
  };
}

export function freshId({ taken }: Ground, kind: 'third-party' | 'scope', name: string): string {
  return newId(name, taken[kind]);
}

/** The name that readers of the page know a third party by. */
export function nameOfThirdParty({ locals, register }: Ground, id: string): string {
  return locals.words.text(nameIn(register.thirdParties.get(id)))?.value ?? id;
}

/** A third party that has this very name already, in any language; capitals do not tell two apart. */
export function namesake({ register }: Ground, name: string): string | undefined {
  const asked = name.toLowerCase();
  for (const [id, state] of register.thirdParties)
    if (Object.values(state.name).some((one) => one.toLowerCase() === asked)) return id;
  return undefined;
}

export function wrong(
  { locals }: Ground,
  field: string,
  key: MessageKey,
  values?: Record<string, string>,
): FieldProblem[] {
  return [{ field, message: locals.words.t(key, values) }];
}

/** One line of text that may be published; undefined when it is not. */
export function lineIn(form: ReceivedForm, field: string): string | undefined {
  const parsed = lineSchema.safeParse(form.value(field).trim());
  return parsed.success ? parsed.data : undefined;
}

/** The third party that a form names, if it is one that does something. */
export function inUse({ register }: Ground, id: string): boolean {
  return isInUse(register.thirdParties.get(id));
}
