/** A control of a form as it stands in a page: what a browser would send for it. */
export type SentControl = readonly [name: string, value: string];

/**
 * What a browser would send for the controls of a page, all its forms together, without the buttons. Reads our own pages,
 * which write their attributes in double quotes; it is no parser of HTML.
 */
export function controlsOf(page: string): SentControl[] {
  const inputs = [...page.matchAll(/<input\b([^>]*)>/g)].flatMap(([, attributes = '']) =>
    inputOf(attributes),
  );
  const texts = [...page.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].flatMap(
    ([, attributes = '', text = '']) => named(attributes, unescaped(text)),
  );
  const selects = [...page.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].flatMap(
    ([, attributes = '', options = '']) => named(attributes, chosen(options)),
  );
  return [...inputs, ...texts, ...selects];
}

function inputOf(attributes: string): SentControl[] {
  const type = attribute(attributes, 'type') ?? 'text';
  const isOff = (type === 'checkbox' || type === 'radio') && !/\schecked\b/.test(attributes);
  return isOff || type === 'file' ? [] : named(attributes, attribute(attributes, 'value') ?? '');
}

function chosen(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, attributes = '']) => attributes);
  const picked = all.find((attributes) => /\sselected\b/.test(attributes)) ?? all[0] ?? '';
  return attribute(picked, 'value') ?? '';
}

function named(attributes: string, value: string): SentControl[] {
  const name = attribute(attributes, 'name');
  return name === undefined || name === 'action' ? [] : [[name, value]];
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : unescaped(found);
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&quot;|&#34;/g, '"')
    .replaceAll(/&apos;|&#39;/g, "'")
    .replaceAll('&amp;', '&');
}
