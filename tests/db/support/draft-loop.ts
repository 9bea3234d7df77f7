import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { approveDraft } from '../../../src/drafts/approve-draft.ts';
import { beginDraft } from '../../../src/drafts/begin-draft.ts';
import { publishDraft } from '../../../src/drafts/publish-draft.ts';
import { listDrafts } from '../../../src/drafts/read-draft.ts';
import { submitDraft } from '../../../src/drafts/submit-draft.ts';
import { adding, APPROVER, EDITOR } from './drafts.ts';
import { startContext } from './register.ts';

/**
 * A process that brings one draft after the other to an edition and prints what was acknowledged, until it is killed.
 * First it publishes what others, killed before it, left approved. Arguments: the address of the database, a name for its
 * third parties.
 */
const [url = '', name = ''] = process.argv.slice(2);
const context = await startContext(url);

async function publish(draft: string, version: number): Promise<void> {
  const { edition, hash } = await publishDraft(context, { actor: APPROVER, draft, version });
  // Straight to the pipe: what was acknowledged must not be lost with the process.
  writeSync(1, `${draft} ${String(edition)} ${hash}\n`);
}

for (const { id, version } of await listDrafts(context, { states: ['approved'] })) await publish(id, version);
for (let index = 0; ; index += 1) {
  const third = `${name}-${String(index)}`;
  const content = adding(context, third);
  const begun = await beginDraft(context, { actor: EDITOR, key: randomUUID(), title: third, content });
  const deed = { draft: begun.id, version: 1 };
  await submitDraft(context, { ...deed, actor: EDITOR });
  await approveDraft(context, { ...deed, actor: APPROVER, wordingConfirmed: [] });
  await publish(begun.id, 1);
}
