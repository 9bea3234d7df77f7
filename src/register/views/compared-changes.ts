import { changesBetween } from '../../domain/changes-between.ts';
import type { PublishedNotice } from '../../domain/ledger.ts';
import type { Change } from '../../domain/notice.ts';
import { isInUse, stateOf, type Register } from '../../domain/register.ts';
import { changeInWords } from '../../language/change-in-words.ts';
import { toldChanges, type ToldChange } from '../../language/notice-title.ts';
import { named, nameIn, type TellingOfChanges } from '../../language/telling.ts';
import { rewordedBy } from '../notices-between.ts';
import type { Reader } from '../reader.ts';
import { labelsOutside } from './categories.ts';
import { changeView, type ChangeView } from './change-view.ts';
import type { ComparedMoment } from './compared-moment.ts';
import type { IconName } from './icon.ts';
import { momentQuery } from './moment-query.ts';

/** What became of a third party, or of the register around them. */
export const COMPARED_KINDS = ['added', 'replaced', 'changed', 'removed', 'around'] as const;
export type ComparedKind = (typeof COMPARED_KINDS)[number];

/** Changes of one kind. */
export interface ComparedGroup {
  readonly kind: ComparedKind;
  readonly icon: IconName;
  readonly title: string;
  readonly count: number;
  /** `2 added`. */
  readonly counted: string;
  readonly changes: readonly ChangeView[];
  /** Of very many the rest is only named. */
  readonly others: readonly ComparedName[];
}

export interface ComparedName {
  readonly name: string;
  readonly href: string | undefined;
}

// Beyond this many a page is no reading matter, and making it keeps others waiting.
const SHOWN_IN_FULL = 60;
// As they are recorded fields are for looking up: with many changes the files are better at that.
const MANY = 20;

const ICONS = {
  added: 'add',
  replaced: 'change',
  changed: 'change',
  removed: 'remove',
  around: 'change',
} as const satisfies Record<ComparedKind, IconName>;

/** What differs between two moments, by kind, each kind in the order of the alphabet. */
export function comparedChanges(
  reader: Reader,
  from: ComparedMoment,
  to: ComparedMoment,
  notices: readonly PublishedNotice[],
): ComparedGroup[] {
  const { words } = reader;
  const isReworded = rewordedBy(reader.context.ledger.current(), notices);
  const changes = changesBetween(from.register, to.register, isReworded);
  const telling = tellingOf(reader, changes, from.register, to.register);
  const told = toldChanges(telling)
    .filter(({ change }) => isSeen(change.subject, from.register, to.register))
    .sort((a, b) => words.compare(a.name, b.name));
  const byKind = Map.groupBy(told, (one) => kindOf(one, from.register, to.register));
  const recorded = told.length <= MANY;
  let left = SHOWN_IN_FULL;
  return COMPARED_KINDS.flatMap((kind): ComparedGroup[] => {
    const ofKind = byKind.get(kind) ?? [];
    if (ofKind.length === 0) return [];
    const inFull = ofKind.slice(0, left);
    left -= inFull.length;
    return [
      {
        kind,
        icon: ICONS[kind],
        title: words.t(`compare.group.${kind}`),
        count: ofKind.length,
        counted: words.t(`compare.count.${kind}`, { count: ofKind.length }),
        changes: inFull.map((one) =>
          changeView(reader, changeInWords(telling, one), {
            recorded,
            factsFolded: true,
            addressOf: (id) => addressOf(reader, id, from, to),
          }),
        ),
        others: ofKind.slice(inFull.length).map((one) => nameOf(reader, one, from, to)),
      },
    ];
  });
}

/** Who was in use at neither moment stood in neither list: what is known of it differs, the register does not. */
function isSeen({ kind, id }: Change['subject'], before: Register, after: Register): boolean {
  return (
    kind !== 'third-party' || isInUse(before.thirdParties.get(id)) || isInUse(after.thirdParties.get(id))
  );
}

function kindOf({ kind, change }: ToldChange, before: Register, after: Register): ComparedKind {
  const { subject } = change;
  if (subject.kind !== 'third-party') return 'around';
  // A merger or split adds and removes nobody: the same goes on under another name.
  if (kind === 'replaced' || kind === 'restructured') return kind === 'replaced' ? 'replaced' : 'changed';
  const [was, is] = [
    isInUse(before.thirdParties.get(subject.id)),
    isInUse(after.thirdParties.get(subject.id)),
  ];
  if (was === is) return 'changed';
  return is ? 'added' : 'removed';
}

/** The page of a third party at the later moment; of one that is gone there, at the earlier. */
function addressOf(
  { addresses, today }: Reader,
  id: string,
  from: ComparedMoment,
  to: ComparedMoment,
): string {
  const { asked, moment } = isInUse(to.register.thirdParties.get(id)) ? to : from;
  return addresses.thirdParty(id, asked === today ? {} : momentQuery(moment));
}

function nameOf(reader: Reader, told: ToldChange, from: ComparedMoment, to: ComparedMoment): ComparedName {
  const { subject } = told.change;
  const href = subject.kind === 'third-party' ? addressOf(reader, subject.id, from, to) : undefined;
  return { name: told.name, href };
}

function tellingOf(
  { words, context }: Reader,
  changes: readonly Change[],
  before: Register,
  after: Register,
): TellingOfChanges {
  const name = (subject: Change['subject']) =>
    named(words, subject.id, nameIn(stateOf(after, subject) ?? stateOf(before, subject)));
  return {
    words,
    notice: { changes: [...changes], labels: labelsOutside(context.content, context.ledger.current()) },
    around: (position) => {
      const subject = changes[position]?.subject;
      return {
        before: subject && stateOf(before, subject),
        after: subject && stateOf(after, subject),
      };
    },
    scope: (id) => name({ kind: 'scope', id }),
    thirdParty: (id) => name({ kind: 'third-party', id }),
  };
}
