import type { CheckView, TextView } from '../../forms/field-view.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import { IN_THE_MAKING } from '../../drafts/draft-content.ts';
import { listDrafts } from '../../drafts/read-draft.ts';
import { whySampleStays } from '../../register/set-aside-sample.ts';
import type { Link } from '../../register/views/link.ts';
import type { FormOutcome } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { answerOf, errorAt, typed, type Answer } from '../answer.ts';
import type { Locals } from '../reader.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import { beginParts, type FieldPart } from './begin-form.ts';
import { situationOf, type Situation } from './situation.ts';

/** A way to start, with what it does. */
interface Way {
  readonly title: string;
  readonly lead: string;
  readonly button: string;
}

/** The first steps of a register: what becomes of the sample, and what it begins with. */
export interface StartPage {
  readonly frame: AdminFrame;
  readonly problems: { readonly title: string; readonly list: readonly FieldProblem[] };
  /** Random text by which a second click is known for one. */
  readonly key: string;
  /** Why the sample cannot be left behind. */
  readonly stays: string | undefined;
  readonly keep: Way | undefined;
  readonly empty: (Way & { readonly confirm: string; readonly notes: readonly string[] }) | undefined;
  readonly begun: { readonly title: string; readonly drafts: readonly Link[] } | undefined;
  readonly begin: (Way & { readonly parts: readonly FieldPart[] }) | undefined;
  readonly import: (Way & { readonly file: TextView; readonly complete: CheckView | undefined }) | undefined;
}

export async function readStartPage(locals: Locals, outcome: FormOutcome): Promise<StartPage> {
  const { t } = locals.words;
  const situation = situationOf(locals);
  const answer = answerOf(outcome);
  const reason = situation === 'sample' ? await whySampleStays(locals.context) : undefined;
  return {
    frame: adminFrame(locals, {
      title: t('start.title'),
      section: 'home',
      lead: t(`start.lead.${situation}`),
    }),
    problems: { title: t('start.problems'), list: answer.problems },
    key: typed(answer, 'key', crypto.randomUUID()),
    stays: reason && t(`start.stays.${reason}`),
    keep: situation === 'sample' ? wayOf(locals, 'keep') : undefined,
    empty: situation === 'sample' && reason === undefined ? emptyWay(locals) : undefined,
    begun: situation === 'begun' ? undefined : await draftsBegun(locals, situation),
    begin:
      situation === 'empty'
        ? { ...wayOf(locals, 'begin'), parts: beginParts(locals, answerOfBegin(answer)) }
        : undefined,
    import: reason === undefined ? importWay(locals, answer, situation) : undefined,
  };
}

function wayOf({ words: { t } }: Locals, way: 'keep' | 'empty' | 'begin'): Way {
  return { title: t(`start.${way}.title`), lead: t(`start.${way}.lead`), button: t(`start.${way}.button`) };
}

function emptyWay(locals: Locals): StartPage['empty'] {
  const { t } = locals.words;
  return {
    ...wayOf(locals, 'empty'),
    confirm: t('start.empty.confirm'),
    notes: [t('start.empty.copy'), t('start.empty.stays'), t('start.empty.goes')],
  };
}

/** What was typed into the form of the file is none of the other form's business. */
function answerOfBegin(answer: Answer): Answer {
  return answer.form?.action === 'begin' ? answer : { form: undefined, problems: [] };
}

function importWay({ words: { t } }: Locals, answer: Answer, situation: Situation): StartPage['import'] {
  const file: TextView = {
    id: 'file',
    name: 'file',
    label: t('start.field.file'),
    hint: t('start.hint.file'),
    type: 'file',
    value: '',
    required: true,
    accept: '.json,application/json',
    error: errorAt(answer, 'file'),
  };
  return {
    title: t('start.import.title'),
    lead: t(`start.import.lead.${situation}`),
    button: t('start.import.button'),
    file,
    complete:
      situation === 'begun'
        ? {
            id: 'complete',
            name: 'complete',
            label: t('start.field.complete'),
            hint: t('start.hint.complete'),
            value: 'yes',
            checked: answer.form?.value('complete') === 'yes',
          }
        : undefined,
  };
}

/** Drafts of a first edition that are there already: nobody need begin another. */
async function draftsBegun(locals: Locals, situation: Situation): Promise<StartPage['begun']> {
  if (situation !== 'empty') return undefined;
  const drafts = await listDrafts(locals.context, { states: IN_THE_MAKING });
  if (drafts.length === 0) return undefined;
  const admin = adminAddresses(locals.addresses);
  return {
    title: locals.words.t('start.begun.title'),
    drafts: drafts.map(({ id, title }) => ({ text: title, href: admin.draft(id) })),
  };
}
