import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import type { ProcessingInTime } from '../use-in-time.ts';
import { momentQuery } from './moment-query.ts';
import type { Phrase } from './phrase.ts';
import { scopeAt, scopeName } from './scope-name.ts';

/** Links that show the map of one scope, or of all. */
export interface ScopePlaces {
  readonly label: string;
  readonly places: readonly (Phrase & { readonly href: string; readonly current: boolean })[];
}

/** Undefined where there is but one scope to show. */
export function scopePlaces(
  reader: Reader,
  moment: Moment,
  rows: readonly ProcessingInTime[],
  chosen: readonly string[],
): ScopePlaces | undefined {
  const { words, addresses } = reader;
  const ids = [...new Set([...rows.map(({ processing }) => processing.scope), ...chosen])];
  if (ids.length < 2 && chosen.length === 0) return undefined;
  const at = momentQuery(moment);
  const scopes = ids.map((id) => {
    const { text, lang } = scopeName(reader, scopeAt(moment, id), id);
    return {
      text,
      ...(lang === undefined ? {} : { lang }),
      href: addresses.map({ ...at, scope: [id] }),
      current: chosen.includes(id),
    };
  });
  const all = { text: words.t('general.all-scopes'), href: addresses.map(at), current: chosen.length === 0 };
  return {
    label: words.t('notice.scopes'),
    places: [all, ...scopes.sort((a, b) => words.compare(a.text, b.text))],
  };
}
