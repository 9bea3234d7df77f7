import { posix } from 'node:path';
import { projectPath } from '../../src/project-root.ts';
import { layerOf, layers, type Layer } from './arrows.ts';
import { fits } from './forbidden.ts';
import { importsOf, type Import } from './imports.ts';

/**
 * Arrows and packages that the table allows and no file needs, each as a sentence.
 *
 * @param sources paths of all files from the project's root, with slashes
 */
export function unwalkedOf(sources: readonly string[]): readonly string[] {
  const walked = Map.groupBy(
    sources.flatMap((from) => importsOf(projectPath(from)).map((imported) => ({ from, imported }))),
    ({ from }) => layerOf(from)?.name,
  );
  return layers.flatMap((layer) => unwalked(layer, walked.get(layer.name) ?? []));
}

interface Walked {
  readonly from: string;
  readonly imported: Import;
}

function unwalked({ name, may, mayTypes = [], packages }: Layer, walked: readonly Walked[]): string[] {
  const reaches = (to: string, typesOnly: boolean) =>
    walked.some(({ from, imported }) => imported.typesOnly === typesOnly && targetOf(from, imported) === to);
  const uses = (one: string) => walked.some(({ imported: { specifier } }) => fits(one, specifier));
  return [
    ...may.filter((to) => !reaches(to, false)).map((to) => `${name} needs nothing of ${to}.`),
    ...mayTypes.filter((to) => !reaches(to, true)).map((to) => `${name} needs no types of ${to}.`),
    ...packages.filter((one) => !uses(one)).map((one) => `${name} does not use ${one}.`),
  ];
}

function targetOf(from: string, { specifier }: Import): string | undefined {
  return specifier.startsWith('.') ? layerOf(posix.join(posix.dirname(from), specifier))?.name : undefined;
}
