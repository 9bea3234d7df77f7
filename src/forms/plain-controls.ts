import { sortedMembers } from '../domain/leaves.ts';
import type { Json } from '../domain/json.ts';
import { isTree } from '../domain/tree.ts';
import { below, onlyValue, refuseOthers, type Control, type Sent } from './control.ts';
import { faultIn, LANGUAGE, PROSE, type Format } from './formats.ts';
import { tidied, typedText } from './typed-text.ts';

/** Members of any set; more cannot be meant, and are not looked at. */
export const MOST_MEMBERS = 200;

/** A text on one line, a choice from a list. */
export function one(format: Format): Control {
  return {
    read: (sent) => checked(format, sent, sent.name, typedText(onlyValue(sent), sent.before)),
    write: (name, value) => [[name, [typeof value === 'string' ? value : '']]],
  };
}

/** Reports what is wrong with the text, and hands it on. */
export function checked(
  format: Format,
  { report }: Pick<Sent, 'report'>,
  name: string,
  text: string | undefined,
): string | undefined {
  const fault = text === undefined ? undefined : faultIn(format, text);
  if (fault) report(name, fault.code, fault.limit);
  return text;
}

/** Yes, no, or not stated. */
export const FLAG: Control = {
  read: (sent) => {
    const value = onlyValue(sent);
    if (value !== '' && value !== 'yes' && value !== 'no') sent.report(sent.name, 'not-an-option');
    return value === '' ? undefined : value === 'yes';
  },
  write: (name, value) => [[name, [value === undefined ? '' : value === true ? 'yes' : 'no']]],
};

/** Text per language: `purpose.en`, `purpose.nl`; `name.und` reads the same in every language. */
export function text(focus = 'en'): Control {
  return {
    focus,
    read: (sent) => {
      const before = isTree(sent.before) ? sent.before : {};
      const found = [...sent.node.children.keys()].slice(0, MOST_MEMBERS).flatMap((language) => {
        const typed = textIn(sent, language, before[language]);
        return typed === undefined ? [] : [[language, typed] as const];
      });
      // A language for which nothing was sent stays as it is: the form may not show all that there are.
      const kept = Object.entries(before).filter(([language]) => !sent.node.children.has(language));
      const all = Object.fromEntries([...kept, ...found]);
      return Object.keys(all).length === 0 ? undefined : all;
    },
    write: (name, value) =>
      Object.entries(isTree(value) ? value : {}).map(([language, said]) => [
        `${name}.${language}`,
        [typeof said === 'string' ? said : ''],
      ]),
  };
}

function textIn(sent: Sent, language: string, before: Json | undefined): string | undefined {
  const inner = below(sent, language, before);
  if (!inner) return undefined;
  if (faultIn(LANGUAGE, language)) {
    sent.report(inner.name, 'not-a-language');
    return undefined;
  }
  return checked(PROSE, sent, inner.name, typedText(onlyValue(inner), before));
}

/** Several values of one name: checkboxes, or lists that open. */
export function several(format: Format): Control {
  return {
    read: (sent) => {
      refuseOthers(sent, []);
      return members(format, sent, sent.node.values.map(tidied));
    },
    write: (name, value) => [[name, ['', ...textsIn(value)]]],
  };
}

/** Several values in one box, each on a line of its own. */
export function lines(format: Format): Control {
  return {
    read: (sent) => members(format, sent, onlyValue(sent).split('\n').map(tidied)),
    write: (name, value) => [[name, [textsIn(value).join('\n')]]],
  };
}

function members(format: Format, sent: Sent, typed: readonly string[]): Json | undefined {
  const stated = [...new Set(typed)].filter((member) => member !== '');
  if (stated.length > MOST_MEMBERS) sent.report(sent.name, 'too-many', MOST_MEMBERS);
  const some = stated.slice(0, MOST_MEMBERS);
  const wrong = some.find((member) => faultIn(format, member) !== undefined);
  checked(format, sent, sent.name, wrong);
  return some.length === 0 ? undefined : sortedMembers(some);
}

function textsIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((member) => typeof member === 'string') : [];
}
