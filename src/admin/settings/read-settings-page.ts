import type { ChoicesView } from '../../forms/field-view.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import { houseRules, type HouseRules } from '../../staff/house-rules.ts';
import { listStaff } from '../../staff/list-staff.ts';
import type { FormOutcome } from '../../forms/form-outcome.ts';
import type { Link } from '../../register/views/link.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { answerOf, choices, type Answer } from '../answer.ts';
import type { Locals } from '../reader.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';

/** How staff work here. */
export interface SettingsPage {
  readonly frame: AdminFrame;
  readonly problems: { readonly title: string; readonly list: readonly FieldProblem[] };
  readonly secondFactor: ChoicesView;
  /** Who would have to set one up first, when it is required. */
  readonly without:
    { readonly title: string; readonly text: string; readonly names: readonly string[] } | undefined;
  readonly ownApproval: ChoicesView;
  readonly button: string;
  readonly look: { readonly title: string; readonly text: string; readonly link: Link };
  readonly components: Link;
}

interface Values {
  readonly 'second-factor': HouseRules['secondFactor'];
  readonly 'own-approval': HouseRules['ownApproval'];
}

export async function readSettingsPage(locals: Locals, outcome: FormOutcome): Promise<SettingsPage> {
  const { t } = locals.words;
  const addresses = adminAddresses(locals.addresses);
  const rules = await houseRules(locals.context);
  const answer = answerOf(outcome);
  return {
    frame: adminFrame(locals, { title: t('settings.title'), section: 'settings', lead: t('settings.lead') }),
    problems: { title: t('settings.problems'), list: answer.problems },
    secondFactor: ruleChoices(locals, answer, 'second-factor', ['optional', 'required'], rules.secondFactor),
    without: await withoutSecondFactor(locals),
    ownApproval: ruleChoices(locals, answer, 'own-approval', ['refused', 'allowed'], rules.ownApproval),
    button: t('settings.save'),
    look: {
      title: t('settings.look'),
      text: t('settings.look.text'),
      link: { text: t('settings.look.link'), href: addresses.look() },
    },
    components: { text: t('settings.components'), href: addresses.components() },
  };
}

function ruleChoices<const Rule extends 'second-factor' | 'own-approval'>(
  { words: { t } }: Locals,
  answer: Answer,
  rule: Rule,
  values: readonly Values[Rule][],
  now: Values[Rule],
): ChoicesView {
  const options = values.map((value) => ({
    value,
    label: t(`settings.rule.${value}`),
    hint: t(`settings.rule.${value}-hint`),
  }));
  return choices(answer, rule, t(`settings.${rule}`), 'radio', options, [now]);
}

async function withoutSecondFactor({ words: { t }, context }: Locals): Promise<SettingsPage['without']> {
  const staff = await listStaff(context);
  const names = staff
    .filter(({ state, hasSecondFactor }) => state === 'active' && !hasSecondFactor)
    .map(({ name }) => name);
  if (names.length === 0) return undefined;
  const title = t('settings.without.title', { count: names.length });
  return { title, text: t('settings.without.text'), names };
}
