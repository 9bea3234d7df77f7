import type { Words } from '../language/words.ts';
import type { Missing } from './public-routes.ts';
import type { QueryProblem } from './read-query.ts';
import type { Trouble } from './render.ts';

/** More than these would be no help any more. */
const MOST_VALUES = 40;

/** What is wrong with a request, in a sentence. What the request said is repeated as text: whoever shows it escapes it. */
export function troubleInWords(trouble: Trouble, words: Words): string {
  const { status, query, missing, editions } = trouble;
  if (query) return queryInWords(query, editions, words);
  if (missing) return missingInWords(missing, editions, words);
  return words.t(status === 404 ? 'error.404.text' : 'error.400.address');
}

function queryInWords(
  { parameter, fault, values, last: ownLast }: QueryProblem,
  editions: number,
  { t }: Words,
): string {
  const last = ownLast ?? editions;
  switch (fault) {
    case 'day':
      return t('error.400.day', { parameter, example: '2026-01-31' });
    case 'month':
      return t('error.400.month', { parameter, example: '2026-01' });
    case 'day-or-edition':
      return last === 0
        ? t('error.400.day', { parameter, example: '2026-01-31' })
        : t('error.400.day-or-edition', { parameter, example: '2026-01-31', last });
    case 'edition':
      return last === 0 ? t('error.400.text', { parameter }) : t('error.400.edition', { parameter, last });
    case 'unknown':
      return t('error.400.unknown', { parameter, values: listed(values) });
    default:
      return t(`error.400.${fault}`, { parameter });
  }
}

function missingInWords({ missing, id }: Missing, last: number, { t }: Words): string {
  if (missing === 'edition' && last > 0 && /^(?:0|[1-9]\d{0,8})$/.test(id))
    return t('error.404.edition', { edition: Number(id), last });
  if (missing === 'third-party' && id.length <= 80) return t('error.404.third-party', { id });
  return t('error.404.text');
}

/** Values as they are typed into an address, so not as a list in words. */
function listed(values: readonly string[]): string {
  return [...values.slice(0, MOST_VALUES), ...(values.length > MOST_VALUES ? ['…'] : [])].join(', ');
}
