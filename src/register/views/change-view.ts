import { joinDirections } from '../../domain/change-types.ts';
import type { AmendmentInWords, ChangeInWords, EffectInWords } from '../../language/notice-in-words.ts';
import type { Words } from '../../language/words.ts';
import type { Reader } from '../reader.ts';
import { diffGroups, type DiffGroup } from './diff.ts';
import { effectLines, type EffectLine } from './effects.ts';
import { factGroups, type FactGroup } from './fact-groups.ts';
import type { Link } from './link.ts';
import { meaningLines, type MeaningLine } from './meanings.ts';
import { partyMark, type PartyMark } from './party-mark.ts';

/** One thing that changes, ready to be placed. */
export interface ChangeView {
  readonly name: string;
  /** The page of the third party it is about; absent for a scope or the organisation. */
  readonly href: string | undefined;
  /** Its initials; only third parties have them. */
  readonly mark: PartyMark | undefined;
  /** What it means, in one line: the first sentence, and how many there are beside it. */
  readonly inShort: string | undefined;
  /** What begins and ends. */
  readonly meanings: readonly MeaningLine[];
  readonly effects: readonly EffectLine[];
  readonly facts: readonly FactGroup[];
  /** What opens the facts where they are folded up. */
  readonly factsTitle: string | undefined;
  readonly groups: readonly DiffGroup[];
  /** What it takes the place of, with what that did. */
  readonly replaced: readonly { readonly link: Link; readonly facts: readonly FactGroup[] }[];
}

export interface HowToShow {
  /** It tells what was there before the register began: nothing begins with it. */
  readonly first?: boolean;
  /** Whether the fields stand there as the ledger has them: of hundreds of changes they are too much. */
  readonly recorded: boolean;
  /** The facts of what begins or ends are folded up: they are many, and what they mean is told before. */
  readonly factsFolded?: boolean;
  /** The addresses of third parties; today's page, unless it is told of another moment. */
  readonly addressOf?: (id: string) => string;
}

export function changeView(
  { words, addresses }: Reader,
  change: ChangeInWords,
  { first = false, recorded, factsFolded = false, addressOf = (id) => addresses.thirdParty(id) }: HowToShow,
): ChangeView {
  const { subject, name, effects, facts, replaces } = change;
  const isParty = subject.kind === 'third-party';
  const meanings = first ? [] : meaningLines(change.meanings);
  const groups = diffGroups(words, recorded ? change : { fields: change.fields, recorded: [] });
  return {
    name,
    href: isParty ? addressOf(subject.id) : undefined,
    mark: isParty ? partyMark(subject.id, name) : undefined,
    inShort: inShort(words, [...meanings, ...groups.flatMap((group) => group.meanings)]),
    meanings,
    effects: first ? [] : effectLines(words, oncePerScope(effects)),
    facts: factGroups(words, facts),
    factsTitle: factsFolded && facts.length > 0 ? words.t('notice.facts') : undefined,
    groups,
    replaced: replaces.map((one) => ({
      link: { text: one.name, href: addressOf(one.id) },
      facts: factGroups(words, one.facts),
    })),
  };
}

/** A replacement adds and removes in one scope: taken together, what widens anything widens. */
function oncePerScope(effects: readonly EffectInWords[]): EffectInWords[] {
  return [...Map.groupBy(effects, ({ scope }) => scope?.id).values()].flatMap((some) => {
    const direction = joinDirections(some.map((effect) => effect.direction.id));
    return some.find((effect) => effect.direction.id === direction) ?? [];
  });
}

function inShort({ t }: Words, [first, ...others]: readonly MeaningLine[]): string | undefined {
  if (!first) return undefined;
  const { sentence } = first;
  return others.length === 0 ? sentence : t('diff.in-short', { sentence, count: others.length });
}

/** Texts of an earlier notice that were mended: nothing else changes with them. */
export function amendmentView(
  { words, addresses }: Reader,
  { subject, name, fields, recorded }: AmendmentInWords,
): ChangeView {
  const isParty = subject.kind === 'third-party';
  return {
    name,
    href: isParty ? addresses.thirdParty(subject.id) : undefined,
    mark: isParty ? partyMark(subject.id, name) : undefined,
    inShort: undefined,
    meanings: [],
    effects: [],
    facts: [],
    factsTitle: undefined,
    groups: diffGroups(words, { fields, recorded }),
    replaced: [],
  };
}
