import type { Selecting } from '../../db/client.ts';
import { logo } from '../../db/schema/logo.ts';
import { look } from '../../db/schema/look.ts';
import { OWN_LOOK, type Logo, type Look } from './look.ts';

/** How often it was changed: 0 before it ever was. Tells whether what one holds of it is still it. */
export async function lookVersion(reader: Selecting): Promise<number> {
  const [row] = await reader.select({ version: look.version }).from(look);
  return row?.version ?? OWN_LOOK.version;
}

/** How the organisation wants its pages to look; the registry's own look where nothing is set. */
export async function readLook(reader: Selecting): Promise<Look> {
  const [row] = await reader.select().from(look);
  if (!row) return OWN_LOOK;
  const logos = await reader.select().from(logo);
  return {
    version: row.version,
    accent: row.accent ?? undefined,
    logos: Object.fromEntries(logos.map(({ ground, ...kept }): [string, Logo] => [ground, kept])),
    alternative: row.alternative ?? undefined,
    saysName: row.saysName,
  };
}
