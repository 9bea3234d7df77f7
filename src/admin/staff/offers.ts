import type { Words } from '../../language/words.ts';
import type { StaffMember } from '../../staff/staff-member.ts';
import type { ButtonKind } from '../page-parts.ts';
import { nameOf } from './state-tags.ts';

/** What can be done about somebody by one button. */
export interface Offer {
  readonly action: OfferedAction;
  readonly title: string;
  /** What then happens. */
  readonly explained: string;
  readonly button: string;
  readonly kind: ButtonKind;
  /** What cannot be taken back is asked for in a second step, which this opens. */
  readonly confirm: string | undefined;
}

export type OfferedAction = 'link' | 'sign-out' | 'reset-second-factor' | 'remove' | 'forget';

/** What can be done about a colleague as they are now. */
export function offersFor(words: Words, member: StaffMember): Offer[] {
  const { state, hasSecondFactor, name } = member;
  const isActive = state === 'active';
  const offered: readonly (readonly [OfferedAction, boolean])[] = [
    ['link', state !== 'removed'],
    ['sign-out', isActive],
    ['reset-second-factor', isActive && hasSecondFactor],
    ['remove', state !== 'removed'],
    ['forget', name !== ''],
  ];
  return offered.flatMap(([action, isOffered]) => (isOffered ? [offer(words, action, member)] : []));
}

function offer(words: Words, action: OfferedAction, member: StaffMember): Offer {
  const { t } = words;
  const said = action === 'link' && member.state === 'invited' ? 'invitation' : action;
  const isFinal = action === 'remove' || action === 'forget';
  const name = nameOf(words, member);
  return {
    action,
    title: t(`staff.${said}.title`),
    explained: t(`staff.${said}.explained`, { name }),
    button: t(`staff.${said}.button`),
    kind: isFinal ? 'danger' : 'plain',
    confirm: isFinal ? t(`staff.${said}.title`) : undefined,
  };
}
