import type { Draft } from '../../drafts/draft-content.ts';
import { draftEditors } from '../../drafts/draft-version.ts';
import type { Plan } from '../../drafts/plan.ts';
import type { ChoicesView, FieldView } from '../../forms/field-view.ts';
import { houseRules } from '../../staff/house-rules.ts';
import type { Pair } from '../../register/views/pairs.ts';
import type { Link } from '../../register/views/link.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { ButtonKind } from '../page-parts.ts';
import { amendedPlace, textLabel } from './amended-texts.ts';
import { answerToAction, choices, errorAt, textField, type Answer } from '../answer.ts';
import { may, memberOf, type Locals } from '../reader.ts';
import { placeIn } from './subject-name.ts';

/** Something that can be done with a draft as a whole, or why it cannot. */
export interface Decision {
  readonly title: string;
  readonly lead: string;
  readonly controls: readonly FieldView[];
  readonly kept: readonly Pair[];
  readonly button: { readonly text: string; readonly action: string; readonly kind: ButtonKind } | undefined;
  /** A page of its own on which it is done. */
  readonly link: Link | undefined;
  /** Opened first: what is seldom done, or cannot be taken back. */
  readonly folded: boolean;
}

/** What whoever is signed in can do with the draft now, the likeliest first. */
export interface Decisions {
  readonly title: string;
  readonly list: readonly Decision[];
  /** The next step stands above all else, unless it is to approve: whoever does that reads first. */
  readonly first: boolean;
}

export async function decisionsOf(
  locals: Locals,
  draft: Draft,
  plan: Plan,
  answer: Answer,
): Promise<Decisions | undefined> {
  const list = await listOf({ locals, draft, plan, answer });
  const [next] = list;
  if (!next) return undefined;
  const isReady = next.button !== undefined || next.link !== undefined;
  return {
    title: locals.words.t('draft.decisions.title'),
    list,
    first: isReady && draft.state !== 'submitted',
  };
}

async function listOf(of: Of): Promise<Decision[]> {
  const { locals, draft } = of;
  if (!may(locals, 'editor')) return [];
  switch (draft.state) {
    case 'open':
      return [submitOf(of), discardOf(of)];
    case 'submitted':
      return [...(await reviewOf(of)), takeBackOf(of), discardOf(of)];
    case 'approved':
      return [publishOf(of), ...sendBackFor(of), takeBackOf(of), discardOf(of)];
    case 'published':
    case 'discarded':
      return [];
  }
}

interface Of {
  readonly locals: Locals;
  readonly draft: Draft;
  readonly plan: Plan;
  readonly answer: Answer;
}

function decision(
  { draft }: Of,
  parts: Omit<Decision, 'kept' | 'controls' | 'link' | 'folded'> & Partial<Decision>,
): Decision {
  return {
    controls: [],
    link: undefined,
    folded: false,
    ...parts,
    kept: [{ name: 'version', value: String(draft.version) }],
  };
}

function submitOf(of: Of): Decision {
  const { words } = of.locals;
  const ready = of.plan.problems.length === 0 && of.plan.conflicts.length === 0;
  return decision(of, {
    title: words.t('draft.submit.title'),
    lead: words.t(ready ? 'draft.submit.ready' : 'draft.submit.not-ready'),
    button: ready ? { text: words.t('draft.submit.button'), action: 'submit', kind: 'main' } : undefined,
  });
}

/** Approving or sending back: not by whoever edited, unless the house rules allow it. */
async function reviewOf(of: Of): Promise<Decision[]> {
  const { locals, draft, plan } = of;
  const { words } = locals;
  if (!may(locals, 'approver'))
    return [
      decision(of, {
        title: words.t('draft.approve.title'),
        lead: words.t('draft.approve.waits'),
        button: undefined,
      }),
    ];
  const own = (await draftEditors(locals.context, draft.id)).has(memberOf(locals).id);
  const refused = own && (await houseRules(locals.context)).ownApproval === 'refused';
  if (refused)
    return [
      decision(of, {
        title: words.t('draft.approve.title'),
        lead: words.t('draft.approve.own'),
        button: undefined,
      }),
      ...sendBackFor(of),
    ];
  if (!plan.isCurrent)
    return [
      decision(of, {
        title: words.t('draft.approve.title'),
        lead: words.t('draft.approve.outdated'),
        button: undefined,
      }),
      ...sendBackFor(of),
    ];
  return [approveOf(of, own), ...sendBackFor(of)];
}

function approveOf(of: Of, own: boolean): Decision {
  const { words } = of.locals;
  return decision(of, {
    title: words.t('draft.approve.title'),
    lead: words.t(own ? 'draft.approve.own-allowed' : 'draft.approve.lead'),
    controls: wordingChoices(of),
    button: { text: words.t('draft.approve.button'), action: 'approve', kind: 'main' },
  });
}

/** Each text of which somebody said that it means the same as before, to be looked at one by one. */
function wordingChoices({ locals, draft, plan, answer }: Of): ChoicesView[] {
  const { words } = locals;
  if (plan.wording.length === 0) return [];
  const options = plan.wording.map(({ at, before, after }) => {
    const place = placeIn(at) ?? amendedPlace(locals.context.ledger.current(), draft.content, at);
    const label = place ? textLabel(locals, draft.content, place) : at;
    return { value: at, label, hint: words.t('draft.wording.change', { before, after }) };
  });
  return [
    choices(
      answerToAction(answer, 'approve'),
      'wording',
      words.t('draft.wording.legend'),
      'checkbox',
      options,
      [],
      {
        hint: words.t('draft.wording.hint'),
        required: true,
      },
    ),
  ];
}

function sendBackFor(of: Of): Decision[] {
  const { locals } = of;
  const answer = answerToAction(of.answer, 'send-back');
  const { words } = locals;
  if (!may(locals, 'approver')) return [];
  return [
    decision(of, {
      title: words.t('draft.send-back.title'),
      lead: words.t('draft.send-back.lead'),
      controls: [
        textField(answer, 'note', words.t('draft.send-back.note'), {
          type: 'prose',
          rows: 4,
          maxLength: 5000,
          required: true,
        }),
      ],
      button: { text: words.t('draft.send-back.button'), action: 'send-back', kind: 'plain' },
      folded: errorAt(answer, 'note') === undefined,
    }),
  ];
}

function takeBackOf(of: Of): Decision {
  const { words } = of.locals;
  return decision(of, {
    title: words.t('draft.take-back.title'),
    lead: words.t(of.draft.state === 'approved' ? 'draft.take-back.approved' : 'draft.take-back.lead'),
    button: { text: words.t('draft.take-back.button'), action: 'take-back', kind: 'plain' },
    folded: true,
  });
}

function publishOf(of: Of): Decision {
  const { locals, draft, plan } = of;
  const { words, addresses } = locals;
  const mayPublish = may(locals, 'approver');
  const lead = !mayPublish
    ? 'draft.publish.waits'
    : plan.isCurrent
      ? 'draft.publish.lead'
      : 'draft.publish.outdated';
  return decision(of, {
    title: words.t('draft.publish.title'),
    lead: words.t(lead),
    button: undefined,
    link:
      mayPublish && plan.isCurrent
        ? { text: words.t('draft.publish.link'), href: adminAddresses(addresses).draftPublish(draft.id) }
        : undefined,
  });
}

function discardOf(of: Of): Decision {
  const { locals } = of;
  const answer = answerToAction(of.answer, 'discard');
  const { words } = locals;
  return decision(of, {
    title: words.t('draft.discard.title'),
    lead: words.t('draft.discard.lead'),
    controls: [
      {
        id: 'sure',
        name: 'sure',
        label: words.t('draft.discard.sure'),
        value: 'yes',
        checked: false,
        error: errorAt(answer, 'sure'),
      },
    ],
    button: { text: words.t('draft.discard.button'), action: 'discard', kind: 'danger' },
    folded: errorAt(answer, 'sure') === undefined,
  });
}
