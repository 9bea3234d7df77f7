import { expect, it, vi } from 'vitest';
import { readDashboardPage } from '../../../src/admin/dashboard/read-dashboard-page.ts';
import { readDraftsPage } from '../../../src/admin/drafts/read-drafts-page.ts';
import type { AdminReader } from '../../../src/admin/reader.ts';
import { readThirdPartiesPage } from '../../../src/admin/third-parties/read-third-parties-page.ts';
import { draftOf, useDesk, type DeskStand } from './desk-stand.ts';

const start = useDesk();

const PAGES: Readonly<Record<string, (reader: AdminReader) => Promise<unknown>>> = {
  'the overview': readDashboardPage,
  'the list of third parties': readThirdPartiesPage,
  'the list of drafts': readDraftsPage,
};

async function questionsOf({ context }: DeskStand, read: () => Promise<unknown>): Promise<number> {
  const asked = vi.spyOn(context.database.client, 'execute');
  await read();
  const { length } = asked.mock.calls;
  asked.mockRestore();
  return length;
}

it.each(Object.entries(PAGES))('%s asks the database no more when there are more drafts', async (_, read) => {
  const stand = await start();
  const editor = await stand.staff('editor', 'Eddy');
  const ask = () => questionsOf(stand, () => read(stand.reader(editor)));
  await draftOf(stand, editor, 'First Host');
  const forOne = await ask();
  for (const name of ['Second Host', 'Third Host', 'Fourth Host']) await draftOf(stand, editor, name);
  expect(forOne).toBeGreaterThan(0);
  expect(await ask()).toBe(forOne);
});
