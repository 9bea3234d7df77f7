import type { Words } from '../language/words.ts';
import type { Log } from '../log.ts';
import type { Doorkeeper } from './admin/doorkeeper.ts';
import type { ClientAddress } from './client-address.ts';
import type { Entry } from './entry.ts';
import type { Sources } from './generation.ts';
import type { Render, Trouble } from './render.ts';

/** Files by path: `/favicon.svg`. */
export interface Files {
  get(path: string): Entry | undefined;
}

/** All that the front needs to know of what stands behind it. */
export interface Site extends Sources {
  /** The origin readers use: `https://subprocessors.example.com`. */
  readonly publicUrl: string;
  readonly log: Log;
  readonly render: Render;
  /** Files as the build left them, and those of the organisation's look, by path. */
  readonly files: Files;
  /** Whether the registry can answer: its database does. */
  readonly isReady: () => Promise<boolean>;
  /** What is wrong, in a sentence of the language. */
  readonly explain: (trouble: Trouble, language: string) => string;
  /** The words of a language of the interface. */
  readonly words: (language: string) => Words;
  /** Who may enter the admin form. */
  readonly doorkeeper: Doorkeeper;
  readonly clientAddress: ClientAddress;
}
