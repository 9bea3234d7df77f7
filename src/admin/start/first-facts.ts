import { diff } from '../../domain/diff.ts';
import { normalise } from '../../domain/leaves.ts';
import { organisationSchema, type Organisation } from '../../domain/subjects/organisation.ts';
import { CAPACITIES, scopeSchema, type Capacity } from '../../domain/subjects/scope.ts';
import { ORGANISATION } from '../../domain/subjects/subject.ts';
import { lineSchema } from '../../domain/text.ts';
import type { ChangesContent } from '../../drafts/draft-content.ts';
import type { ReceivedForm } from '../../forms/received-form.ts';
import { newId } from '../drafts/start/third-party-id.ts';

/** The controls of the form that begins a register, in their order. */
export const FIRST_FIELDS = [
  'name',
  'legalName',
  'country',
  'privacyContact',
  'objectionMailbox',
  'noticePeriod',
  'objectionPeriod',
  'timeZone',
  'defaultLanguage',
  'product',
  'capacity',
] as const;
export type FirstField = (typeof FIRST_FIELDS)[number];

/** What a register begins with: who publishes it, and the first product. */
export interface FirstFacts {
  readonly organisation: Organisation;
  readonly product: string;
  readonly capacity: Capacity;
}

/** The facts as the form tells them, or the controls in which something is wrong. */
export function firstFactsIn(form: ReceivedForm): FirstFacts | { readonly wrong: readonly FirstField[] } {
  const organisation = organisationSchema.safeParse(organisationIn(form));
  const capacity = CAPACITIES.find((one) => one === form.value('capacity'));
  const language = form.value('defaultLanguage');
  const product = form.value('product').trim();
  const scope = scopeSchema.safeParse({ name: { [language]: product }, capacity: capacity ?? 'processor' });
  const wrong = new Set<unknown>(organisation.error?.issues.map(({ path }) => path[0]));
  // A language that is wrong is told at its own control.
  if (!lineSchema.safeParse(product).success || (!scope.success && !wrong.has('defaultLanguage')))
    wrong.add('product');
  if (!capacity) wrong.add('capacity');
  if (organisation.success && capacity && wrong.size === 0)
    return { organisation: organisation.data, product, capacity };
  return { wrong: FIRST_FIELDS.filter((field) => wrong.has(field)) };
}

function organisationIn(form: ReceivedForm): Record<string, string | undefined> {
  const optional = (name: FirstField) => form.value(name).trim() || undefined;
  return {
    name: form.value('name').trim(),
    legalName: optional('legalName'),
    country: optional('country'),
    privacyContact: optional('privacyContact'),
    objectionMailbox: optional('objectionMailbox'),
    noticePeriod: `P${form.value('noticePeriod').trim()}D`,
    objectionPeriod: `P${form.value('objectionPeriod').trim()}D`,
    timeZone: form.value('timeZone').trim(),
    defaultLanguage: form.value('defaultLanguage'),
  };
}

/** The draft of a first edition that says these facts. */
export function firstContent({ organisation, product, capacity }: FirstFacts): ChangesContent {
  const scope = { name: { [organisation.defaultLanguage]: product }, capacity };
  return {
    kind: 'changes',
    changes: [
      {
        subject: ORGANISATION,
        fields: diff('organisation', undefined, normalise('organisation', organisation)),
      },
      {
        subject: { kind: 'scope', id: newId(product, new Set()) },
        fields: diff('scope', undefined, normalise('scope', scope)),
      },
    ],
  };
}
