import type { StaffRole } from '../../../staff/roles.ts';

/** What a draft can begin with, in the order in which it is mostly asked for. */
export const WHAT = ['add', 'change', 'remove', 'replace', 'continue', 'scope', 'organisation'] as const;
export type What = (typeof WHAT)[number];

/** Who may begin with it: scopes and the organisation's own facts decide what everything else means. */
export const NEEDS: Readonly<Record<What, StaffRole>> = {
  add: 'editor',
  change: 'editor',
  remove: 'editor',
  replace: 'editor',
  continue: 'editor',
  scope: 'admin',
  organisation: 'admin',
};

export function isWhat(text: string | undefined): text is What {
  return WHAT.some((what) => what === text);
}
