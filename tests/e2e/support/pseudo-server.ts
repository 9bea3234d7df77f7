import { parseConfiguration } from '../../../src/configuration.ts';
import { loadContent } from '../../../src/content.ts';
import { projectPath } from '../../../src/project-root.ts';
import { contentWith } from '../../support/pseudo-languages/pseudo-languages.ts';

/**
 * The built registry with two languages more than it has, in a process of its own, configured by its environment.
 *
 * Argument: the folder that its content may be copied to. Message: its address, once it answers.
 */
const [folder = ''] = process.argv.slice(2);

// Only the build has it: its source cannot be run without the pages that the build makes.
const { startServer } = (await import(
  projectPath('dist', 'server', 'registry.mjs')
)) as typeof import('../../../src/server.ts');

const server = await startServer({
  configuration: parseConfiguration(process.env),
  content: loadContent(contentWith(folder)),
});

process.on('disconnect', () => void server.close());
process.send?.(server.url);
