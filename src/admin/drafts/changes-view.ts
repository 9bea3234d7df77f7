import type { Subject } from '../../domain/subjects/subject.ts';
import { subjectKey } from '../../domain/subjects/subject.ts';
import type { Draft } from '../../drafts/draft-content.ts';
import type { Plan } from '../../drafts/plan.ts';
import { roleForSubject } from '../../drafts/role-for.ts';
import { noticeInWords, type ChangeInWords } from '../../language/notice-in-words.ts';
import type { Phrase } from '../../register/views/phrase.ts';
import { diffGroups, type DiffGroup } from '../../register/views/diff.ts';
import { factGroups, type FactGroup } from '../../register/views/fact-groups.ts';
import { effectLines, type EffectLine } from '../../register/views/effects.ts';
import type { Link } from '../../register/views/link.ts';
import type { Tag } from '../../register/views/tag.ts';
import type { RowAction } from '../page-parts.ts';
import { may, type Locals } from '../reader.ts';
import { obstacleTags } from './draft-heading.ts';
import { placeIn, subjectForm, subjectName } from './subject-name.ts';

/** One change of a draft: what it means where, and what can be done about it. */
export interface DraftedChangeView {
  readonly id: string;
  readonly name: Phrase;
  readonly href: string;
  readonly open: string;
  readonly kind: string;
  readonly tags: readonly Tag[];
  readonly effects: readonly EffectLine[];
  readonly facts: readonly FactGroup[];
  readonly groups: readonly DiffGroup[];
  /** A replacement is told with what takes its place. */
  readonly toldWith: Link | undefined;
  readonly details: string;
  readonly drop: RowAction | undefined;
}

/** The changes of a draft, each with what readers would be told of it. */
export function changeViews(
  locals: Locals,
  draft: Draft,
  plan: Plan,
  editable: boolean,
): DraftedChangeView[] {
  const { content } = draft;
  if (content.kind !== 'changes') return [];
  const told =
    plan.notice && plan.ledger ? noticeInWords(locals.words, plan.ledger, plan.notice).changes : [];
  return content.changes.map(({ subject }) => changeView(locals, draft, plan, subject, told, editable));
}

function changeView(
  locals: Locals,
  draft: Draft,
  plan: Plan,
  subject: Subject,
  told: readonly ChangeInWords[],
  editable: boolean,
): DraftedChangeView {
  const { words } = locals;
  const own = told.find((change) => subjectKey(change.subject) === subjectKey(subject));
  const successor = told.find(
    ({ replaces }) => subject.kind === 'third-party' && replaces.some(({ id }) => id === subject.id),
  );
  const name = subjectName(locals, draft.content, subject);
  return {
    id: `change-${subjectKey(subject).replaceAll('/', '-')}`,
    name,
    href: subjectForm(locals, draft.id, subject),
    open: words.t(editable ? 'draft.change.open' : 'draft.change.look', { name: name.text }),
    kind: words.t(`draft.subject.${subject.kind}`),
    tags: tagsOf(locals, plan, subject),
    effects: own ? effectLines(words, own.effects) : [],
    facts: own ? factGroups(words, own.facts) : [],
    groups: own ? diffGroups(words, own) : [],
    toldWith: successor && {
      text: words.t('draft.change.replaced-by', { name: successor.name }),
      href: `#change-${subjectKey(successor.subject).replaceAll('/', '-')}`,
    },
    details: words.t('draft.change.details'),
    drop:
      editable && may(locals, roleForSubject(subject))
        ? dropOf(locals, draft, subject, name.text)
        : undefined,
  };
}

function dropOf({ words }: Locals, draft: Draft, subject: Subject, name: string): RowAction {
  return {
    action: `drop ${subjectKey(subject)}`,
    text: words.t('draft.change.drop'),
    about: name,
    kept: [{ name: 'version', value: String(draft.version) }],
  };
}

/** What is in the way of this change. */
function tagsOf({ words }: Locals, { problems, conflicts }: Plan, subject: Subject): Tag[] {
  const key = subjectKey(subject);
  const own = problems.filter(({ at }) => {
    const place = placeIn(at);
    return place !== undefined && subjectKey(place.subject) === key;
  });
  const disputed = conflicts.filter((conflict) => subjectKey(conflict.subject) === key).length;
  return obstacleTags(words, own, disputed);
}
