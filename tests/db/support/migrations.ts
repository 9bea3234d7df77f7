import { projectPath } from '../../../src/project-root.ts';

export const MIGRATIONS = projectPath('db', 'migrations');
