/** HTML that is safe to show: only the functions here make it, and they escape every text. */
export interface Html {
  readonly html: string;
}

/** What an element can hold: elements, text, and nothing where there is nothing to show. */
export type Content = Html | string | undefined | readonly Content[];

type Tag = 'p' | 'h3' | 'h4' | 'table' | 'tr' | 'th' | 'td' | 'ul' | 'li' | 'a' | 'code' | 'strong' | 'em';

/** The few attributes a feed reader keeps; none that styles. */
type Attributes = { readonly [Name in 'href' | 'lang' | 'scope']?: string | undefined };

const SPECIAL: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => SPECIAL[sign] ?? sign);
}

/** The element with its contents; undefined when all of them are. */
export function element(tag: Tag, attributes: Attributes, ...contents: readonly Content[]): Html | undefined {
  const inside = htmlOf(contents);
  if (inside === undefined) return undefined;
  const written = Object.entries(attributes).map(([name, value]) =>
    value === undefined ? '' : ` ${name}="${escaped(value)}"`,
  );
  return { html: `<${tag}${written.join('')}>${inside}</${tag}>` };
}

/** Several contents after one another; a line end in a text stays one. */
export function htmlOf(content: Content): string | undefined {
  if (content === undefined) return undefined;
  if (typeof content === 'string') return escaped(content).replaceAll(/\r\n?|\n/g, '<br>');
  if ('html' in content) return content.html;
  const parts = content.map(htmlOf).filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('');
}

/** One value as it is, several as a list. */
export function listOf(values: readonly string[]): Content {
  if (values.length <= 1) return values[0];
  return element(
    'ul',
    {},
    values.map((value) => element('li', {}, value)),
  );
}

/** A table of names and what is to be said of each; rows without anything to say are left out. */
export function factTable(
  rows: readonly (readonly [name: string, content: Content, lang?: string | undefined])[],
): Html | undefined {
  return element(
    'table',
    {},
    rows.map(([name, content, lang]) => {
      const cell = element('td', { lang }, content);
      return cell && element('tr', {}, element('th', { scope: 'row' }, name), cell);
    }),
  );
}

/** A table with headings above its columns. */
export function grid(headings: readonly string[], rows: readonly (readonly Content[])[]): Html | undefined {
  if (rows.length === 0) return undefined;
  const head = headings.map((heading) => element('th', { scope: 'col' }, heading));
  const cells = (row: readonly Content[]) => row.map((cell) => element('td', {}, cell ?? ''));
  return element(
    'table',
    {},
    element('tr', {}, head),
    rows.map((row) => element('tr', {}, cells(row))),
  );
}
