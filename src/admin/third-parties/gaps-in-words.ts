import type { Gap } from '../../domain/gaps.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import { momentOf } from '../../register/moment.ts';
import type { Reader } from '../../register/reader.ts';
import { lawLink, type Link } from '../../register/views/link.ts';
import { scopeAt, scopeName } from '../../register/views/scope-name.ts';

/** A fact that is not stated, and why it should be. */
export interface GapInWords {
  readonly text: string;
  /** Where: the scope, and what the processing there is for. */
  readonly place: string | undefined;
  readonly law: Link;
}

export function gapsInWords(
  reader: Reader,
  facts: ThirdParty | undefined,
  gaps: readonly Gap[],
): GapInWords[] {
  return gaps.map(({ field, reason }) => ({
    text: reader.words.t(`gap.${reason}`),
    place: placeOf(reader, facts, field),
    law: lawLink(reader.words.legal(reason)),
  }));
}

function placeOf(reader: Reader, facts: ThirdParty | undefined, field: string): string | undefined {
  const [head, id = ''] = field.split('/');
  const row = head === 'processings' ? facts?.processings?.[id] : undefined;
  if (!row) return undefined;
  const { words, context, today } = reader;
  const moment = momentOf(context.ledger.current(), today, {});
  const scope = scopeName(reader, scopeAt(moment, row.scope), row.scope).text;
  const purpose = words.plain(row.purpose);
  return purpose === '' ? scope : words.t('third-party.labelled', { label: scope, text: purpose });
}
