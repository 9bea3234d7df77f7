import type { Context } from '../context.ts';
import { gapsOf } from '../domain/gaps.ts';
import { lastEdition } from '../domain/ledger.ts';
import type { Notice } from '../domain/notice.ts';
import { isInUse } from '../domain/register.ts';
import { importRegister, planImport } from '../register/import-register.ts';
import { originOf } from '../register/origin.ts';
import { counted } from './counted.ts';
import { importIntoDraft } from './import-draft.ts';
import { Misuse } from './refusal.ts';
import { atItsPlace, readRegister, type RegisterFile } from './register-file.ts';
import type { Terminal } from './terminal.ts';
import { configurationFor, withContext, type DatabaseOption } from './with-context.ts';

export interface ImportOptions extends DatabaseOption {
  readonly plan?: boolean;
  readonly complete?: boolean;
}

/**
 * Publishes a register file as the first edition of an empty register; in one that has begun, drafts what differs. With
 * `plan`, only says what it would do.
 */
export async function importFile(terminal: Terminal, name: string, options: ImportOptions): Promise<void> {
  const file = await readRegister(terminal, name);
  await withContext(terminal, configurationFor(terminal, options), async (context) => {
    if (await hasBegun(context)) await importIntoDraft(terminal, context, file, options);
    else if (options.complete) throw new Misuse('--complete is for a register that has begun.');
    else if (options.plan) {
      const notice = await atItsPlace(context, file, () => planImport(context, file.baseline));
      terminal.out(planInWords(context, file, notice));
    } else await importInto(terminal, context, file);
  });
}

/** Whether it is a register of one's own with an edition; that a sample takes in nothing is said elsewhere. */
async function hasBegun({ ledger, database }: Context): Promise<boolean> {
  await ledger.refresh();
  const origin = await originOf(database.orm);
  return lastEdition(ledger.current()) > 0 && (origin === undefined || origin === 'own');
}

/** Publishes the file, and says so. */
export async function importInto(terminal: Terminal, context: Context, file: RegisterFile): Promise<void> {
  const { actor, baseline } = file;
  const notice = await atItsPlace(context, file, () => importRegister(context, { actor, baseline }));
  terminal.out(`Published edition 1, in effect from ${notice.effectiveOn}: ${contentsOf(file)}.\n`);
  terminal.out(leftOutInWords(file));
}

function planInWords(context: Context, file: RegisterFile, { effectiveOn, timeZone }: Notice): string {
  return [
    `Would publish edition 1, in effect from ${effectiveOn} (${timeZone}): ${contentsOf(file)}.`,
    ...gapsInWords(context, file),
    leftOutInWords(file),
    'Nothing was written.',
    '',
  ]
    .filter((line, index, lines) => line !== '' || index === lines.length - 1)
    .join('\n');
}

function contentsOf({ baseline: { organisation, scopes, thirdParties } }: RegisterFile): string {
  const inUse = [...thirdParties.values()].filter(isInUse).length;
  const others = thirdParties.size - inUse;
  return [
    organisation?.name ?? 'no organisation',
    counted(scopes.size, 'scope'),
    counted(inUse, 'third party in use', 'third parties in use'),
    ...(others === 0 ? [] : [`${String(others)} not in use`]),
  ].join(', ');
}

/** What readers will see as "not stated", though they need it. */
function gapsInWords({ content }: Context, { baseline }: RegisterFile): string[] {
  const gaps = [...baseline.thirdParties].flatMap(([id, thirdParty]) =>
    gapsOf(thirdParty, content.eea).map(({ field }) => `  ${id}/${field}`),
  );
  return gaps.length === 0 ? [] : [`Not stated, and asked for by the law or the standard clauses:`, ...gaps];
}

/** A first edition says what is in use; what was planned elsewhere has to be announced here anew. */
function leftOutInWords({ leftOut, sample }: RegisterFile): string {
  const told = new Set(leftOut.planned.flatMap(({ subjects }) => subjects));
  const absent = [...leftOut.scopes, ...leftOut.thirdParties].filter((id) => !told.has(id));
  const lines = [
    ...leftOut.planned.map(
      ({ edition, effectiveOn, subjects }) =>
        `  planned for ${effectiveOn} (edition ${String(edition)}): ${subjects.join(', ')}`,
    ),
    ...absent.map((id) => `  not there on the day of the file: ${id}`),
  ];
  const head =
    lines.length === 0 ? [] : ['Not part of a first edition; publish it as a notice of its own:', ...lines];
  const invented = sample ? ['The file is of a sample: its publisher and history are invented.'] : [];
  return [...head, ...invented].map((line) => `${line}\n`).join('');
}
