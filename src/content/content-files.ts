import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { ContentProblem } from './content-problem.ts';

/** Reads content files, and collects everything that is wrong in any of them. */
export class ContentFiles {
  readonly problems: ContentProblem[] = [];
  readonly #root: string;

  /** @param root the folder that holds `content/` */
  constructor(root: string) {
    this.#root = root;
  }

  /** Names of the files in a folder under `content/` that end so, without the ending, sorted; folders with ''. */
  names(folder: string, ending: string): string[] {
    const path = join(this.#root, 'content', folder);
    if (!existsSync(path)) return [];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => (ending === '' ? entry.isDirectory() : entry.name.endsWith(ending)))
      .map((entry) => entry.name.slice(0, entry.name.length - ending.length))
      .sort();
  }

  /** The value of a file under `content/` by the schema; undefined when it is wrong, with the reasons collected. */
  read<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> | undefined {
    const file = `content/${path}`;
    const value = this.#parse(file);
    if (value === undefined) return undefined;
    const parsed = schema.safeParse(value.of, { reportInput: false });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues)
      this.report(file, issue.path.map(String).join('/'), issue.message);
    return undefined;
  }

  report(file: string, at: string, message: string): void {
    this.problems.push({ file, message, ...(at === '' ? {} : { at }) });
  }

  #parse(file: string): { readonly of: unknown } | undefined {
    const text = this.#text(file);
    if (text === undefined) return undefined;
    if (file.endsWith('.json')) return this.#parseJson(file, text);
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    for (const error of document.errors)
      this.report(file, `line ${String(lines.linePos(error.pos[0]).line)}`, error.message);
    return document.errors.length > 0 ? undefined : { of: document.toJS() as unknown };
  }

  #parseJson(file: string, text: string): { readonly of: unknown } | undefined {
    try {
      return { of: JSON.parse(text) as unknown };
    } catch (error) {
      this.report(file, '', error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  #text(file: string): string | undefined {
    try {
      return readFileSync(join(this.#root, file), 'utf8');
    } catch {
      this.report(file, '', 'cannot be read.');
      return undefined;
    }
  }
}
