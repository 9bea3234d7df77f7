import type { Day } from '../domain/days.ts';
import { noticeOf, type Ledger } from '../domain/ledger.ts';
import type { Addresses } from '../language/addresses.ts';
import type { Words } from '../language/words.ts';
import { publisherOn } from './publisher.ts';

export interface LlmsOptions {
  readonly ledger: Ledger;
  /** The organisation's day. */
  readonly today: Day;
  readonly words: Words;
  readonly addresses: Addresses;
  /** Languages in which pages stand. */
  readonly languages: readonly string[];
}

/** `/llms.txt` (llmstxt.org): what this is and where its files are, in Markdown, for programs that read prose. */
export function renderLlms({ ledger, today, words, addresses, languages }: LlmsOptions): string {
  const { t } = words;
  const name = publisherOn(ledger, today)?.name;
  const organisation = name === undefined ? undefined : markdown(name);
  const title = organisation === undefined ? t('register.title') : `${organisation}: ${t('register.title')}`;
  const link = (name: string, path: string, note: string): string =>
    `- [${name}](${addresses.absolute(path)})${note === '' ? '' : `: ${note}`}`;
  return [
    `# ${title}`,
    '',
    `> ${organisation === undefined ? t('before.text') : t('register.meta', { organisation })}`,
    '',
    ...(noticeOf(ledger, 1)?.sample === undefined
      ? []
      : [t('banner.sample', { organisation: organisation ?? '' }), '']),
    t('about.not-stated.text'),
    '',
    `## ${t('llms.pages')}`,
    '',
    link(t('nav.register'), addresses.register(), t('llms.register')),
    link(t('nav.changes'), addresses.changes(), t('llms.changes')),
    link(t('nav.about'), addresses.about(), t('llms.about')),
    '',
    `## ${t('llms.files')}`,
    '',
    link(t('file.json'), addresses.json(), t('llms.json')),
    link(t('file.schema'), addresses.schema(), t('file.schema.hint')),
    link(t('file.csv'), addresses.csv(), t('llms.csv')),
    link(t('file.feed'), addresses.feed(), t('llms.feed')),
    link(t('file.ledger'), addresses.ledger(), t('file.ledger.hint')),
    '',
    '## Optional',
    '',
    ...languages
      .filter((language) => language !== addresses.language)
      .map((language) => link(words.languageName(language), addresses.in(language).register(), '')),
    link('Sitemap', addresses.sitemap(), ''),
    '',
  ].join('\n');
}

function markdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#]/g, '\\$&');
}
