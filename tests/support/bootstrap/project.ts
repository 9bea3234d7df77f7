import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectPath } from '../../../src/project-root.ts';

/** How a command ended, and all it said. */
export interface Ended {
  readonly status: number | null;
  readonly said: string;
  readonly complained: string;
}

/**
 * A project of its own in a temporary folder, with a space in its path: the real bootstrap, and stand-ins for
 * npm and Astro that keep a log of what they were asked.
 */
export class BootstrapProject {
  readonly folder = join(mkdtempSync(join(tmpdir(), 'registry-')), 'a project');

  constructor() {
    mkdirSync(join(this.folder, 'src'), { recursive: true });
    cpSync(projectPath('src', 'cli'), join(this.folder, 'src', 'cli'), { recursive: true });
    this.write('package.json', '{ "type": "module" }');
    this.write('src/source.txt', 'first');
    this.lock({
      'node_modules/astro': { version: '1.0.0' },
      'node_modules/tests': { version: '1.0.0', dev: true },
    });
  }

  /** Writes a package-lock.json that names these packages. */
  lock(packages: Readonly<Record<string, { readonly version: string; readonly dev?: boolean }>>): void {
    this.write('package-lock.json', JSON.stringify({ packages: { '': {}, ...packages } }));
  }

  write(path: string, content: string): void {
    writeFileSync(join(this.folder, path), content);
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  /** What a stand-in was asked, a line a time. */
  log(name: 'npm' | 'astro'): readonly string[] {
    const file = join(this.folder, `${name}.log`);
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  }

  start(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
    return spawn(process.execPath, [join(this.folder, 'src', 'cli', 'bootstrap.mjs'), ...args], {
      cwd: tmpdir(),
      env: { PATH: '', npm_execpath: projectPath('tests', 'support', 'bootstrap', 'npm-cli.js'), ...env },
    });
  }

  async run(
    args: readonly string[],
    options: { input?: string; env?: Record<string, string> } = {},
  ): Promise<Ended> {
    const child = this.start(args, options.env);
    child.stdin?.end(options.input ?? '');
    return ended(child);
  }

  delete(): void {
    rmSync(join(this.folder, '..'), { recursive: true });
  }
}

/** Waits for the end of a command. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const status = new Promise<number | null>((resolve) => child.once('close', resolve));
  const said = child.stdout ? text(child.stdout) : '';
  const complained = child.stderr ? text(child.stderr) : '';
  return { status: await status, said: await said, complained: await complained };
}
