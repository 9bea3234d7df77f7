import type { Context } from '../../../src/context.ts';
import { ask, type Told } from '../../unit/web/support/ask.ts';
import { Random } from '../random.ts';
import { signedInAs } from '../staff.ts';
import { controlsOf, type SentControl } from './controls.ts';
import { hostileForm, type HostileForm } from './hostile-form.ts';

/** An address that takes forms, and how many hostile ones it gets. */
export interface Target {
  /** One of them is picked for each form. */
  readonly addresses: readonly string[];
  readonly actions: readonly string[];
  readonly count: number;
  /** Sent by somebody who is not signed in: to pages that send others away. */
  readonly signedOut?: boolean;
  /** Its forms may sign their sender out. */
  readonly endsSessions?: boolean;
}

export interface Attack {
  readonly url: string;
  readonly context: Context;
  readonly seed: number;
  /** Ids and versions of other things. */
  readonly others: readonly string[];
}

/** What came of it: how many forms were sent, how often each status came back, and what no answer may be. */
export interface Toll {
  sent: number;
  readonly statuses: Map<number, number>;
  readonly faults: string[];
}

/** How many are sent before a page is read anew, with the versions it has by then. */
const STALE_AFTER = 6;
/** How many are sent in one session, where they do not end it. */
const PER_SESSION = 10;

/** Sends hostile forms to an address as an admin who has just signed in. */
export async function sendHostileForms(attack: Attack, target: Target, toll: Toll): Promise<void> {
  const random = new Random(attack.seed);
  const pages = new Map<string, { controls: SentControl[]; uses: number }>();
  let cookie = '';
  for (let n = 0; n < target.count; n += 1) {
    const address = random.pick(target.addresses) ?? '';
    if (!target.signedOut && (target.endsSessions || n % PER_SESSION === 0))
      cookie = (await signedInAs(attack.context, 'admin', 'Mallory')).cookie;
    const controls = await controlsAt(attack.url, address, cookie, pages);
    const form = hostileForm(random, { actions: target.actions, controls, others: attack.others });
    const headers = { cookie, origin: attack.url, 'content-type': form.type };
    judge(await ask(attack.url, address, { method: 'POST', headers, body: form.body }), address, form, toll);
  }
}

async function controlsAt(
  url: string,
  address: string,
  cookie: string,
  pages: Map<string, { controls: SentControl[]; uses: number }>,
): Promise<SentControl[]> {
  const kept = pages.get(address);
  if (kept && kept.uses < STALE_AFTER) {
    kept.uses += 1;
    return kept.controls;
  }
  const { text } = await ask(url, address, { headers: { cookie } });
  const controls = controlsOf(text);
  pages.set(address, { controls, uses: 1 });
  return controls;
}

const ANSWERS = [200, 303, 400, 403, 404, 409, 413];

function judge(told: Told, address: string, { body }: HostileForm, toll: Toll): void {
  toll.sent += 1;
  toll.statuses.set(told.status, (toll.statuses.get(told.status) ?? 0) + 1);
  const faults = faultsIn(told);
  if (faults.length > 0) toll.faults.push(`${address} ${body.slice(0, 300)}: ${faults.join(', ')}`);
}

function faultsIn({ status, headers, text }: Told): string[] {
  const faults: string[] = [];
  if (!ANSWERS.includes(status)) faults.push(`has status ${String(status)}: ${text.slice(0, 200)}`);
  if (!/^\/(?![/\\])/.test(headers.location ?? '/')) faults.push(`leads to ${String(headers.location)}`);
  if (headers['cache-control']?.includes('no-store') !== true) faults.push('may be kept');
  if (headers['set-cookie']?.some((cookie) => cookie.startsWith('pwned')))
    faults.push('sets a cookie of theirs');
  if (THEIRS.test(withoutValues(text))) faults.push('has markup of theirs');
  if (text.includes('node_modules') || text.includes('node:internal')) faults.push('has a stack trace');
  return faults;
}

const THEIRS =
  /<script>window|<img src=x|<svg onload|<iframe src=|<base |<meta http-equiv|<link rel=s|<form action=""><button>Go/;

/** A page without the values of its attributes, in which markup is text. */
function withoutValues(page: string): string {
  return page.replaceAll(/="[^"]*"/g, '=""');
}
