import { writeFileSync } from 'node:fs';
import { projectPath } from '../../src/project-root.ts';
import { drawShapes } from './draw-shapes.ts';

/** `npm run map`: draws the shapes of all countries anew. Needed when the atlas, a projection or a code changes. */
writeFileSync(projectPath('src', 'map', 'shapes.json'), `${JSON.stringify(drawShapes(), null, 2)}\n`);
