import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { dirname } from 'node:path';
import { growthFindings, measureGrowth } from './growth.ts';
import { generator } from './load.ts';
import { readOptions } from './options.ts';
import { canPin } from './processes.ts';
import { findingsTable, growthTable, speedTable } from './report.ts';
import { measureSample, sampleFindings } from './sample.ts';

/**
 * `npm run bench`: how fast answers go out beside a bare node:http server, what a long history costs, memory and start.
 * `npm run bench -- --rounds 3 --sizes 100,1000 --only growth --out figures.json` for less of it.
 */
const options = readOptions(process.argv.slice(2));

const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  processors: availableParallelism(),
  system: `${process.platform} ${process.arch}`,
  node: process.version,
  load: generator,
  pinned: canPin,
};
const where = canPin ? 'server and load on a processor each' : 'server and load share the processors';
print(
  `${machine.processor}, ${String(machine.processors)} processors, Node ${machine.node}; load by ${generator}, ${where}.`,
);

process.stderr.write(options.speed ? 'The sample beside a bare server…\n' : '');
const sample = options.speed ? await measureSample(options) : undefined;
if (sample)
  print(
    `\nThe sample: medians ± median absolute deviation of ${String(options.rounds)} rounds\n`,
    speedTable(sample),
  );

process.stderr.write(options.growth ? 'Growing…\n' : '');
const growth = options.growth ? await measureGrowth(options) : [];
if (options.growth)
  print(
    `\n${String(options.thirdParties)} third parties: medians ± median absolute deviation of ${String(options.renders)}\n`,
    growthTable(growth),
  );

const findings = [...(sample ? sampleFindings(sample) : []), ...growthFindings(growth)];
const missed = findings.filter(({ met }) => met === false).length;
print(
  '\nGoals\n',
  findingsTable(findings),
  `\n${missed === 0 ? 'All goals are met.' : `${String(missed)} goals are NOT MET.`}`,
);

await mkdir(dirname(options.out), { recursive: true });
await writeFile(options.out, `${JSON.stringify({ machine, options, sample, growth, findings }, null, 2)}\n`);
print(`The figures are in ${options.out}`);

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
