import { loadContent } from '../../../src/content.ts';
import { readRow } from '../../../src/domain/ledger.ts';
import { knownOf, type Known } from '../../../src/web/known.ts';
import { PUBLIC_ROUTES, type PublicRoute } from '../../../src/web/public-routes.ts';

/** An answer as a reader gets it: status, headers but those of the moment, every byte of the body. */
export interface Answer {
  readonly address: string;
  readonly head: string;
  readonly body: string;
}

export interface Asking {
  readonly url: string;
  /** The address that it calls itself by in links. */
  readonly publicUrl: string;
  readonly cookie?: string;
}

/** What differs from one moment or connection to the next. */
const OF_THE_MOMENT = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

/**
 * Every public answer of a running registry: each address of the table of public routes, in every language, for every
 * edition and third party, with each value of each parameter, what has no answer, and whatever these link to.
 */
export async function publicAnswers({ url, publicUrl, cookie }: Asking): Promise<Answer[]> {
  const known = await knownAt(url);
  const waiting = [...addressesOf(known), ...WITHOUT_ANSWER];
  const met = new Set(waiting);
  const answers: Answer[] = [];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const answer = await ask(url, address, cookie);
    answers.push(answer);
    for (const link of linksIn(answer, publicUrl))
      if (!met.has(link)) {
        met.add(link);
        waiting.push(link);
      }
  }
  return answers;
}

/** Errors name what there is: among them they must not name what is only drafted. */
const WITHOUT_ANSWER = [
  '/third-parties/nobody',
  '/changes/999999',
  '/?scope=nobody',
  '/?data=nobody',
  '/?on=never',
  '/feed.xml?third-party=nobody',
  '/feed.xml?scope=nobody',
  '/feed.xml?type=nobody',
  '/subprocessors.json?edition=999999',
  '/nothing/here',
  '/nl/nothing/here',
  '/healthz',
  '/readyz',
];

/** Staff's own pages that anybody may read. */
export const OPEN_TO_ANYONE = ['/admin', '/admin/sign-in', '/nl/admin/sign-in', '/admin/third-parties'];

export async function ask(url: string, address: string, cookie?: string): Promise<Answer> {
  const response = await fetch(url + address, {
    redirect: 'manual',
    headers: cookie === undefined ? {} : { cookie },
  });
  const headers = [...response.headers].filter(([name]) => !OF_THE_MOMENT.has(name)).sort();
  return {
    address,
    head: [response.status, ...headers.map((pair) => pair.join(': '))].join('\n'),
    body: Buffer.from(await response.arrayBuffer()).toString('latin1'),
  };
}

async function knownAt(url: string): Promise<Known> {
  const text = await (await fetch(`${url}/ledger.jsonl`)).text();
  const lines = text.trim().split('\n');
  const notices = lines.map((line) => readRow(JSON.parse(line) as Parameters<typeof readRow>[0]));
  return knownOf({ notices }, loadContent());
}

function addressesOf(known: Known): string[] {
  return PUBLIC_ROUTES.flatMap((route) =>
    pathsOf(route, known).flatMap((path) => ['', ...queriesOf(route, known)].map((query) => path + query)),
  );
}

function pathsOf({ path, names, kind }: PublicRoute, known: Known): string[] {
  const things = { 'third-party': [...known.thirdParties], edition: editionsOf(known) };
  const paths = names ? things[names].map((id) => path + id) : [path];
  return kind === 'page' ? [...paths, ...paths.map((one) => `/nl${one === '/' ? '/' : one}`)] : paths;
}

function editionsOf({ editions }: Known): string[] {
  return Array.from({ length: editions }, (_, index) => String(index + 1));
}

/** Values of the parameters that cannot be listed. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  on: ['2020-01-01', '2026-01-01', '2039-01-01'],
  q: ['mail', 'nothing like it'],
  page: ['1', '2'],
};

function queriesOf({ parameters }: PublicRoute, known: Known): string[] {
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const values = parameter.values?.(known) ?? EXAMPLES[name] ?? editionsOf(known);
    return values
      .filter((value) => value !== '…')
      .map((value) => `?${new URLSearchParams({ [name]: value }).toString()}`);
  });
}

/**
 * Links to pages and files of this host, in the language that the root has: the table has what is asked in another. What
 * only staff may read is another matter.
 */
function linksIn({ body, head }: Answer, publicUrl: string): string[] {
  if (!head.includes('text/html') && !head.includes('xml')) return [];
  const links = [...body.matchAll(/(?:href|src)="([^"#]+)|<(?:loc|link)>([^<]+)</g)];
  return links.flatMap(([, attribute, element]) => {
    const link = (attribute ?? element ?? '').replaceAll('&amp;', '&').replaceAll('&#38;', '&');
    if (!URL.canParse(link, publicUrl)) return [];
    const target = new URL(link, publicUrl);
    const isOurs = target.origin === publicUrl && !/^\/(admin|nl)\b/.test(target.pathname);
    return isOurs && !picksFromAnother(target.searchParams) ? [target.pathname + target.search] : [];
  });
}

/**
 * Shows less of a page that is met without it, or that page in another order. The table has each of these alone; with
 * every edition and day that a page can be of, they would be thousands.
 */
const PICKS = ['data', 'sort'];

function picksFromAnother(query: URLSearchParams): boolean {
  return query.size > 1 && PICKS.some((name) => query.has(name));
}
