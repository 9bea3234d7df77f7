import type { Catalogue, MessageKey } from '../content/catalogue.ts';

export type { MessageKey } from '../content/catalogue.ts';

/** Values of a message's arguments. */
export type Arguments = Readonly<Record<string, string | number>>;

/**
 * The text of an interface message with its arguments filled in.
 *
 * @throws Error when an argument is missing: a sentence with a hole is worse than none
 */
export type Translate = (key: MessageKey, values?: Arguments) => string;

export function translator({ language, messages }: Catalogue): Translate {
  return (key, values) => {
    const message = messages.get(key);
    if (message === undefined) throw new Error(`The messages in ${language} have no ${key}.`);
    return typeof message === 'string' ? message : String(message.format(values));
  };
}
