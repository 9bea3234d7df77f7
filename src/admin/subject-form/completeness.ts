import { gapsOf, type Gap } from '../../domain/gaps.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import { transferOf } from '../../domain/transfers.ts';
import { idOf } from '../../forms/field-view.ts';
import { lawLink, type Link } from '../../register/views/link.ts';
import type { Form } from './form.ts';
import { stepsBelow } from './form.ts';

/** How much of what the law asks for is stated, and what is not. */
export interface Completeness {
  readonly tone: 'good' | 'warn';
  readonly title: string;
  readonly sentence: string;
  /** Each missing fact leads to its control, and says why it is asked for. */
  readonly missing: readonly (Link & { readonly law: Link })[];
}

/** Facts of a processing that are always asked for, and those that a transfer asks for beside them. */
const OF_A_PROCESSING = 4;
const OF_A_TRANSFER = 2;
const OF_A_SERVICE = 2;

export function completenessOf(form: Form, state: ThirdParty, eea: ReadonlySet<string>): Completeness {
  const { words } = form;
  const gaps = gapsOf(state, eea);
  const asked = factsAsked(state, eea);
  const count = words.t('form.completeness.count', { stated: asked - gaps.length, asked });
  const isIdle = Object.keys(state.processings ?? {}).length === 0;
  return {
    tone: gaps.length === 0 && !isIdle ? 'good' : 'warn',
    title: words.t('form.completeness'),
    sentence: isIdle ? words.t('form.completeness.idle', { count }) : count,
    missing: gaps.map((gap) => missingFact(form, state, gap)),
  };
}

function factsAsked(state: ThirdParty, eea: ReadonlySet<string>): number {
  const rows = Object.values(state.processings ?? {}).filter(({ role }) => role !== 'none');
  const transfers = rows.filter((row) => transferOf(state, row, eea));
  const own = state.kind === 'service' ? OF_A_SERVICE : 0;
  return own + rows.length * OF_A_PROCESSING + transfers.length * OF_A_TRANSFER;
}

function missingFact(form: Form, state: ThirdParty, { field, reason }: Gap): Completeness['missing'][number] {
  const { words } = form;
  const [head, id = ''] = field.split('/');
  const many = Object.keys(state.processings ?? {}).length > 1;
  const number =
    stepsBelow(form, 'processings')
      .filter((step) => step !== '')
      .indexOf(id) + 1;
  const text = words.t(`gap.${reason}`);
  return {
    text:
      head === 'processings' && many
        ? words.t('third-party.labelled', { label: words.t('form.row.processing', { number }), text })
        : text,
    href: `#${controlOf(form, field)}`,
    law: lawLink(words.legal(reason)),
  };
}

/** Of a text the box of the first language; of anything else the field itself. */
function controlOf({ languages }: Form, field: string): string {
  const id = idOf(field.replaceAll('/', '.'));
  return field.endsWith('/purpose') ? `${id}-${languages[0] ?? 'en'}` : id;
}
