/** Text as it was typed, without the white space that nobody means: at its ends and at the end of each line. */
export function tidied(text: string): string {
  return text.replaceAll(/[^\S\n]+$/gm, '').trim();
}

/**
 * The text that was typed; of a text that was not touched exactly what it was, also where a form would have tidied it.
 */
export function typedText(text: string, before: unknown): string | undefined {
  const typed = tidied(text);
  if (typed === '') return undefined;
  return typeof before === 'string' && tidied(before) === typed ? before : typed;
}
