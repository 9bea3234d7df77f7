import { DESK_STATES, type DeskState } from './desk-party.ts';

export const REVIEWS = ['overdue', 'soon', 'none'] as const;

/** What the list of third parties may be asked. */
export interface ThirdPartiesQuery {
  readonly q: string;
  readonly state: DeskState | undefined;
  readonly scope: string | undefined;
  readonly review: (typeof REVIEWS)[number] | undefined;
  /** Only those of which facts are missing. */
  readonly gaps: boolean;
}

const LONGEST_SEARCH = 200;

/** Reads a query that anybody may have typed: what is no filter filters nothing. */
export function readThirdPartiesQuery(asked: Readonly<Record<string, string>>): ThirdPartiesQuery {
  const { q = '', scope = '', gaps } = asked;
  return {
    q: q.slice(0, LONGEST_SEARCH).replace(/\s+/g, ' ').trim(),
    state: DESK_STATES.find((state) => state === asked['state']),
    scope: scope === '' ? undefined : scope,
    review: REVIEWS.find((review) => review === asked['review']),
    gaps: gaps === 'any',
  };
}

/** Whether any filter is set. */
export function isFiltered({ q, state, scope, review, gaps }: ThirdPartiesQuery): boolean {
  return q !== '' || gaps || [state, scope, review].some((filter) => filter !== undefined);
}
