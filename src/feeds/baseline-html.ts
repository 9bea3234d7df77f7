import type { Processing } from '../domain/subjects/processing.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import { element, factTable, grid, listOf, type Content } from './html.ts';
import { processingsOf, thirdPartyIn, type ToldNotice } from './told-notice.ts';

/** The first edition: what was in use when the register began, one row a processing. There is nothing to object to. */
export function baselineTables(told: ToldNotice): Content {
  const { words, changes } = told;
  const { t } = words;
  const thirdParties = changes.flatMap(({ after }) => thirdPartyIn(after) ?? []);
  return [
    scopeTable(told),
    element('h3', {}, t('register.list')),
    grid(
      [
        t('register.column.name'),
        t('csv.scope'),
        t('register.column.purpose'),
        t('register.column.data'),
        t('register.column.retention'),
        t('register.column.location'),
        t('register.column.safeguard'),
      ],
      thirdParties.flatMap((thirdParty) => rowsOf(told, thirdParty)),
    ),
  ];
}

function scopeTable({ words, changes }: ToldNotice): Content {
  const scopes = changes.flatMap(({ after }) => (after && 'capacity' in after ? [after] : []));
  return [
    element('h3', {}, words.t('about.scopes.title')),
    factTable(
      scopes.map(({ name, capacity }) => [words.plain(name), words.t(`capacity.${capacity}`)] as const),
    ),
  ];
}

function rowsOf(told: ToldNotice, thirdParty: ThirdParty): Content[][] {
  const name = nameOf(told, thirdParty);
  const rows = processingsOf(thirdParty);
  return rows.length === 0 ? [[name]] : rows.map(([, processing]) => [name, ...cellsOf(told, processing)]);
}

function nameOf({ words }: ToldNotice, { kind, name, entity }: ThirdParty): Content {
  const country = entity?.country === undefined ? undefined : words.country(entity.country);
  const legal = [entity?.name, country].filter((part) => part !== undefined).join(', ');
  const entityText = legal === '' && kind === 'service' ? words.t('general.not-stated') : legal;
  return [element('strong', {}, words.plain(name)), entityText === '' ? undefined : `\n${entityText}`];
}

function cellsOf({ words, context }: ToldNotice, processing: Processing): Content[] {
  const { t } = words;
  const unstated = t('general.not-stated');
  const stated = (values: readonly string[]) => listOf(values.length > 0 ? values : [unstated]);
  const condition = words.text(processing.condition)?.value;
  const only =
    condition === undefined
      ? ''
      : `\n${words.fieldName('third-party', 'processings/*/condition')}: ${condition}`;
  const kept = processing.retention ?? processing.retentionTerms;
  return [
    `${context.scopeName(processing.scope)}\n${words.role(processing.role)}`,
    `${words.text(processing.purpose)?.value ?? unstated}${only}`,
    stated(words.categories('data', processing.data, context.labels)),
    kept ? words.retention(processing.retention, processing.retentionTerms) : unstated,
    stated((processing.locations ?? []).map((location) => words.location(location))),
    stated((processing.safeguards ?? []).map((safeguard) => words.safeguard(safeguard))),
  ];
}
