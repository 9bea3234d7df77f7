import { isDay } from '../../domain/days.ts';
import { proseSchema, type Text } from '../../domain/text.ts';
import type { ChangesContent, Draft, DraftContent } from '../../drafts/draft-content.ts';
import type { FieldProblem, ReceivedForm } from '../../forms/received-form.ts';
import type { Words } from '../../language/words.ts';

/** What is said of a draft as a whole, beside its changes: as its form sends it, texts trimmed and empty ones left out. */
export interface Details {
  readonly title: string;
  readonly effectiveOn: string | undefined;
  readonly shortNotice: boolean;
  readonly reason: Text | undefined;
  readonly arguments: Readonly<Record<string, string>>;
}

export const LONGEST_TITLE = 200;

export function detailsOf(title: string, content: DraftContent): Details {
  const changes = content.kind === 'changes' ? content : undefined;
  return {
    title,
    effectiveOn: changes?.effectiveOn,
    shortNotice: changes?.shortNotice ?? false,
    reason: content.reason,
    arguments: changes?.arguments ?? {},
  };
}

/** The details that a form holds. Those of which it takes a colleague's version are as in the draft now. */
export function detailsIn(
  form: ReceivedForm,
  words: Words,
  now: Draft,
): { readonly details: Details } | { readonly problems: readonly FieldProblem[] } {
  const theirs = detailsOf(now.title, now.content);
  const takes = (field: string): boolean => form.value(`keep.${field}`) === 'theirs';
  const title = takes('title') ? theirs.title : form.value('title').trim();
  const first = form.value('day-choice') !== 'chosen';
  const day = form.value('day').trim();
  const reason = textsIn(form, 'reason.');
  const problems = [
    ...(title === '' || title.length > LONGEST_TITLE || title.includes('\n')
      ? [{ field: 'title', message: words.t('draft.problem.title') }]
      : []),
    ...(first || isDay(day) ? [] : [{ field: 'day', message: words.t('draft.problem.day') }]),
    ...problemsOfTexts('reason.', reason, words),
    ...problemsOfTexts('argument.', textsIn(form, 'argument.'), words),
  ];
  if (problems.length > 0) return { problems };
  const typed = {
    effectiveOn: first ? undefined : day,
    shortNotice: !first && form.value('short-notice') !== '',
  };
  const { effectiveOn, shortNotice } = takes('day') ? theirs : typed;
  return {
    details: {
      title,
      effectiveOn,
      shortNotice,
      reason: takes('reason') ? theirs.reason : Object.keys(reason).length > 0 ? reason : undefined,
      arguments: textsIn(form, 'argument.'),
    },
  };
}

/** Texts by the last part of their names: `reason.en`. */
function textsIn(form: ReceivedForm, prefix: string): Record<string, string> {
  return Object.fromEntries(
    form
      .names()
      .filter((name) => name.startsWith(prefix) && /^[A-Za-z0-9-]{1,80}$/.test(name.slice(prefix.length)))
      .map((name) => [name.slice(prefix.length), form.value(name).trim()] as const)
      .filter(([, text]) => text !== ''),
  );
}

function problemsOfTexts(
  prefix: string,
  texts: Readonly<Record<string, string>>,
  { t }: Words,
): FieldProblem[] {
  return Object.entries(texts)
    .filter(([, text]) => !proseSchema.safeParse(text).success)
    .map(([name]) => ({ field: `${prefix}${name}`, message: t('draft.problem.text') }));
}

/** The content with its day, reason and arguments put in; its changes stay as they are. */
export function withDetails(content: DraftContent, details: Details): DraftContent {
  const { reason: _reason, ...rest } = content;
  const said = details.reason ? { reason: details.reason } : {};
  if (rest.kind !== 'changes') return { ...rest, ...said };
  const { effectiveOn: _day, shortNotice: _short, arguments: _arguments, ...bare } = rest;
  const changes: ChangesContent = {
    ...bare,
    ...said,
    ...(details.effectiveOn === undefined ? {} : { effectiveOn: details.effectiveOn }),
    ...(details.shortNotice ? { shortNotice: true } : {}),
    ...(Object.keys(details.arguments).length > 0 ? { arguments: { ...details.arguments } } : {}),
  };
  return changes;
}
