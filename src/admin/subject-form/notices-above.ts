import { isOver } from '../../drafts/draft-content.ts';
import type { SubjectState } from '../../domain/subjects/subject.ts';
import { isInUse } from '../../domain/register.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import type { Locals } from '../reader.ts';
import type { SubjectInDraft } from './subject-in-draft.ts';

/** Something to know before one edits. */
export interface NoticeAbove {
  readonly tone: 'info' | 'warn';
  readonly text: string;
}

export function noticesAbove(
  { words }: Locals,
  found: SubjectInDraft,
  state: SubjectState | undefined,
): NoticeAbove[] {
  const { t } = words;
  const notices: NoticeAbove[] = [];
  const { draft, mayEdit } = found;
  if (!mayEdit) notices.push({ tone: 'info', text: t(isOver(draft) ? 'form.over' : 'form.read-only') });
  else if (draft.state === 'submitted' || draft.state === 'approved')
    notices.push({ tone: 'warn', text: t(`form.voids.${draft.state}`) });
  if (isRemoval(found, state)) notices.push({ tone: 'info', text: t('form.removal') });
  return notices;
}

/** The draft takes every processing away: nothing is left to be said of the third party. */
export function isRemoval({ subject, before }: SubjectInDraft, state: SubjectState | undefined): boolean {
  if (subject.kind !== 'third-party' || state === undefined) return false;
  return isInUse(before as ThirdParty | undefined) && !isInUse(state as ThirdParty);
}
