/** Names of languages by which a ledger keeps a text that has to be translated. */
const TRANSLATED = /^(en|nl)$/;

/**
 * What a ledger names, and no language translates: brands, legal entities, places, addresses, ids; also the names of
 * scopes and third parties, which stand within sentences.
 *
 * @param ledger the text of `/ledger.jsonl`
 */
export function namesIn(ledger: string): string[] {
  const names = new Set<string>();
  for (const line of ledger.trim().split('\n')) {
    const row = JSON.parse(line) as { readonly payload: string };
    collect(JSON.parse(row.payload), names, '');
  }
  return [...names];
}

function collect(value: unknown, names: Set<string>, key: string): void {
  if (typeof value === 'string') {
    if (!TRANSLATED.test(key)) names.add(value);
  } else if (Array.isArray(value)) {
    for (const one of value) collect(one, names, key);
  } else if (value !== null && typeof value === 'object') {
    const { field, after } = value as { readonly field?: unknown; readonly after?: unknown };
    // A change of a field: its path tells what it holds.
    if (typeof field === 'string' && typeof after === 'string') {
      const [last = '', before = ''] = field.split('/').reverse();
      if (!TRANSLATED.test(last) || before === 'name') names.add(after);
      return;
    }
    for (const [name, one] of Object.entries(value))
      collect(one, names, name === 'en' && key === 'name' ? '' : name);
  }
}
