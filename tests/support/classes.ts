import { globSync, readFileSync } from 'node:fs';
import { projectPath, projectRoot } from '../../src/project-root.ts';

/** Classes that the style sheets speak of, each with the files that do. */
export function styledClasses(): ReadonlyMap<string, readonly string[]> {
  const styled = new Map<string, string[]>();
  for (const file of globSync('src/styles/*.css', { cwd: projectRoot }))
    for (const name of new Set(selectorsIn(textOf(file)).flatMap(classesIn)))
      styled.set(name, [...(styled.get(name) ?? []), file]);
  return styled;
}

function selectorsIn(sheet: string): string[] {
  const rules = sheet.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/(?<=^|[{};])\s*([^{};@]+)\{/g);
  return [...rules].map(([, selector = '']) => selector.replace(/"[^"]*"|'[^']*'/g, ''));
}

function classesIn(selector: string): string[] {
  return [...selector.matchAll(/\.([a-z][\w-]*)/g)].flatMap(([, name]) => name ?? []);
}

/** Classes that templates give to elements. */
export interface GivenClasses {
  /** By their names. */
  readonly names: ReadonlySet<string>;
  /** By the part before what a view says: `hue-` of `hue-3`. */
  readonly beginnings: ReadonlySet<string>;
}

export function givenClasses(): GivenClasses {
  const given = globSync('src/**/*.astro', { cwd: projectRoot }).flatMap((file) =>
    classTextsIn(textOf(file)),
  );
  const words = given.flatMap((text) => text.split(/\s+/)).filter((word) => word !== '');
  return {
    names: new Set(words.filter((word) => !word.includes('$'))),
    beginnings: new Set(
      words.filter((word) => word.endsWith('$') && word !== '$').map((word) => word.slice(0, -1)),
    ),
  };
}

/** What stands in `class="…"`, and each string and shorthand in `class={…}`; `$` for what is computed. */
function classTextsIn(template: string): string[] {
  const plain = [...template.matchAll(/\bclass="([^"]*)"/g)].map(([, text = '']) => text);
  const computed = [...template.matchAll(/\bclass(?::list)?=(?=\{)/g)].flatMap(({ index, 0: { length } }) => {
    const expression = bracesAt(template, index + length).replace(/\$\{[^}]*\}/g, '$');
    const strings = [...expression.matchAll(/['`]([^'`]*)['`]/g)].map(([, text = '']) => text);
    const shorthands = [...expression.matchAll(/[{,]\s*([a-z]\w*)\s*(?=[,:}])/g)].map(
      ([, name = '']) => name,
    );
    return [...strings, ...shorthands];
  });
  return [...plain, ...computed];
}

/** The expression in the braces that open at a place. */
function bracesAt(text: string, start: number): string {
  let depth = 0;
  for (let end = start; end < text.length; end++) {
    if (text[end] === '{') depth++;
    if (text[end] === '}') depth--;
    if (depth === 0) return text.slice(start + 1, end);
  }
  return '';
}

/** Whole strings in what makes pages ready: a class may be a word of a view, as the state of a day is. */
export function wordsOfViews(): ReadonlySet<string> {
  const files = globSync('src/{register,admin,components,layouts,pages}/**/*.{ts,astro}', {
    cwd: projectRoot,
  });
  return new Set(
    files.flatMap((file) => [...textOf(file).matchAll(/'([a-z][\w-]*)'/g)].map(([, word]) => word ?? '')),
  );
}

function textOf(file: string): string {
  return readFileSync(projectPath(file), 'utf8');
}
