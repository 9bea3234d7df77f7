/** Values of a query; what is absent or empty is left out, several values of one parameter are repeated. */
export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/**
 * The public addresses as readers of one language see them. Functions give paths from the root; `absolute` makes a whole
 * address of one.
 */
export interface Addresses {
  readonly language: string;
  /** The language whose pages stand at the root. */
  readonly defaultLanguage: string;
  /** `/`, `/nl/`. */
  register(query?: Query): string;
  /** `/third-parties/{id}`. */
  thirdParty(id: string, query?: Query): string;
  /** `/changes`. */
  changes(query?: Query): string;
  /** `/changes/{edition}`. */
  notice(edition: number): string;
  /** `/compare`. */
  compare(query?: Query): string;
  /** `/map`. */
  map(query?: Query): string;
  /** `/about`. */
  about(): string;
  /** The feed, in this language. */
  feed(query?: Query): string;
  json(query?: Query): string;
  csv(query?: Query): string;
  ledger(): string;
  schema(): string;
  sitemap(): string;
  llms(): string;
  /** Whole address of a path: `https://subprocessors.example.com/changes/6`. */
  absolute(path: string): string;
  /** The same page in another language. */
  translated(path: string, language: string): string;
  /** The same addresses for readers of another language. */
  in(language: string): Addresses;
}

/**
 * @param publicUrl origin without a slash at the end, as the configuration has it
 * @param defaultLanguage its pages stand at the root, those of others under `/{language}/`
 */
export function addresses(publicUrl: string, language: string, defaultLanguage: string): Addresses {
  const prefix = language === defaultLanguage ? '' : `/${language}`;
  const page = (path: string, query?: Query): string => `${prefix}${path}${search(query)}`;
  // Files have no language in their path: the feed, the list and the table say it in their query.
  const file = (path: string, query: Query = {}): string =>
    `${path}${search({ ...query, language: prefix === '' ? undefined : language })}`;
  return {
    language,
    defaultLanguage,
    register: (query) => page('/', query),
    thirdParty: (id, query) => page(`/third-parties/${encodeURIComponent(id)}`, query),
    changes: (query) => page('/changes', query),
    notice: (edition) => page(`/changes/${String(edition)}`),
    compare: (query) => page('/compare', query),
    map: (query) => page('/map', query),
    about: () => page('/about'),
    feed: (query) => file('/feed.xml', query),
    json: (query) => file('/subprocessors.json', query),
    csv: (query) => file('/subprocessors.csv', query),
    ledger: () => '/ledger.jsonl',
    schema: () => '/schema/subprocessors-1.json',
    sitemap: () => '/sitemap.xml',
    llms: () => '/llms.txt',
    absolute: (path) => `${publicUrl}${path}`,
    translated: (path, other) => {
      const bare = prefix !== '' && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
      return other === defaultLanguage ? bare : `/${other}${bare}`;
    },
    in: (other) => addresses(publicUrl, other, defaultLanguage),
  };
}

function search(query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    valuesOf(value).map((one): [string, string] => [name, one]),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

function valuesOf(value: Query[string]): readonly string[] {
  if (value === undefined || value === '') return [];
  return typeof value === 'object' ? value : [String(value)];
}
