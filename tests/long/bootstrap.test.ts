import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BootstrapProject, ended } from '../support/bootstrap/project.ts';

let project: BootstrapProject;
beforeEach(() => {
  project = new BootstrapProject();
});
afterEach(() => {
  project.delete();
});

const registry = (): ReturnType<BootstrapProject['run']> => project.run(['registry']);

describe('a command', () => {
  it('hands arguments and standard input on, and the exit status back', async () => {
    const { status, said } = await project.run(['registry', 'import', 'a file.json', '--plan'], {
      input: 'words',
    });
    expect(status).toBe(3);
    expect(JSON.parse(said)).toEqual({
      source: 'first',
      args: ['import', 'a file.json', '--plan'],
      input: 'words',
    });
  });

  it('keeps standard output for what it was asked, and says on standard error what it does first', async () => {
    const { complained } = await registry();
    expect(complained).toBe('Installing packages (first run, about a minute)…\nBuilding…\n');
  });

  it('that does not exist is wrong usage', async () => {
    const { status, complained } = await project.run(['toString']);
    expect(status).toBe(2);
    expect(complained).toMatch(/^Usage: /);
  });

  it('passes a signal on once and gives the status of what it started', async () => {
    const child = project.start(['start']);
    const end = ended(child);
    await new Promise<void>((resolve) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('listening')) resolve();
      });
    });
    child.kill('SIGTERM');
    child.kill('SIGTERM');
    const { status, said } = await end;
    expect(status).toBe(5);
    expect(said).toContain('signals: 1');
  });
});

describe('packages', () => {
  it('are installed on the first run only, and without running their scripts', async () => {
    await registry();
    await registry();
    expect(project.log('npm')).toHaveLength(1);
    expect(project.log('npm')[0]).toMatch(/^ci .*--ignore-scripts/);
  });

  it('are installed again when the lock file names others', async () => {
    await registry();
    project.lock({ 'node_modules/astro': { version: '2.0.0' } });
    await registry();
    expect(project.log('npm')).toHaveLength(2);
  });

  it('are installed once by two commands at the same time', async () => {
    const [one, other] = await Promise.all([registry(), registry()]);
    expect([one.status, other.status]).toEqual([3, 3]);
    expect(project.log('npm')).toHaveLength(1);
    expect(project.log('astro')).toHaveLength(1);
  });

  it('are not taken for installed when npm failed, and what npm said is shown', async () => {
    const { status, complained } = await project.run(['registry'], { env: { NPM_FAILS: 'yes' } });
    expect(status).toBe(1);
    expect(complained).toContain('npm error the registry is away');
    await registry();
    expect(project.log('npm')).toHaveLength(2);
  });

  it('are installed again when one is missing', async () => {
    await registry();
    project.remove('node_modules/.registry-packages');
    project.remove('node_modules/tests');
    await project.run(['bench']);
    expect(project.log('npm')).toHaveLength(2);
  });

  it('installed by hand without those for development are enough to start', async () => {
    await registry();
    project.remove('node_modules/.registry-packages');
    const packages = { 'node_modules/astro': { version: '1.0.0' } };
    project.write('node_modules/.package-lock.json', JSON.stringify({ packages }));
    project.remove('node_modules/tests');
    await registry();
    expect(project.log('npm')).toHaveLength(1);
  });
});

describe('the build', () => {
  it('is made once while nothing changes', async () => {
    await registry();
    await registry();
    expect(project.log('astro')).toEqual(['build']);
  });

  it('is made again when a source changed', async () => {
    await registry();
    project.write('src/source.txt', 'second');
    expect(JSON.parse((await registry()).said)).toMatchObject({ source: 'second' });
  });

  it('is made again when a file of it is cut short', async () => {
    await registry();
    project.write('dist/server/registry.mjs', '');
    await registry();
    expect(project.log('astro')).toHaveLength(2);
  });

  it('is made again when its receipt cannot be read', async () => {
    await registry();
    project.write('dist/build.json', '{ "sources":');
    await registry();
    expect(project.log('astro')).toHaveLength(2);
  });

  it('leaves the one before in place when it fails, and tells all it said', async () => {
    await registry();
    project.write('src/source.txt', 'broken');
    const { status, complained } = await registry();
    expect(status).toBe(1);
    expect(complained).toContain('the source is broken');
    project.write('src/source.txt', 'first');
    await registry();
    expect(project.log('astro')).toHaveLength(2);
  });
});
