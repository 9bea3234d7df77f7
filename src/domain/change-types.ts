/** Whether a change lets more happen to personal data (`widens`), less (`narrows`), or neither. */
export const DIRECTIONS = ['widens', 'narrows', 'neutral'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/**
 * Types for which a notice period binds where the organisation is a processor and the third party a subprocessor
 * (GDPR article 28(2); standard contractual clauses (EU) 2021/914 clause 9(a), (EU) 2021/915 clause 7.7(a)). The law
 * names addition and replacement; the others are contract and good practice.
 */
export const NOTICE_TYPES = [
  'added',
  'entity-replaced',
  'role-changed',
  'purpose-changed',
  'data-widened',
  'subjects-widened',
  'retention-widened',
  'location-changed',
  'safeguard-changed',
] as const;

/** Types that are always told and may be immediate. */
export const TOLD_TYPES = [
  'removed',
  'data-narrowed',
  'retention-narrowed',
  'renamed',
  'contact-changed',
  'restructured',
  'details-changed',
  'scope-added',
  'scope-removed',
] as const;

/** Types that are history only: no fact about data changes with them. */
export const EDITORIAL_TYPES = ['wording', 'translated', 'links-changed'] as const;

export const CHANGE_TYPES = [...NOTICE_TYPES, ...TOLD_TYPES, ...EDITORIAL_TYPES] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

export const NOTICE_CLASSES = ['needs-notice', 'told', 'editorial'] as const;
export type NoticeClass = (typeof NOTICE_CLASSES)[number];

export function isNoticeType(type: ChangeType): boolean {
  return (NOTICE_TYPES as readonly string[]).includes(type);
}

export function isEditorialType(type: ChangeType): boolean {
  return (EDITORIAL_TYPES as readonly string[]).includes(type);
}

/** The direction of several changes taken together: what widens anything widens. */
export function joinDirections(directions: Iterable<Direction>): Direction {
  let joined: Direction = 'neutral';
  for (const direction of directions) {
    if (direction === 'widens') return 'widens';
    if (direction === 'narrows') joined = 'narrows';
  }
  return joined;
}
