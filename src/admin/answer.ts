import { idOf, type ChoicesView, type SelectView, type TextView } from '../forms/field-view.ts';
import type { FieldProblem, ReceivedForm } from '../forms/received-form.ts';
import type { FormOutcome } from '../forms/form-outcome.ts';

/** What was typed into a form that comes back, and what is wrong with it; neither on a first look. */
export interface Answer {
  readonly form: ReceivedForm | undefined;
  readonly problems: readonly FieldProblem[];
}

export function answerOf(outcome: FormOutcome): Answer {
  return {
    form: 'form' in outcome ? outcome.form : undefined,
    problems: outcome.kind === 'refused' ? outcome.problems : [],
  };
}

/** The frame of an answer to a form: what was done before the form was sent is said no more. */
export function answering<Frame extends { readonly done: string | undefined }>(
  frame: Frame,
  outcome: FormOutcome,
): Frame {
  return outcome.kind === 'none' ? frame : { ...frame, done: undefined };
}

/** The answer to one of several forms of a page; the others are as on a first look. */
export function answerTo({ form, problems }: Answer, name: string): Answer {
  return form?.value('form') === name ? { form, problems } : { form: undefined, problems: [] };
}

/** The answer to the form that the button of an action sent; other forms of the page are as on a first look. */
export function answerToAction({ form, problems }: Answer, action: string): Answer {
  return form?.action === action ? { form, problems } : { form: undefined, problems: [] };
}

/** What was typed, or else what is known. */
export function typed({ form }: Answer, name: string, known = ''): string {
  return form?.names().includes(name) ? form.value(name) : known;
}

/** What was ticked, when the form comes back; or else what is known. */
function ticked({ form }: Answer, name: string, known: readonly string[]): readonly string[] {
  return form ? form.values(name) : known;
}

export function errorAt({ problems }: Answer, name: string): string | undefined {
  return problems.find(({ field }) => field === name)?.message;
}

type Extra<View> = Partial<Omit<View, 'id' | 'name' | 'label'>>;

export function textField(
  answer: Answer,
  name: string,
  label: string,
  { value = '', type = 'line', ...extra }: Extra<TextView> = {},
): TextView {
  return {
    id: idOf(name),
    name,
    label,
    type,
    value: typed(answer, name, value),
    error: errorAt(answer, name),
    ...extra,
  };
}

export function selectField(
  answer: Answer,
  name: string,
  label: string,
  { value = '', options = [], ...extra }: Extra<SelectView>,
): SelectView {
  const chosen = typed(answer, name, value);
  return { id: idOf(name), name, label, value: chosen, options, error: errorAt(answer, name), ...extra };
}

type Option = Omit<ChoicesView['options'][number], 'checked'>;

/** @param known the values that are chosen on a first look */
export function choices(
  answer: Answer,
  name: string,
  legend: string,
  type: ChoicesView['type'],
  options: readonly Option[],
  known: readonly string[],
  extra: Partial<Pick<ChoicesView, 'hint' | 'required' | 'readOnly'>> = {},
): ChoicesView {
  const chosen = ticked(answer, name, known);
  return {
    id: idOf(name),
    name,
    legend,
    type,
    options: options.map((option) => ({ ...option, checked: chosen.includes(option.value) })),
    error: errorAt(answer, name),
    ...extra,
  };
}
