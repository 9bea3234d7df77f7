import { Temporal } from 'temporal-polyfill';
import { parseConfiguration } from '../../../src/configuration.ts';
import { projectPath } from '../../../src/project-root.ts';

/**
 * The built registry on a clock of ours, in a process of its own, configured by its environment.
 *
 * Argument: the instant that its clock begins at. Message: an instant that it moves on to; answered with the address.
 */
const [beginsAt = ''] = process.argv.slice(2);

// Only the build has it: its source cannot be run without the pages that the build makes.
const { startServer } = (await import(
  projectPath('dist', 'server', 'registry.mjs')
)) as typeof import('../../../src/server.ts');

const begun = Temporal.Now.instant();
let base = Temporal.Instant.from(beginsAt);
const clock = { now: () => base.add(begun.until(Temporal.Now.instant())) };

const server = await startServer({ configuration: parseConfiguration(process.env), clock });

process.on('message', (instant: string) => {
  base = Temporal.Instant.from(instant);
  process.send?.(server.url);
});
process.on('disconnect', () => void server.close());
process.send?.(server.url);
