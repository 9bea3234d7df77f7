import type { Actor } from '../actor.ts';
import { registerAtEve } from '../domain/register-on.ts';
import type { Day } from '../domain/days.ts';
import { lastEdition } from '../domain/ledger.ts';
import type { ProblemCode } from '../domain/problem.ts';
import type { Register } from '../domain/register.ts';
import { beginDraft } from '../drafts/begin-draft.ts';
import type { ChangesContent, Draft } from '../drafts/draft-content.ts';
import { planOf, type Plan } from '../drafts/plan.ts';
import { RegistryError } from '../errors.ts';
import { today } from '../today.ts';
import { changesToFile } from './import-changes.ts';
import { checkBaseline } from './import-register.ts';
import type { WritingContext } from './writing-context.ts';

/** What a file says, and how it is taken. */
export interface FileToDraft {
  readonly baseline: Register;
  /** Whether third parties that the file lacks go out of use. */
  readonly complete: boolean;
}

/** What would be drafted from a file, and what that means now. */
export interface ImportPlan {
  readonly content: ChangesContent;
  readonly plan: Plan;
}

/** What staff see to in the draft: everything else has to be mended in the file. */
const SEEN_TO_IN_DRAFT: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'conflict',
  'same-day',
  'too-early',
  'reason-missing',
  'gap',
  'contract-missing',
  'does-nothing',
]);

/**
 * What differs between the register and a file, as a draft would hold it: the first edition of an empty register, changes
 * to one that has begun. Nothing is written.
 *
 * @throws RegistryError `refused`, with everything that is wrong with the file; `nothing-changed` when nothing differs
 */
export async function planImportDraft(context: WritingContext, file: FileToDraft): Promise<ImportPlan> {
  await context.ledger.refresh();
  const ledger = context.ledger.current();
  // An empty register is told everything at once, unknown terms among them.
  if (lastEdition(ledger) === 0) checkBaseline(context, file.baseline);
  const on = (day: Day): ChangesContent => contentOn(context, file, day);
  const first = await planOf(context, on(today(context)));
  // Drafted against what will be in effect on the eve of the day on which it can take effect.
  const content = on(first.effectiveOn);
  if (content.changes.length === 0) throw new RegistryError('refused', [{ code: 'nothing-changed' }]);
  const plan = await planOf(context, content);
  const wrong = plan.problems.filter(({ code }) => !SEEN_TO_IN_DRAFT.has(code));
  if (wrong.length > 0) throw new RegistryError('refused', wrong);
  return { content, plan };
}

function contentOn(
  { ledger }: WritingContext,
  { baseline, complete }: FileToDraft,
  day: Day,
): ChangesContent {
  const changes = changesToFile(registerAtEve(ledger.current(), day), baseline, complete);
  return {
    kind: 'changes',
    changes: changes.map(({ subject, fields }) => ({ subject, fields: [...fields] })),
  };
}

export interface DraftImport extends FileToDraft {
  readonly actor: Actor;
  /** As `beginDraft` takes it: the same key again is the same draft. */
  readonly key: string;
  readonly title: string;
}

/**
 * Begins a draft with what a file says otherwise than the register.
 *
 * @throws RegistryError as `planImportDraft`
 */
export async function draftImport(
  context: WritingContext,
  { actor, key, title, ...file }: DraftImport,
): Promise<{ readonly draft: Draft; readonly plan: Plan }> {
  const { content, plan } = await planImportDraft(context, file);
  return { draft: await beginDraft(context, { actor, key, title, content }), plan };
}
