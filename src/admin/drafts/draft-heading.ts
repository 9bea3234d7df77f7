import type { Problem } from '../../domain/problem.ts';
import type { Draft, DraftState } from '../../drafts/draft-content.ts';
import type { Plan } from '../../drafts/plan.ts';
import { noticeHeading, type NoticeHeading } from '../../language/notice-in-words.ts';
import type { Words } from '../../language/words.ts';
import { markOfWhatItDoes, type NoticeMark } from '../../register/views/notice-icon.ts';
import type { Tag } from '../../register/views/tag.ts';
import type { Locals } from '../reader.ts';
import { subjectName } from './subject-name.ts';

const TONES: Readonly<Record<DraftState, Tag['tone']>> = {
  open: 'strong',
  submitted: 'soon',
  approved: 'good',
  published: undefined,
  discarded: 'over',
};

export function draftStateTag({ words }: Pick<Locals, 'words'>, state: DraftState): Tag {
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

/** What a draft would do, as a sign; undefined while it does not fit the register, or does nothing to it. */
export function draftMark(locals: Locals, plan: Plan): NoticeMark | undefined {
  const heading = plannedHeading(locals, plan);
  return heading && !heading.revises ? markOfWhatItDoes(heading) : undefined;
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
): Tag[] {
  return [
    ...obstacleTags(words, problems, conflicts.length),
    // Whoever approved has confirmed them.
    ...(wording.length > 0 && state !== 'approved'
      ? [{ text: words.t('draft.lacks.wording', { count: wording.length }), tone: 'strong' as const }]
      : []),
  ];
}

/** How many conflicts, problems and gaps there are; nothing of what there is none of. */
export function obstacleTags({ t }: Words, problems: readonly Problem[], conflicts: number): Tag[] {
  const gaps = problems.filter(({ code }) => code === 'gap').length;
  const others = problems.filter(({ code }) => code !== 'gap' && code !== 'conflict').length;
  const counted: readonly (readonly [kind: 'conflicts' | 'problems' | 'gaps', count: number])[] = [
    ['conflicts', conflicts],
    ['problems', others],
    ['gaps', gaps],
  ];
  return counted
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => ({
      text: t(`draft.lacks.${kind}`, { count }),
      tone: kind === 'gaps' ? 'soon' : 'bad',
    }));
}
