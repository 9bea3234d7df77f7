import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { apply } from '../domain/apply.ts';
import { isInUse, stateOf, type Register } from '../domain/register.ts';
import { registerAtEve } from '../domain/register-on.ts';
import { subjectKey } from '../domain/subjects/subject.ts';
import type { DraftedChange } from '../drafts/draft-content.ts';
import { draftImport, planImportDraft, type ImportPlan } from '../register/import-draft.ts';
import { counted } from './counted.ts';
import { problemLine } from './refusal.ts';
import { atItsPlace, type RegisterFile } from './register-file.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  readonly plan?: boolean;
  readonly complete?: boolean;
}

/**
 * Drafts what a file says otherwise than a register that has begun: nothing of it is public until staff approve and
 * publish it. With `plan`, only says what would be drafted.
 */
export async function importIntoDraft(
  terminal: Terminal,
  context: Context,
  file: RegisterFile,
  options: Options,
): Promise<void> {
  const wanted = { baseline: file.baseline, complete: options.complete === true };
  const planned = await atItsPlace(context, file, () => planImportDraft(context, wanted));
  if (options.plan) {
    terminal.out(`Would draft ${whatOf(context, planned)}`);
    terminal.out('Nothing was written.\n');
    return;
  }
  const title = `Import of ${file.name === '-' ? 'standard input' : lineOf(file.name)}`;
  const { draft } = await atItsPlace(context, file, () =>
    draftImport(context, { actor: file.actor, key: randomUUID(), title, ...wanted }),
  );
  terminal.out(`Drafted “${draft.title}”: ${whatOf(context, planned)}`);
  terminal.out(`Staff go on with it at ${context.configuration.publicUrl}/admin/drafts/${draft.id}\n`);
}

// A path may have what a title may not: a line end, and more characters.
function lineOf(name: string): string {
  const line = name.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 150 ? line : `…${line.slice(-149)}`;
}

/** The changes, a line each, and what staff still have to see to. */
function whatOf(context: Context, { content, plan }: ImportPlan): string {
  const before = registerAtEve(context.ledger.current(), plan.effectiveOn);
  const lines = content.changes.map(
    (change) => `  ${subjectKey(change.subject)}: ${whatChanges(before, change)}`,
  );
  const todo = plan.problems.map((problem) => `  ${problemLine(problem, context.content)}`);
  return [
    `${counted(lines.length, 'change')}, to take effect on ${plan.effectiveOn} at the earliest:`,
    ...lines,
    ...(todo.length === 0 ? [] : ['Before it can be published:', ...todo]),
    '',
  ].join('\n');
}

function whatChanges(before: Register, change: DraftedChange): string {
  if (stateOf(before, change.subject) === undefined) return 'new';
  return endsUse(before, change) ? 'goes out of use' : `${counted(change.fields.length, 'field')} changed`;
}

function endsUse({ thirdParties }: Register, { subject, fields }: DraftedChange): boolean {
  if (subject.kind !== 'third-party') return false;
  const before = thirdParties.get(subject.id);
  return isInUse(before) && !isInUse(apply('third-party', before, fields));
}
