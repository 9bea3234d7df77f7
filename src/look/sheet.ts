import { accentFrom, type Shades } from './accent.ts';

const TOKENS = {
  '--accent': 'accent',
  '--accent-strong': 'strong',
  '--accent-line': 'line',
  '--accent-wash': 'wash',
  '--on-accent': 'on',
} as const satisfies Record<string, keyof Shades>;

/**
 * The sheet that puts an accent in the place of the registry's own. In the layer of the tokens, so that print and
 * others after it still have the last word; `:root:root`, so that it wins there whichever sheet comes first.
 */
export function accentSheet(accent: string): string {
  const { light, dark } = accentFrom(accent);
  const tokens = Object.entries(TOKENS).map(
    ([token, shade]) => `${token}:light-dark(${light[shade]},${dark[shade]})`,
  );
  return `@layer tokens{:root:root{${tokens.join(';')}}}\n`;
}
