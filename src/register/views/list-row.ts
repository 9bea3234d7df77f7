import type { Safeguard } from '../../domain/subjects/processing.ts';
import { safeguardStated } from '../../domain/transfers.ts';
import { primaryFirst } from '../../language/safeguards.ts';
import type { Words } from '../../language/words.ts';
import { locationsInOrder } from '../places-of.ts';
import type { Reader } from '../reader.ts';
import type { ProcessingInTime } from '../use-in-time.ts';
import { categoryPhrases, inOneLine } from './categories.ts';
import { notStated, phraseOf, type Phrase } from './phrase.ts';
import type { Tag } from './tag.ts';

/** One processing in the list: what it is for, with which data, how long, where, under which safeguard. */
export interface ListRow {
  readonly purpose: Phrase;
  /** `Only when`: `the user turns that function on`. */
  readonly condition: { readonly label: string; readonly phrase: Phrase } | undefined;
  readonly use: string | undefined;
  readonly role: string | undefined;
  /** From when, or until when, if not now. */
  readonly tag: Tag | undefined;
  readonly data: readonly Phrase[];
  readonly retention: Phrase;
  readonly where: readonly Phrase[];
  readonly safeguards: readonly Phrase[];
}

export function listRow(reader: Reader, row: ProcessingInTime, showRole: boolean): ListRow {
  const { words } = reader;
  const { processing, thirdParty, id } = row;
  const { use, role, retention, retentionTerms, data = [], locations = [] } = processing;
  const marks = (name: string) => ({ paths: thirdParty.outdated, path: `processings/${id}/${name}` });
  const condition = phraseOf(words, words.text(processing.condition, marks('condition')));
  return {
    purpose: phraseOf(words, words.text(processing.purpose, marks('purpose'))) ?? notStated(words),
    condition: condition && {
      label: words.fieldName('third-party', 'processings/*/condition'),
      phrase: condition,
    },
    use: use === undefined || use === 'always' ? undefined : words.t(`use.${use}`),
    role: showRole ? words.role(role) : undefined,
    tag: timeTag(words, row),
    data: data.length > 0 ? inOneLine(categoryPhrases(reader, 'data', data)) : [notStated(words)],
    retention:
      (retention ?? retentionTerms) ? { text: words.retention(retention, retentionTerms) } : notStated(words),
    where:
      locations.length > 0
        ? locationsInOrder(locations).map((location) => ({ text: words.location(location) }))
        : [notStated(words)],
    safeguards: safeguardPhrases(reader, row),
  };
}

function timeTag(words: Words, { state, from, until }: ProcessingInTime): Tag | undefined {
  if (state === 'planned' && from !== undefined)
    return { text: words.t('register.added-from', { day: words.dayShort(from) }), tone: 'soon' };
  if (state === 'ended' && until !== undefined)
    return { text: words.t('register.removed-from', { day: words.dayShort(until) }), tone: 'over' };
  return undefined;
}

/** Grounds in short, primary ones first; regimes, modules and destinations stand on the third party's own page. */
function safeguardPhrases(
  { words, context }: Reader,
  { thirdParty, processing }: ProcessingInTime,
): Phrase[] {
  const stated = safeguardStated(thirdParty, processing, context.content.eea);
  if (stated === 'not-stated') return [notStated(words)];
  if (stated === 'not-needed') return [{ text: words.t('safeguard.not-needed'), quiet: true }];
  const lines = primaryFirst(processing.safeguards ?? []).map((safeguard) =>
    shortSafeguard(words, safeguard),
  );
  return [...new Set(lines)].map((text) => ({ text }));
}

function shortSafeguard(words: Words, { ground, rank }: Safeguard): string {
  const name = words.t(`safeguard.short.${ground}`);
  return rank === 'fallback' ? words.t('safeguard.fallback', { safeguard: name }) : name;
}
