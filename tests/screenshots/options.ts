import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  /** Where the pictures go. */
  readonly out: string;
  /** Only pages whose name holds this. */
  readonly only: string;
  /** One picture for the README, and no others. */
  readonly readme: boolean;
}

/** @throws TypeError of node:util on an unknown option */
export function readOptions(args: readonly string[]): Options {
  return parseArgs({
    args: [...args],
    options: {
      out: { type: 'string', default: join(tmpdir(), 'registry-screenshots') },
      only: { type: 'string', default: '' },
      readme: { type: 'boolean', default: false },
    },
  }).values;
}
