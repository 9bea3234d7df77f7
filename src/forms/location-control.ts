import { LOCATION_KINDS, PLACE_GROUPS } from '../domain/subjects/processing.ts';
import { isTree } from '../domain/tree.ts';
import { below, onlyValue, refuseOthers, type Sent } from './control.ts';
import { COUNTRY, faultIn, LINE, option } from './formats.ts';
import { checked } from './plain-controls.ts';
import type { RowControl } from './row-controls.ts';
import { typedText } from './typed-text.ts';

const KIND = option(LOCATION_KINDS);

/** Places that are no country and no group. */
const OTHER_PLACES = ['chosen-by-customer', 'not-stated'] as const;

/**
 * Where data is: one list holds countries, groups and "chosen by the customer", so that nobody has to say first which of
 * these it is. A city or region goes with a country only.
 */
export const LOCATION_ROW: RowControl = {
  read: (sent) => {
    refuseOthers(sent, ['kind', 'place', 'region', 'city']);
    const [kind, place, region, city] = ['kind', 'place', 'region', 'city'].map((step) => at(sent, step));
    if (place === undefined && region === undefined && city === undefined) return undefined;
    if (kind === undefined) sent.report(`${sent.name}.kind`, 'missing');
    else checked(KIND, sent, `${sent.name}.kind`, kind);
    if (place === undefined) {
      sent.report(`${sent.name}.place`, 'place-missing');
      return undefined;
    }
    return { kind: kind ?? '', ...placed(sent, place, { region, city }) };
  },
  write: (name, value) => {
    const location = isTree(value) ? value : {};
    const text = (step: string): string => (typeof location[step] === 'string' ? location[step] : '');
    const place = text('country') || text('group') || text('place');
    return [
      [`${name}.kind`, [text('kind')]],
      [`${name}.place`, [place]],
      [`${name}.region`, [text('region')]],
      [`${name}.city`, [text('city')]],
    ];
  },
};

interface Details {
  readonly region: string | undefined;
  readonly city: string | undefined;
}

function placed(sent: Sent, place: string, { region, city }: Details) {
  const alone = [...PLACE_GROUPS, ...OTHER_PLACES].some((other) => other === place);
  if (alone) {
    if (region !== undefined) sent.report(`${sent.name}.region`, 'place-without-country');
    if (city !== undefined) sent.report(`${sent.name}.city`, 'place-without-country');
    return OTHER_PLACES.some((other) => other === place) ? { place } : { place: 'group', group: place };
  }
  if (faultIn(COUNTRY, place)) sent.report(`${sent.name}.place`, 'not-a-country');
  const [inRegion, inCity] = [
    checked(LINE, sent, `${sent.name}.region`, region),
    checked(LINE, sent, `${sent.name}.city`, city),
  ];
  return {
    place: 'country',
    country: place,
    ...(inRegion === undefined ? {} : { region: inRegion }),
    ...(inCity === undefined ? {} : { city: inCity }),
  };
}

function at(sent: Sent, step: string): string | undefined {
  const inner = below(sent, step, undefined);
  return inner && typedText(onlyValue(inner), undefined);
}
