import type { Selecting } from '../../db/client.ts';
import { houseRule } from '../../db/schema/house-rule.ts';
import type { WritingContext } from '../register/writing-context.ts';

/** What an organisation decides about how its staff work. */
export interface HouseRules {
  /** Whether everybody must show a second factor at sign-in. */
  readonly secondFactor: 'optional' | 'required';
  /** Whether somebody may approve what they edited themselves: `allowed` is for a company of one person. */
  readonly ownApproval: 'refused' | 'allowed';
}

/** The rules as they stand; one that was never set has its usual value, which for approvals is the strict one. */
export function houseRules({ database }: Pick<WritingContext, 'database'>): Promise<HouseRules> {
  return houseRulesIn(database.orm);
}

/** The same as seen by the given reader: in a write transaction, nobody can change them any more. */
export async function houseRulesIn(reader: Selecting): Promise<HouseRules> {
  const rows = await reader.select().from(houseRule);
  const valueOf = (rule: string) => rows.find((row) => row.rule === rule)?.value;
  return {
    secondFactor: valueOf('second-factor') === 'required' ? 'required' : 'optional',
    ownApproval: valueOf('own-approval') === 'allowed' ? 'allowed' : 'refused',
  };
}
