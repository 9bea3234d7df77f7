import { isDay } from '../../domain/days.ts';
import { leafAt } from '../../domain/fields/table.ts';
import type { GapReason } from '../../domain/gaps.ts';
import type { Problem, ProblemCode } from '../../domain/problem.ts';
import type { Draft } from '../../drafts/draft-content.ts';
import type { Plan } from '../../drafts/plan.ts';
import { lawLink, type Link } from '../../register/views/link.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { Locals } from '../reader.ts';
import { subjectStates } from './subject-states.ts';
import { fieldLink, placeIn, subjectName, type PlaceIn } from './subject-name.ts';
import { placeLabel, processingLabel, valueContextOf } from './values-in-words.ts';

/** Something that keeps a draft from being published, with what to do about it. */
export interface Obstacle {
  /** Whose it is: the name of a third party or scope. */
  readonly about: string | undefined;
  readonly text: string;
  /** What the law asks for here. */
  readonly law: Link | undefined;
  /** Where to mend it. */
  readonly mend: Link | undefined;
}

/** What keeps a draft from being published, ready to be placed. */
export interface Obstacles {
  readonly title: string;
  readonly lead: string;
  readonly list: readonly Obstacle[];
}

/** What is in the way of a draft; undefined when nothing is. */
export function obstaclesOf(locals: Locals, draft: Draft, plan: Plan): Obstacles | undefined {
  const { words } = locals;
  const list = listOf(locals, draft, plan);
  return list.length === 0
    ? undefined
    : { title: words.t('draft.obstacles.title'), lead: words.t('draft.obstacles.lead'), list };
}

/** Everything that is in the way: what the law asks for and is not stated, and what the register refuses. */
function listOf(locals: Locals, draft: Draft, { problems }: Plan): Obstacle[] {
  // Conflicts have a page of their own.
  const others = problems.filter(({ code }) => code !== 'conflict' || draft.content.kind !== 'changes');
  const seen = new Set<string>();
  return others
    .map((problem) => obstacleOf(locals, draft, problem))
    .filter(({ about, text, mend }) => {
      const key = `${about ?? ''} ${text} ${mend?.href ?? ''}`;
      return seen.size !== seen.add(key).size;
    });
}

function obstacleOf(locals: Locals, draft: Draft, problem: Problem): Obstacle {
  const { words } = locals;
  const place = placeIn(problem.at);
  return {
    about: place && subjectName(locals, draft.content, place.subject).text,
    text: withoutStop(inPlace(locals, draft, place, problem, problemText(words, problem))),
    law: problem.code === 'gap' ? lawOf(locals, problem.value) : undefined,
    mend: mendOf(locals, draft, problem),
  };
}

/** A problem in words, with a day as people write one. */
function problemText(words: Locals['words'], problem: Problem): string {
  const { value } = problem;
  return words.problem(
    value !== undefined && isDay(value) ? { ...problem, value: words.day(value) } : problem,
  );
}

/** Sentences of problems end with a full stop, names of gaps do not. */
function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

/** With the processing it is about, by scope and purpose: a third party may have several; and with its field. */
function inPlace(
  locals: Locals,
  { content }: Draft,
  place: PlaceIn | undefined,
  { code }: Problem,
  text: string,
): string {
  if (!place) return text;
  const { subject, field } = place;
  const context = valueContextOf(locals, content);
  const { before, after } = subjectStates(locals, content, subject);
  const processing = /^processings\/([^/]+)/.exec(field)?.[1];
  // The sentence of a gap names the field itself.
  const label =
    code !== 'gap' && leafAt(subject.kind, field)
      ? placeLabel(context, subject, field, after, before)
      : processing === undefined
        ? undefined
        : processingLabel(context, processing, after, before);
  return label === undefined
    ? text
    : locals.words.t('draft.in-place', { text: withoutStop(text), place: label });
}

/** The value of a gap is the key of its legal reason. */
function lawOf({ words }: Locals, reason: string | undefined): Link {
  const legal = words.legal(reason as GapReason);
  return lawLink(legal, `${legal.label} (${legal.citation})`);
}

/** What is said of the draft as a whole is mended on its own page. */
const OF_THE_DRAFT: Readonly<Partial<Record<ProblemCode, string>>> = {
  'too-early': 'day',
  'same-day': 'day',
  'baseline-in-future': 'day',
  'reason-missing': 'reason',
};

function mendOf(locals: Locals, draft: Draft, problem: Problem): Link | undefined {
  const { words, addresses } = locals;
  const own = OF_THE_DRAFT[problem.code];
  if (draft.content.kind !== 'changes')
    return { text: words.t('draft.mend.revision'), href: adminAddresses(addresses).draftRevision(draft.id) };
  if (own !== undefined) return { text: words.t('draft.mend.here'), href: `#${own}` };
  const place = placeIn(problem.at);
  if (problem.code === 'contract-missing')
    return { text: words.t('draft.mend.argument'), href: `#argument-${problem.value ?? ''}` };
  if (place) return { text: words.t('draft.mend.field'), href: fieldLink(locals, draft.id, place) };
  return problem.code === 'nothing-changed'
    ? { text: words.t('draft.add-change'), href: adminAddresses(addresses).newDraft({ draft: draft.id }) }
    : undefined;
}
