import type { FieldView } from '../../../forms/field-view.ts';
import type { FieldProblem } from '../../../forms/received-form.ts';
import type { ButtonKind } from '../../page-parts.ts';
import type { Link } from '../../../register/views/link.ts';
import type { Pair } from '../../../register/views/pairs.ts';
import type { FormOutcome } from '../../../forms/form-outcome.ts';
import { readDraft } from '../../../drafts/read-draft.ts';
import { isOver, type Draft } from '../../../drafts/draft-content.ts';
import { adminAddresses } from '../../admin-addresses.ts';
import { adminFrame, type AdminFrame } from '../../frame.ts';
import { answerOf, typed, type Answer } from '../../answer.ts';
import { may, type Locals } from '../../reader.ts';
import { backToDraft } from '../draft-frame.ts';
import { groundOf } from './ground.ts';
import { formsFor } from './start-forms.ts';
import { isWhat, NEEDS, WHAT, type What } from './what.ts';

/** A form that begins something, or that only asks for what it needs to know first. */
export interface StartForm {
  readonly title: string | undefined;
  readonly lead: string | undefined;
  readonly method: 'get' | 'post';
  readonly kept: readonly Pair[];
  readonly controls: readonly FieldView[];
  readonly button: { readonly text: string; readonly action: string | undefined; readonly kind: ButtonKind };
}

/** The page on which a draft begins, ready to be placed. */
export interface NewDraftPage {
  readonly frame: AdminFrame;
  readonly problemsTitle: string;
  readonly problems: readonly FieldProblem[];
  /** What can be done, when nothing is chosen yet. */
  readonly choices: readonly Link[];
  readonly notes: readonly string[];
  readonly forms: readonly StartForm[];
  readonly back: Link;
}

/** What the forms of this page are made from. */
export interface Asking {
  readonly locals: Locals;
  readonly ground: ReturnType<typeof groundOf>;
  readonly answer: Answer;
  readonly query: Readonly<Record<string, string>>;
  /** Sent along by every form that begins something. */
  readonly kept: readonly Pair[];
}

/** @throws RangeError when the draft that is to be added to does not take changes any more */
export async function readNewDraftPage(locals: Locals, outcome: FormOutcome): Promise<NewDraftPage> {
  const { words, context, addresses, admin } = locals;
  const query = admin?.query ?? {};
  const what = isWhat(query['what']) && may(locals, NEEDS[query['what']]) ? query['what'] : undefined;
  const draft = await draftAsked(locals, query['draft']);
  const answer = answerOf(outcome);
  const content = draft?.content.kind === 'changes' ? draft.content : undefined;
  const ground = groundOf({ ...locals, context }, content);
  const asking: Asking = { locals, ground, answer, query, kept: keptIn(answer, draft) };
  const shown = what ? formsFor(what, asking) : { forms: [], notes: [] };
  const to = adminAddresses(addresses);
  return {
    frame: adminFrame(locals, {
      title: words.t(
        what ? `new-draft.${what}.title` : draft ? 'new-draft.heading.more' : 'new-draft.heading',
      ),
      section: 'drafts',
      crumbs: crumbsOf(locals, draft, what),
      lead: words.t(what ? `new-draft.${what}.lead` : 'new-draft.lead'),
    }),
    problemsTitle: words.t('draft.problems-title'),
    problems: answer.problems,
    choices: what ? [] : choicesFor(locals, draft),
    notes: shown.notes,
    forms: shown.forms,
    back: draft ? backToDraft(locals, draft) : { text: words.t('new-draft.back'), href: to.drafts() },
  };
}

async function draftAsked({ context }: Locals, id: string | undefined): Promise<Draft | undefined> {
  if (id === undefined || !/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const draft = await readDraft(context, id);
  return draft && !isOver(draft) && draft.content.kind === 'changes' ? draft : undefined;
}

function keptIn(answer: Answer, draft: Draft | undefined): Pair[] {
  if (!draft) return [{ name: 'key', value: typed(answer, 'key', crypto.randomUUID()) }];
  return [
    { name: 'draft', value: draft.id },
    { name: 'version', value: String(draft.version) },
  ];
}

function crumbsOf({ words, addresses }: Locals, draft: Draft | undefined, what: What | undefined): Link[] {
  const to = adminAddresses(addresses);
  return [
    { text: words.t('admin.nav.drafts'), href: to.drafts() },
    ...(draft ? [{ text: draft.title, href: to.draft(draft.id) }] : []),
    ...(what
      ? [
          {
            text: words.t(draft ? 'new-draft.heading.more' : 'new-draft.heading'),
            href: to.newDraft({ draft: draft?.id }),
          },
        ]
      : []),
  ];
}

function choicesFor(locals: Locals, draft: Draft | undefined): Link[] {
  const { words, addresses } = locals;
  return WHAT.filter((what) => may(locals, NEEDS[what])).map((what) => ({
    text: words.t(`new-draft.${what}.title`),
    hint: words.t(`new-draft.${what}.hint`),
    href: adminAddresses(addresses).newDraft({ what, draft: draft?.id }),
  }));
}
