import type {
  ChangeInWords,
  FactsInWords,
  FieldInWords,
  FieldsInWords,
} from '../language/notice-in-words.ts';
import { effectsOf } from '../domain/notice.ts';
import { element, factTable, grid, listOf, type Content } from './html.ts';
import { standingFacts } from './standing-facts.ts';
import type { ToldNotice } from './told-notice.ts';

/** One thing that a notice does: what it means in each scope, the facts, and before and after. */
export function changeHtml(told: ToldNotice, change: ChangeInWords): Content {
  const { words } = told;
  return [
    element('h3', {}, change.name),
    element(
      'ul',
      {},
      change.effects.map((effect) => element('li', {}, effectText(told, effect))),
    ),
    change.facts.map((facts) => factsHtml(told, facts)),
    change.replaces.map((replaced) => [
      element('h4', {}, `${words.fieldName('third-party', 'replaces')}: ${replaced.name}`),
      replaced.facts.map((facts) => factsHtml(told, facts)),
    ]),
    standingFacts(told, change).map((facts) => factsHtml(told, facts)),
    change.fields.map((fields) => fieldsHtml(told, fields)),
  ];
}

/**
 * `Application: Third party added. Widens. More may happen to personal data.` Where only some of the notice needs notice,
 * it also says of each scope whether one can object there.
 */
function effectText(
  { words, notice }: ToldNotice,
  { scope, types, direction, class: its }: ChangeInWords['effects'][number],
): string {
  const where = scope?.name ?? words.t('general.all-scopes');
  const isMixed = new Set(effectsOf(notice).map((effect) => effect.class)).size > 1;
  const objection = isMixed ? `${its.label}: ${its.hint ?? ''}` : '';
  const what = `${where}: ${types.map(({ label }) => label).join(', ')}. ${direction.label}. ${direction.hint ?? ''}`;
  return `${what} ${objection}`.trim();
}

/** The shape of `FactsInWords`, and that of what goes on beside what changes. */
interface FactsToShow extends Omit<FactsInWords, 'kind'> {
  readonly kind: FactsInWords['kind'] | 'standing';
}

function factsHtml({ words }: ToldNotice, { kind, scope, facts }: FactsToShow): Content {
  const heading =
    kind === 'added' || kind === 'removed' ? words.t(`notice.${kind}`) : words.t('notice.facts');
  return [
    scope && element('h4', {}, `${scope.name}: ${heading}`),
    factTable(facts.map(({ label, values, language }) => [label, listOf(values), language] as const)),
  ];
}

function fieldsHtml({ words }: ToldNotice, { scope, purpose, fields }: FieldsInWords): Content {
  const { t } = words;
  const where = [scope?.name, purpose].filter((part) => part !== undefined).join(' – ');
  const heading = where === '' ? t('notice.fields') : `${where}: ${t('notice.fields')}`;
  return [
    element('h4', {}, heading),
    grid(
      [t('feed.field'), t('notice.before'), t('notice.after')],
      fields.map((field) => [
        fieldName(words, field),
        sideOf(words, field, 'before'),
        sideOf(words, field, 'after'),
      ]),
    ),
  ];
}

function fieldName({ t }: ToldNotice['words'], { label, languageName, wording }: FieldInWords): string {
  const name =
    languageName === undefined ? label : t('general.in-language', { text: label, language: languageName });
  return wording ? `${name}. ${t('notice.wording')}` : name;
}

/** One side of a change; of a set, the members that go stand on one side and those that come on the other. */
function sideOf({ t }: ToldNotice['words'], field: FieldInWords, side: 'before' | 'after'): Content {
  if (field.kind === 'set') {
    const members = (side === 'before' ? field.removed : field.added) ?? [];
    if (members.length === 0) return '–';
    return [`${t(side === 'before' ? 'notice.removed' : 'notice.added')}: `, listOf(members)];
  }
  return listOf(field[side] ?? [t('general.not-stated')]);
}
