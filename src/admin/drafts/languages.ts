import type { Text } from '../../domain/text.ts';
import type { Locals } from '../reader.ts';

/** The languages in which a text of a draft is asked for: those of the interface, and any other it has already. */
export function languagesOf({ context }: Pick<Locals, 'context'>, text: Text): string[] {
  return [...new Set([...context.content.messages.keys(), ...Object.keys(text)])];
}
