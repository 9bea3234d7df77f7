import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ContentError } from '../../src/content/content-problem.ts';
import { argumentsOf } from '../../src/content/message-arguments.ts';
import { loadContent, loadSampleContent, sampleNames } from '../../src/content.ts';
import { projectPath } from '../../src/project-root.ts';

const content = loadContent();

describe('the content of the registry', () => {
  it('speaks English and Dutch', () => {
    expect([...content.messages.keys()]).toEqual(['en', 'nl']);
    expect([...content.messages.values()].map(({ name, locale }) => [name, locale])).toEqual([
      ['English', 'en-GB'],
      ['Nederlands', 'nl-NL'],
    ]);
  });

  it('has the same messages, with the same arguments, in every language', () => {
    const [english, ...others] = [...content.messages.values()].map(({ messages }) =>
      [...messages].map(([key, message]) => `${key}(${argumentsOf(message)})`).sort(),
    );
    for (const other of others) expect(other).toEqual(english);
  });

  it('gives no two terms of a vocabulary the same label', () => {
    for (const vocabulary of Object.values(content.vocabularies) as ReadonlyMap<
      string,
      Record<string, string>
    >[])
      for (const language of ['en', 'nl']) {
        const labels = [...vocabulary.values()].map((label) => label[language]);
        expect(new Set(labels).size).toBe(labels.length);
      }
  });

  it('puts every category of data under exactly one heading', () => {
    const grouped = content.dataGroups.flatMap(({ terms }) => terms);
    expect([...grouped].sort()).toEqual([...content.vocabularies.data.keys()].sort());
  });

  it('knows the European Union and the wider European Economic Area', () => {
    const { EU, EEA } = content.countryGroups;
    expect(EU.has('NL') && EEA.has('NL')).toBe(true);
    expect([...EEA].filter((country) => !EU.has(country)).sort()).toEqual(['IS', 'LI', 'NO']);
    for (const outside of ['GB', 'CH', 'US']) expect(content.eea.has(outside)).toBe(false);
  });

  it('names no article of law in an interface message', () => {
    for (const language of ['en', 'nl'])
      expect(readFileSync(projectPath('content', 'messages', `${language}.json`), 'utf8')).not.toMatch(
        /\b(art|article|artikel)\.? ?\d/i,
      );
  });

  it('has samples that are whole', () => {
    expect(sampleNames()).toEqual(['smarttrackers']);
    for (const name of sampleNames()) expect(loadSampleContent(name).name).toBe(name);
  });
});

describe('content that is wrong', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  /** A copy of the content with one file changed. */
  function spoilt(file: string, change: (text: string) => string): string {
    const root = mkdtempSync(join(tmpdir(), 'registry-content-'));
    folders.push(root);
    cpSync(projectPath('content'), join(root, 'content'), { recursive: true });
    const path = join(root, 'content', file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    return root;
  }

  function problemsOf(read: () => unknown): readonly string[] {
    try {
      read();
    } catch (error) {
      if (error instanceof ContentError)
        return error.message
          .split('\n')
          .slice(1)
          .map((line) => line.trim());
      throw error;
    }
    return [];
  }

  function spoiltMessages(change: (messages: Record<string, unknown>) => void): string {
    return spoilt('messages/nl.json', (text) => {
      const messages = JSON.parse(text) as Record<string, unknown>;
      change(messages);
      return JSON.stringify(messages);
    });
  }

  it('is refused with every problem, each with its file and place', () => {
    const root = spoiltMessages((messages) => {
      delete messages['nav.about'];
      messages['nav.more'] = 'Meer';
      messages['register.edition'] = 'Editie {number}';
      messages['register.last-change'] = 'Laatste wijziging: {day';
    });
    const file = 'content/messages/nl.json';
    expect(problemsOf(() => loadContent(root))).toEqual(
      [
        expect.stringContaining(`${file}, register.last-change: Is no ICU message`),
        `${file}, nav.about: Is missing.`,
        `${file}, register.edition: Has other arguments (number) than in English (edition).`,
        `${file}, register.last-change: Is missing.`,
        `${file}, nav.more: Is no key of the English messages.`,
      ].map((line) => line as string),
    );
  });

  it('names the line of a YAML file that cannot be read', () => {
    const root = spoilt('reference/data-subjects.yaml', (text) => `${text}  broken: [unclosed\n`);
    const [problem] = problemsOf(() => loadContent(root));
    expect(problem).toMatch(/^content\/reference\/data-subjects\.yaml, line \d+: /);
  });

  it('names a locale that does not exist, and a file that is no JSON', () => {
    expect(
      problemsOf(() => loadContent(spoiltMessages((m) => void (m['language.locale'] = 'not a locale')))),
    ).toEqual(['content/messages/nl.json, language.locale: Not a locale (en-GB).']);
    const [problem] = problemsOf(() => loadContent(spoilt('messages/nl.json', (text) => text.slice(1))));
    expect(problem).toMatch(/^content\/messages\/nl\.json: /);
  });

  it('names a legal reference that the interface needs and that is gone', () => {
    const root = spoilt('reference/legal.yaml', (text) => text.replace('basis-6-1-f:', 'basis-6-1-g:'));
    expect(problemsOf(() => loadContent(root))).toEqual([
      'content/reference/legal.yaml, references/basis-6-1-f: Is missing.',
    ]);
  });

  it('names a category under a heading that does not exist', () => {
    const root = spoilt('reference/data-categories.yaml', (text) =>
      text.replace('name: { group: identity', 'name: { group: nobody'),
    );
    expect(problemsOf(() => loadContent(root))).toEqual([
      'content/reference/data-categories.yaml, terms/name/group: Is no group of this file.',
    ]);
  });

  it('stops a sample whose third party has a field that does not exist', () => {
    const root = spoilt('samples/smarttrackers/third-parties.yaml', (text) =>
      text.replace('condition:', 'conditions:'),
    );
    const [problem] = problemsOf(() => loadSampleContent('smarttrackers', root));
    expect(problem).toContain('thirdParties/authy/processings/two-factor');
    expect(problem).toContain('conditions');
  });

  it('a third language is one file more', () => {
    const root = spoilt('messages/nl.json', (text) => text);
    const path = join(root, 'content', 'messages');
    const french = readFileSync(join(path, 'en.json'), 'utf8')
      .replace('"en-GB"', '"fr-FR"')
      .replace('"English"', '"Français"');
    writeFileSync(join(path, 'fr.json'), french);
    expect([...loadContent(root).messages.keys()]).toEqual(['en', 'fr', 'nl']);
  });
});
