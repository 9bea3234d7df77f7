// Stands in for Astro: "builds" a server and a command line that tell what they were given.
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [command, , outDir = ''] = process.argv.slice(2);
appendFileSync('astro.log', `${command}\n`);
const source = readFileSync('src/source.txt', 'utf8').trim();
if (source === 'broken') {
  console.error('the source is broken');
  process.exit(1);
}
const server = join(outDir, 'server');
mkdirSync(server, { recursive: true });
writeFileSync(
  join(server, 'cli.mjs'),
  `let input = '';
for await (const chunk of process.stdin) input += chunk;
console.log(JSON.stringify({ source: '${source}', args: process.argv.slice(2), input }));
process.exitCode = 3;`,
);
writeFileSync(
  join(server, 'registry.mjs'),
  `let signals = 0;
process.on('SIGTERM', () => {
  signals += 1;
  setTimeout(() => { console.log('signals: ' + signals); process.exit(5); }, 300);
});
setInterval(() => undefined, 1000);
console.log('listening');`,
);
