import { isDay } from '../../domain/days.ts';
import type { Text } from '../../domain/text.ts';
import { LONGEST_TITLE } from '../../drafts/check-content.ts';
import type { ChangesContent, Draft, DraftContent } from '../../drafts/draft-content.ts';
import type { FieldProblem, ReceivedForm } from '../../forms/received-form.ts';
import type { Words } from '../../language/words.ts';
import { textsIn, wrongTexts } from './sent-texts.ts';

/** What is said of a draft as a whole, beside its changes: as its form sends it, texts trimmed and empty ones left out. */
export interface Details {
  readonly title: string;
  readonly effectiveOn: string | undefined;
  readonly shortNotice: boolean;
  readonly reason: Text | undefined;
  /** By third party. */
  readonly arguments: ReadonlyMap<string, string>;
}

export function detailsOf(title: string, content: DraftContent): Details {
  const changes = content.kind === 'changes' ? content : undefined;
  return {
    title,
    effectiveOn: changes?.effectiveOn,
    shortNotice: changes?.shortNotice ?? false,
    reason: content.reason,
    arguments: new Map(Object.entries(changes?.arguments ?? {})),
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
    ...wrongTexts(form, 'reason.', words),
    ...wrongTexts(form, 'argument.', words),
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
      arguments: new Map(Object.entries(textsIn(form, 'argument.'))),
    },
  };
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
    ...(details.arguments.size > 0 ? { arguments: Object.fromEntries(details.arguments) } : {}),
  };
  return changes;
}
