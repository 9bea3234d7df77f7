import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../support/chromium.ts';

/** Fetched when it is asked for: with all it needs it weighs 150 MB, which nobody who runs the tests should pay for. */
const LIGHTHOUSE = 'lighthouse@13.5.0';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof CATEGORIES)[number];

interface Result {
  readonly categories: Readonly<
    Record<
      Category,
      {
        /** From 0 to 1; none, when it could not be told. */
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; readonly displayValue?: string }>
  >;
}

/** What Lighthouse says of one page. */
export interface Audit {
  /** From 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Each audit below its best that counts for a category, as a line to read. */
  readonly below: readonly string[];
}

/**
 * Runs Lighthouse on a page, as on a slow phone, which is what it does unless told otherwise.
 *
 * @param folder where its report is kept, as `name`.report.json and .html
 */
export async function audit(url: string, folder: string, name: string): Promise<Audit> {
  const chrome = ['--headless=new', ...CHROMIUM_ARGUMENTS].join(' ');
  const outputs = ['--output=json', '--output=html', `--output-path=${join(folder, name)}`];
  const lighthouse = ['lighthouse', url, '--quiet', `--chrome-flags=${chrome}`, ...outputs];
  await promisify(execFile)('npm', ['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', ...lighthouse], {
    env: {
      ...process.env,
      CHROME_PATH: chromiumPath() ?? chromium.executablePath(),
      // Lighthouse is to run on our Node, not on the older one that may have started npm.
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
    },
  });
  return read(JSON.parse(await readFile(join(folder, `${name}.report.json`), 'utf8')) as Result);
}

function read({ categories, audits }: Result): Audit {
  const scores = CATEGORIES.map((category) => [
    category,
    Math.round((categories[category].score ?? 0) * 100),
  ]);
  const counted = CATEGORIES.flatMap((category) =>
    categories[category].auditRefs.filter(({ weight }) => weight > 0),
  );
  const below = [...new Set(counted.map(({ id }) => id))].flatMap((id) => {
    const { title = id, score = 1, displayValue = '' } = audits[id] ?? {};
    return score === null || score === 1
      ? []
      : [`${String(score)} ${id}: ${title} ${displayValue}`.trimEnd()];
  });
  return { scores: Object.fromEntries(scores) as Audit['scores'], below };
}
