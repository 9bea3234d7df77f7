import { isDraftKey } from '../../drafts/begin-draft.ts';
import { RegistryError } from '../../errors.ts';
import { readRegisterFile, type FileProblem, type ReadFile } from '../../exports/read-register-file.ts';
import type { FieldProblem, ReceivedForm } from '../../forms/received-form.ts';
import { draftImport } from '../../register/import-draft.ts';
import { checkBaseline } from '../../register/import-register.ts';
import { beginRegister } from '../../register/new-register.ts';
import { SetAsideError } from '../../register/set-aside-error.ts';
import { refusal, type Handled } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { actorOf, type Locals } from '../reader.ts';
import { leaveSample } from './leave-sample.ts';
import { situationOf } from './situation.ts';

/**
 * Drafts what an uploaded file says: the first edition, or what differs. A sample is left behind first, once it is known
 * that nothing is wrong with the file. It becomes a draft, not an edition: what is published is approved by a colleague.
 */
export async function importFromForm(locals: Locals, form: ReceivedForm): Promise<Handled> {
  const text = textIn(form);
  if (text === undefined) return refusal([{ field: 'file', message: locals.words.t('start.wrong.file') }]);
  const file = readRegisterFile(text);
  if ('problems' in file) return refusal(file.problems.slice(0, MOST_TOLD).map((one) => told(locals, one)));
  try {
    return await drafted(locals, form, file);
  } catch (error) {
    return refusal(problemsOf(locals, file, error), statusOf(error));
  }
}

// A page of problems is read; a thousand of the same are not.
const MOST_TOLD = 30;

/** Undefined when no file came along, or it is no text. */
function textIn(form: ReceivedForm): string | undefined {
  const file = form.file('file');
  if (!file || file.bytes.length === 0) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
  } catch {
    return undefined;
  }
}

async function drafted(locals: Locals, form: ReceivedForm, { baseline }: ReadFile): Promise<string> {
  const { context, words, addresses } = locals;
  // What cannot become a draft must not cost the sample first.
  if (!isDraftKey(form.value('key')))
    throw new RegistryError('invalid', [{ code: 'invalid-value', at: 'key' }]);
  const situation = situationOf(locals);
  if (situation === 'sample') {
    checkBaseline(context, baseline);
    await leaveSample(locals);
  } else if (situation === 'empty') await beginRegister(context, actorOf(locals));
  const { draft } = await draftImport(context, {
    actor: actorOf(locals),
    key: form.value('key'),
    title: words.t('start.import.draft-title'),
    baseline,
    complete: situation === 'begun' && form.value('complete') === 'yes',
  });
  return adminAddresses(addresses).draft(draft.id, { done: 'draft-begun' });
}

function problemsOf(locals: Locals, file: ReadFile, error: unknown): FieldProblem[] {
  const { words } = locals;
  if (error instanceof SetAsideError) return [{ field: '', message: words.t(`start.stays.${error.reason}`) }];
  if (!(error instanceof RegistryError) || error.problems.length === 0) throw error;
  return error.problems
    .slice(0, MOST_TOLD)
    .map((problem) => told(locals, { ...file.placeOf(problem), message: words.problem(problem) }));
}

function told(
  { words: { t, number } }: Locals,
  { line, column, pointer, message }: FileProblem,
): FieldProblem {
  const at = pointer === '' ? '' : `${pointer}: `;
  const place = { line: number(line), column: number(column) };
  return { field: 'file', message: t('start.wrong.in-file', { ...place, what: `${at}${message}` }) };
}

function statusOf(error: unknown): 400 | 409 {
  return error instanceof RegistryError && error.code === 'conflict' ? 409 : 400;
}
