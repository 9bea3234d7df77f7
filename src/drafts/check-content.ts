import { isCanonical, isDeeperThan } from '../domain/json.ts';
import { lineSchema } from '../domain/text.ts';
import { RegistryError } from '../errors.ts';
import { draftContentSchema, type DraftContent } from './draft-content.ts';

// Content has changes, which have fields, which have members, texts and languages.
const DEEPEST = 14;

/**
 * The content of a draft, checked. It need not be whole: what is missing is said when it is to be submitted.
 *
 * @throws RegistryError `invalid`, with every fault and its place
 */
export function checkedContent(content: unknown): DraftContent {
  if (isDeeperThan(content, DEEPEST)) throw invalid([['content', 'Is nested deeper than any draft.']]);
  if (!isCanonical(content)) throw invalid([['content', 'Has half a character, or is no JSON.']]);
  const parsed = draftContentSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues.map(({ path, message }) => [['content', ...path].join('/'), message]));
}

/** The most characters of a draft's title. */
export const LONGEST_TITLE = 200;

const titleSchema = lineSchema.max(LONGEST_TITLE);

/** @throws RegistryError `invalid` */
export function checkedTitle(title: string): string {
  const parsed = titleSchema.safeParse(title);
  if (parsed.success) return parsed.data;
  throw invalid([['title', parsed.error.issues[0]?.message ?? '']]);
}

function invalid(faults: readonly (readonly [at: string, value: string])[]): RegistryError {
  return new RegistryError(
    'invalid',
    faults.map(([at, value]) => ({ code: 'invalid-value', at, value })),
  );
}
