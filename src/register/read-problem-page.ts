import { lastEdition } from '../domain/ledger.ts';
import type { Reader } from './reader.ts';
import { frameOf, type Frame } from './views/frame.ts';
import type { Link } from './views/link.ts';
import { dayForm, type AskForm } from './views/panels.ts';

/** What is wrong with an address: in a sentence, with the parameter at fault. */
export interface AddressProblem {
  readonly message: string;
  readonly parameter?: string;
}

/** A page that helps where there is no answer. */
export interface ProblemPage {
  readonly frame: Frame;
  readonly title: string;
  readonly text: string;
  readonly help: string;
  readonly links: readonly Link[];
  /** To try another day; only where a day was the problem, or may be what one looked for. */
  readonly form: AskForm | undefined;
}

/** The page for an address at which there is nothing (404), or that cannot be read (400). */
export function readProblemPage(reader: Reader, status: 400 | 404, problem?: AddressProblem): ProblemPage {
  const { words, addresses, context, today } = reader;
  const title = words.t(`error.${status}.title`);
  const begun = lastEdition(context.ledger.current()) > 0;
  return {
    frame: frameOf(reader, {
      title,
      description: title,
      address: addresses.register(),
    }),
    title,
    text: problem?.message ?? words.t('error.404.text'),
    help: words.t('error.help'),
    links: [
      { text: words.t('error.home'), href: addresses.register() },
      { text: words.t('register.all-changes'), href: addresses.changes() },
      { text: words.t('nav.about'), href: addresses.about() },
    ],
    form: begun ? dayForm(reader, today) : undefined,
  };
}
