import type { ValueContext } from '../../language/field-values.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { snapshotOn } from '../snapshot.ts';
import { nameOf } from './party-name.ts';
import { scopeAt, scopeName } from './scope-name.ts';

/** How values of fields are told at a moment: by the names that scopes and third parties have then. */
export function valueContext(reader: Reader, moment: Moment): ValueContext {
  const { thirdParties } = snapshotOn(moment.known, moment.day);
  return {
    words: reader.words,
    scopeName: (id) => scopeName(reader, scopeAt(moment, id), id).text,
    thirdPartyName: (id) => nameOf(reader, thirdParties.get(id), id).text,
  };
}
