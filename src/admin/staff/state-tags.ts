import type { Words } from '../../language/words.ts';
import type { StaffMember } from '../../staff/staff-member.ts';
import type { Tag } from '../../register/views/tag.ts';

const TONES = { invited: 'soon', active: 'good', removed: 'over' } as const satisfies Record<
  StaffMember['state'],
  Tag['tone']
>;

export function stateTagOf({ t }: Words, { state }: StaffMember): Tag {
  return { text: t(`staff.state.${state}`), tone: TONES[state] };
}

/** What a colleague is called, also once their name is forgotten. */
export function nameOf({ t }: Words, { name }: StaffMember): string {
  return name === '' ? t('staff.forgotten') : name;
}
