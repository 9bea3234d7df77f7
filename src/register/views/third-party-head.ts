import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import { hasBegun, type Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import type { Shown } from '../third-party-on.ts';
import type { IconName } from './icon.ts';
import type { Link } from './link.ts';
import { momentQuery } from './moment-query.ts';
import { partyMark, type PartyMark } from './party-mark.ts';
import type { Phrase } from './phrase.ts';
import type { Tag } from './tag.ts';
import { usesInWords } from './use-in-words.ts';

/** Who a page is about: its name, who stands behind it, whether it is in use. */
export interface ThirdPartyHead {
  readonly back: Link;
  readonly name: Phrase;
  readonly mark: PartyMark;
  /** The legal entity and its country; or that it is no company, or that its name is not told. */
  readonly about: readonly string[];
  readonly use: UseOnDay | undefined;
  readonly tags: readonly Tag[];
}

/** Whether it is in use on the day: the sentence that says so, then what else is to be said of that. */
export interface UseOnDay {
  readonly icon: IconName;
  readonly tone: 'fine' | 'soon' | 'over';
  readonly lines: readonly string[];
}

/** @param shown undefined while nothing is known of it on the day */
export function thirdPartyHead(
  reader: Reader,
  moment: Moment,
  id: string,
  name: Phrase,
  shown: Shown | undefined,
): ThirdPartyHead {
  const { words, addresses } = reader;
  return {
    back: { text: words.t('third-party.back'), href: addresses.register(momentQuery(moment)) },
    name,
    mark: partyMark(id, name.text),
    about: shown ? standsBehind(reader, shown.state) : [],
    use: hasBegun(moment) ? useOnDay(reader, moment, id, shown) : undefined,
    tags: shown ? partyTags(reader, shown.state) : [],
  };
}

/** `Functional Software, Inc.`, `United States`. */
function standsBehind({ words }: Reader, { kind, entity }: ThirdParty): string[] {
  if (kind !== 'service') return [words.t(`third-party.${kind}`)];
  const country = entity?.country;
  return [
    ...(entity?.name === undefined ? [] : [entity.name]),
    ...(country === undefined ? [] : [words.country(country)]),
  ];
}

function useOnDay(reader: Reader, moment: Moment, id: string, shown: Shown | undefined): UseOnDay {
  const { words } = reader;
  const periods = usesInWords(words, moment.known, id, moment.day);
  switch (shown?.when) {
    case 'in-use':
      return { icon: 'check', tone: 'fine', lines: periods.toReversed() };
    case 'planned': {
      const day = words.day(shown.from ?? moment.day);
      return { icon: 'clock', tone: 'soon', lines: [words.t('third-party.planned-only', { day })] };
    }
    case 'ended': {
      const lines = [notInUse(reader, moment), words.t('third-party.as-last'), ...periods];
      return { icon: 'remove', tone: 'over', lines };
    }
    case 'listed':
    case undefined:
      return { icon: 'remove', tone: 'over', lines: [notInUseOn(reader, moment), ...periods] };
  }
}

function notInUse(reader: Reader, moment: Moment): string {
  return moment.day === reader.today ? reader.words.t('third-party.not-in-use') : notInUseOn(reader, moment);
}

function notInUseOn({ words }: Reader, { day }: Moment): string {
  return words.t('third-party.not-in-use-on', { day: words.day(day) });
}

/** Its roles, each once, and what else should be known before reading on. */
function partyTags({ words }: Reader, { processings = {}, affiliate, ai }: ThirdParty): Tag[] {
  const roles = new Set(Object.values(processings).map(({ role }) => role));
  return [
    ...[...roles].map((role): Tag => ({ text: words.role(role), tone: 'strong' })),
    ...(affiliate === true ? [{ text: words.fieldName('third-party', 'affiliate') }] : []),
    ...(ai === undefined ? [] : [{ text: words.t('third-party.ai') }]),
  ];
}
