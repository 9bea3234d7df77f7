import type { Json } from '../domain/json.ts';
import { isTree, type Tree } from '../domain/tree.ts';
import { below, onlyValue, refuseOthers, type Control, type Entry, type Sent } from './control.ts';
import { faultIn, ID, option } from './formats.ts';
import { checked, MOST_MEMBERS, text } from './plain-controls.ts';
import { rows } from './row-controls.ts';

/** How sure it is that a category is there: always, unless one of these is said. */
export const CERTAINTIES = ['optional', 'possible'] as const;
const CERTAINTY = option(CERTAINTIES);

/**
 * Categories of data or people: ticked terms of the vocabulary (`data.term`), how sure each is
 * (`data.certainty.email-address`), and free text beside them (`data.text.0.en`).
 */
export const CATEGORIES: Control = {
  focus: 'term',
  read: (sent) => {
    refuseOthers(sent, ['term', 'certainty', 'text']);
    const free = below(sent, 'text', undefined);
    const found = [
      ...terms(sent),
      ...((free && (FREE_TEXTS.read(free) as readonly Json[] | undefined)) ?? []),
    ];
    if (found.length > MOST_MEMBERS) sent.report(`${sent.name}.term`, 'too-many', MOST_MEMBERS);
    return found.length === 0 ? undefined : found.slice(0, MOST_MEMBERS);
  },
  write: (name, value) => {
    const members = (Array.isArray(value) ? (value as readonly Json[]) : []).filter(isTree);
    const byTerm = Map.groupBy(
      members.filter((member) => 'term' in member),
      ({ term }) => (typeof term === 'string' ? term : ''),
    );
    return [
      [name, ['']],
      [`${name}.term`, [...byTerm.keys()]],
      ...[...byTerm].map(([term, some]): Entry => [`${name}.certainty.${term}`, some.map(certaintyOf)]),
      ...FREE_TEXTS.write(
        `${name}.text`,
        members.filter((member) => 'text' in member),
      ),
    ];
  },
};

/** A term may be there twice, once for certain and once by chance: then it has two values. */
function terms(sent: Sent): Tree[] {
  const ticked = below(sent, 'term', undefined);
  const certainties = below(sent, 'certainty', undefined);
  if (!ticked) return [];
  refuseOthers(ticked, []);
  const stated = [...new Set(ticked.node.values)].filter((term) => term !== '').slice(0, MOST_MEMBERS + 1);
  return stated.flatMap((term) => {
    if (faultIn(ID, term)) sent.report(ticked.name, 'not-an-option');
    const sure = certainties && below(certainties, term, undefined);
    const values = sure && sure.node.values.length > 0 ? sure.node.values.slice(0, 3) : [''];
    return [...new Set(values)].map((value) => ({ term, ...certainty(sent, sure?.name ?? '', value) }));
  });
}

function certainty(sent: Sent, name: string, value: string): { certainty?: string } {
  if (value === '') return {};
  checked(CERTAINTY, sent, name, value);
  return { certainty: value };
}

function certaintyOf({ certainty: value }: Tree): string {
  return typeof value === 'string' ? value : '';
}

const FREE_TEXT = text();

/** Languages and `certainty` stand side by side; no language has so long a name. */
const FREE_TEXTS = rows({
  read: (sent) => {
    const sure = below(sent, 'certainty', undefined);
    const languages = new Map([...sent.node.children].filter(([step]) => step !== 'certainty'));
    const said = FREE_TEXT.read({ ...sent, node: { values: [], children: languages } });
    if (said === undefined) return undefined;
    return { text: said, ...(sure ? certainty(sent, sure.name, onlyValue(sure)) : {}) };
  },
  write: (name, value) => {
    const member = isTree(value) ? value : {};
    return [...FREE_TEXT.write(name, member['text']), [`${name}.certainty`, [certaintyOf(member)]]];
  },
});
