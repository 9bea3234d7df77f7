// Stands in for npm: "installs" what package-lock.json names, as folders with the files the commands run.
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.cwd();
appendFileSync(join(root, 'npm.log'), `${process.argv.slice(2).join(' ')}\n`);
rmSync(join(root, 'node_modules'), { recursive: true, force: true });
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
delete packages[''];
for (const path of Object.keys(packages)) mkdirSync(join(root, path), { recursive: true });

const node = join(root, `node_modules/node-linux-${process.arch}`, 'bin');
mkdirSync(node, { recursive: true });
symlinkSync(process.execPath, join(node, 'node'));
mkdirSync(join(root, 'node_modules/astro/bin'), { recursive: true });
const astro = join(dirname(fileURLToPath(import.meta.url)), 'astro.mjs');
cpSync(astro, join(root, 'node_modules/astro/bin/astro.mjs'));

if (process.env['NPM_FAILS']) {
  console.error('npm error the registry is away');
  process.exit(1);
}
writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
