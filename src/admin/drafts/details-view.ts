import { isDay } from '../../domain/days.ts';
import { languagesOf } from './languages.ts';
import { LONGEST_TITLE } from '../../drafts/check-content.ts';
import type { Draft } from '../../drafts/draft-content.ts';
import type { Plan } from '../../drafts/plan.ts';
import type { ChoicesView, FieldView } from '../../forms/field-view.ts';
import type { FormOutcome } from '../../forms/form-outcome.ts';
import type { Pair } from '../../register/views/pairs.ts';
import type { Answer } from '../answer.ts';
import { answerToAction, choices, textField } from '../answer.ts';
import { detailsOf, type Details } from './details-form.ts';
import type { Locals } from '../reader.ts';
import { subjectName } from './subject-name.ts';

/** The form for what is said of a draft as a whole. */
export interface DetailsView {
  readonly kept: readonly Pair[];
  readonly title: FieldView;
  readonly day: readonly FieldView[];
  readonly reason: { readonly legend: string; readonly hint: string; readonly fields: readonly FieldView[] };
  readonly arguments: {
    readonly title: string;
    readonly lead: string;
    readonly fields: readonly FieldView[];
  };
  /** Said differently by a colleague in the meantime: whose version is kept. */
  readonly choices:
    { readonly title: string; readonly lead: string; readonly fields: readonly ChoicesView[] } | undefined;
  readonly note: string | undefined;
}

export function detailsView(
  locals: Locals,
  draft: Draft,
  plan: Plan,
  all: Answer,
  outcome: FormOutcome,
): DetailsView {
  const { words } = locals;
  const answer = answerToAction(all, 'save');
  const known = detailsOf(draft.title, draft.content);
  const changes = draft.content.kind === 'changes';
  // Whoever came second chooses with the newest version before them, and saves on top of it.
  const second = outcome.kind === 'refused' && outcome.status === 409;
  const version = answer.form && !second ? answer.form.value('version') : String(draft.version);
  return {
    kept: [{ name: 'version', value: version }],
    title: textField(answer, 'title', words.t('draft.field.title'), {
      value: known.title,
      hint: words.t('draft.field.title.hint'),
      maxLength: LONGEST_TITLE,
      required: true,
    }),
    day: changes ? dayFields(locals, plan, answer, known) : [],
    reason: {
      legend: words.t('draft.field.reason'),
      hint: words.t('draft.field.reason.hint'),
      fields: reasonFields(locals, answer, known),
    },
    arguments: {
      title: words.t('draft.argument.title'),
      lead: words.t('draft.argument.lead'),
      fields: argumentFields(locals, draft, plan, answer, known),
    },
    choices: second && answer.form ? versionChoices(locals, answer, known) : undefined,
    note: words.t(draft.state === 'open' ? 'draft.save.note' : 'draft.save.voids'),
  };
}

function dayFields({ words }: Locals, plan: Plan, answer: Answer, known: Details): FieldView[] {
  return [
    choices(
      answer,
      'day-choice',
      words.t('draft.field.day-choice'),
      'radio',
      [
        {
          value: 'first',
          label: words.t('draft.field.day.first'),
          hint: words.t('draft.field.day.first.hint', { day: words.day(plan.firstLawfulDay) }),
        },
        { value: 'chosen', label: words.t('draft.field.day.chosen') },
      ],
      [known.effectiveOn === undefined ? 'first' : 'chosen'],
    ),
    textField(answer, 'day', words.t('draft.field.day'), {
      type: 'date',
      value: known.effectiveOn ?? '',
      hint: words.t('draft.field.day.hint'),
    }),
    {
      id: 'short-notice',
      name: 'short-notice',
      label: words.t('draft.field.short-notice'),
      hint: words.t('draft.field.short-notice.hint'),
      value: 'yes',
      checked: answer.form ? answer.form.value('short-notice') !== '' : known.shortNotice,
    },
  ];
}

function reasonFields(locals: Locals, answer: Answer, { reason = {} }: Details): FieldView[] {
  return languagesOf(locals, reason).map((language) =>
    textField(answer, `reason.${language}`, locals.words.languageName(language), {
      type: 'prose',
      value: reason[language] ?? '',
      lang: language,
      rows: 3,
      maxLength: 5000,
    }),
  );
}

/** A field for each subprocessor of which staff noted that there is no contract. */
function argumentFields(
  locals: Locals,
  draft: Draft,
  plan: Plan,
  answer: Answer,
  known: Details,
): FieldView[] {
  const refused = plan.problems.flatMap(({ code, value }) =>
    code === 'contract-missing' && value !== undefined ? [value] : [],
  );
  const ids = [...new Set([...refused, ...known.arguments.keys()])];
  return ids.map((id) =>
    textField(
      answer,
      `argument.${id}`,
      subjectName(locals, draft.content, { kind: 'third-party', id }).text,
      { type: 'prose', value: known.arguments.get(id) ?? '', rows: 3, maxLength: 5000 },
    ),
  );
}

/** Where the form differs from what a colleague saved: title, day, reason. */
function versionChoices(locals: Locals, answer: Answer, theirs: Details): DetailsView['choices'] {
  const { words } = locals;
  const fields = (['title', 'day', 'reason'] as const).flatMap((field) => {
    const [mine, other] = [typedIn(locals, answer, field), saidIn(locals, theirs, field)];
    if (mine === other) return [];
    return [
      choices(
        { form: undefined, problems: [] },
        `keep.${field}`,
        words.t(`draft.keep.${field}`),
        'radio',
        [
          { value: 'mine', label: words.t('draft.keep.mine'), hint: mine },
          { value: 'theirs', label: words.t('draft.keep.theirs'), hint: other },
        ],
        ['mine'],
      ),
    ];
  });
  return { title: words.t('draft.keep.heading'), lead: words.t('draft.keep.lead'), fields };
}

type Field = 'title' | 'day' | 'reason';

function saidIn(
  { words }: Locals,
  { title, effectiveOn, shortNotice, reason = {} }: Details,
  field: Field,
): string {
  if (field === 'title') return title;
  if (field === 'day') return dayText(words, effectiveOn, shortNotice);
  return reasonText(words, Object.entries(reason));
}

function typedIn({ words }: Locals, { form }: Answer, field: Field): string {
  if (!form) return '';
  if (field === 'title') return form.value('title').trim();
  if (field === 'day')
    return form.value('day-choice') === 'chosen'
      ? dayText(words, form.value('day').trim(), form.value('short-notice') !== '')
      : dayText(words, undefined, false);
  const texts = form.names().filter((name) => name.startsWith('reason.'));
  return reasonText(
    words,
    texts.map((name): [string, string] => [name.slice('reason.'.length), form.value(name).trim()]),
  );
}

function dayText(words: Locals['words'], day: string | undefined, shortNotice: boolean): string {
  if (day === undefined) return words.t('draft.field.day.first');
  // What was typed may be no day at all.
  const text = isDay(day) ? words.day(day) : day;
  return shortNotice ? words.t('draft.keep.short-notice', { day: text }) : text;
}

function reasonText(words: Locals['words'], texts: readonly (readonly [string, string])[]): string {
  const said = texts
    .filter(([, text]) => text !== '')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([language, text]) =>
      words.t('general.in-language', { text, language: words.languageName(language) }),
    );
  return said.length === 0 ? words.t('general.not-stated') : said.join(words.t('general.separator'));
}
