import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { registerFileSchema } from '../../../src/exports/register-schema.ts';
import { readRegisterFile } from '../../../src/exports/read-register-file.ts';
import { NAMESPACE } from '../../../src/feeds/xml-element.ts';
import { projectPath } from '../../../src/project-root.ts';
import { sampleRegister } from '../exports/registers.ts';
import { eventful, feed } from './feeds.ts';

const aboutFeed = readFileSync(projectPath('content', 'docs', 'feed.md'), 'utf8');
const aboutFiles = readFileSync(projectPath('content', 'docs', 'formats.md'), 'utf8');

it('describes every element and attribute of the namespace', () => {
  const xml = [eventful(), sampleRegister()]
    .map(({ ledger }) => feed(ledger, { type: ['editorial'] }))
    .join('');
  const outside = xml.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  const elements = new Set([...outside.matchAll(/<(registry:[a-z-]+)/g)].map(([, name]) => name));
  const attributes = [...outside.matchAll(/<registry:[^>]*>/g)].flatMap(([tag]) =>
    [...tag.matchAll(/ ([a-z:-]+)="/g)].map(([, name]) => name),
  );
  expect(elements.size).toBeGreaterThan(30);
  for (const name of [...elements, ...attributes]) expect(aboutFeed).toContain(`\`${name ?? ''}`);
  expect(aboutFeed).toContain(NAMESPACE);
});

it('describes every part of the JSON file', () => {
  for (const name of Object.keys(registerFileSchema.shape).filter((part) => part !== '$schema'))
    expect(aboutFiles).toContain(`\`${name}\``);
});

it('has an example of a register file that can be imported', () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(aboutFiles) ?? [];
  expect(readRegisterFile(example)).not.toHaveProperty('problems');
});
