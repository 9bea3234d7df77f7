import { LOCATION_KINDS, PLACE_GROUPS, type Processing } from '../../domain/subjects/processing.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import { transferOf } from '../../domain/transfers.ts';
import { firstOf } from '../../forms/form-values.ts';
import { countryOptions } from './countries.ts';
import { line, optionsOf, select, type Option } from './controls.ts';
import type { Form } from './form.ts';
import type { FormPart } from './form-part.ts';
import { rows } from './rows.ts';

/** Where data is, of which kind each place is. */
export function locations(form: Form, name: string): FormPart {
  const { words } = form;
  return rows(form, name, {
    hint: words.t('form.locations.hint'),
    called: (number) => words.t('form.row.place', { number }),
    add: words.t('form.add.place'),
    inviting: true,
    row: (own) => [
      {
        kind: 'columns',
        parts: [
          kind(form, `${own}.kind`),
          select(form, `${own}.place`, placeOptions(form), { label: words.t('form.place') }),
          line(form, `${own}.city`, { label: words.t('form.city') }),
          line(form, `${own}.region`, { label: words.t('form.region') }),
        ],
      },
    ],
  });
}

/** Where nothing is chosen, data is stored: that is what a place mostly is. */
function kind(form: Form, name: string): FormPart {
  const value = firstOf(form.values, name) || 'storage';
  const options = optionsOf(form, LOCATION_KINDS, (one) => `location.kind.${one}` as const);
  const part = select({ ...form, values: new Map([[name, [value]]]) }, name, options, {
    label: form.words.t('form.place-kind'),
    required: true,
  });
  return part;
}

function placeOptions({ words }: Form): Option[] {
  const countries = words.t('form.countries');
  const elsewhere = words.t('form.other-places');
  return [
    ...PLACE_GROUPS.map((value) => ({ value, label: words.placeName(value), group: elsewhere })),
    ...(['chosen-by-customer', 'not-stated'] as const).map((value) => ({
      value,
      label: words.t(`place.${value}`),
      group: elsewhere,
    })),
    ...countryOptions(words).map((option) => ({ ...option, group: countries })),
  ];
}

/** What was computed of the places and the seat: whether data leaves the EEA, and so needs a safeguard. */
export function transferNote({ words, content }: Form, state: ThirdParty, processing: Processing): FormPart {
  const transfer = transferOf(state, processing, content.eea);
  const title = words.t('form.transfer');
  if (!transfer) return { kind: 'note', tone: 'good', title, text: words.t('form.transfer.none') };
  const places = words.list(transfer.destinations.map(words.inSentence));
  return { kind: 'note', tone: 'info', title, text: words.t('form.transfer.leaves', { places }) };
}
