import type { Draft, DraftState } from '../../drafts/draft-content.ts';
import type { Plan } from '../../drafts/plan.ts';
import { noticeHeading, type NoticeHeading } from '../../language/notice-in-words.ts';
import type { StateTag } from '../page-parts.ts';
import type { Locals } from '../reader.ts';
import { subjectName } from './subject-name.ts';

const TONES: Readonly<Record<DraftState, StateTag['tone']>> = {
  open: 'strong',
  submitted: 'soon',
  approved: 'good',
  published: undefined,
  discarded: 'over',
};

export function draftStateTag({ words }: Pick<Locals, 'words'>, state: DraftState): StateTag {
  const tone = TONES[state];
  return {
    text: words.t(`draft.state.${state}`),
    hint: words.t(`draft.state.${state}.hint`),
    ...(tone === undefined ? {} : { tone }),
  };
}

/** The notice that a draft would be, as it would stand in a list; undefined while it does not fit the register. */
function plannedHeading(
  { words }: Pick<Locals, 'words'>,
  { notice, ledger }: Plan,
): NoticeHeading | undefined {
  return notice && ledger ? noticeHeading(words, ledger, notice) : undefined;
}

/** What a draft is about, in words: as readers would see its title, or by the names of what it changes. */
export function aboutDraft(locals: Locals, { content }: Draft, plan: Plan): string {
  const heading = plannedHeading(locals, plan);
  if (heading) return heading.title;
  const { words } = locals;
  if (content.kind !== 'changes') return words.t(`draft.about.${content.kind}`, { edition: content.edition });
  const names = content.changes.map(({ subject }) => subjectName(locals, content, subject).text);
  return names.length === 0
    ? words.t('draft.about.nothing')
    : words.list([...new Set(names)].slice(0, MOST_NAMES));
}

const MOST_NAMES = 6;

/** How much is in the way of publishing it. */
export function whatLacks(
  { words }: Pick<Locals, 'words'>,
  { state }: Pick<Draft, 'state'>,
  { problems, conflicts, wording }: Plan,
): StateTag[] {
  const { t } = words;
  const gaps = problems.filter(({ code }) => code === 'gap').length;
  const others = problems.filter(({ code }) => code !== 'gap' && code !== 'conflict').length;
  return [
    ...(conflicts.length > 0
      ? [{ text: t('draft.lacks.conflicts', { count: conflicts.length }), tone: 'bad' as const }]
      : []),
    ...(others > 0 ? [{ text: t('draft.lacks.problems', { count: others }), tone: 'bad' as const }] : []),
    ...(gaps > 0 ? [{ text: t('draft.lacks.gaps', { count: gaps }), tone: 'soon' as const }] : []),
    // Whoever approved has confirmed them.
    ...(wording.length > 0 && state !== 'approved'
      ? [{ text: t('draft.lacks.wording', { count: wording.length }), tone: 'strong' as const }]
      : []),
  ];
}
