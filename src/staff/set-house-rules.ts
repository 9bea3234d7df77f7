import type { Transaction } from '../../db/client.ts';
import { houseRule } from '../../db/schema/house-rule.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { houseRulesIn, type HouseRules } from './house-rules.ts';
import type { StaffContext } from './staff-context.ts';

/** Sets how staff work from now on. When nothing changes nothing is written. */
export async function setHouseRules(
  { clock, database }: StaffContext,
  { actor, rules }: { readonly actor: Actor; readonly rules: HouseRules },
): Promise<void> {
  await database.write(async (transaction) => {
    const before = await houseRulesIn(transaction);
    if (before.secondFactor === rules.secondFactor && before.ownApproval === rules.ownApproval) return;
    await setRule(transaction, { rule: 'second-factor', value: rules.secondFactor });
    await setRule(transaction, { rule: 'own-approval', value: rules.ownApproval });
    await recordAudit(transaction, {
      at: clock.now(),
      actor,
      action: 'house-rules.changed',
      subject: 'house-rules',
      before: { ...before },
      after: { ...rules },
    });
  });
}

async function setRule(transaction: Transaction, row: typeof houseRule.$inferInsert): Promise<void> {
  await transaction
    .insert(houseRule)
    .values(row)
    .onConflictDoUpdate({ target: houseRule.rule, set: { value: row.value } });
}
