import { joinDirections } from '../domain/change-types.ts';
import { isSetChange, type FieldChange } from '../domain/field-change.ts';
import { canonical, type Json } from '../domain/json.ts';
import { effectsOf, type Change, type Effect, type Revision } from '../domain/notice.ts';
import type { Organisation } from '../domain/subjects/organisation.ts';
import { ORGANISATION } from '../domain/subjects/subject.ts';
import { processingElements } from './processing-elements.ts';
import { textElements } from './text-elements.ts';
import { thirdPartyIn, type ToldChange, type ToldNotice } from './told-notice.ts';
import { xmlElement as element, type XmlElement } from './xml-element.ts';

/** The same notice for programs: the elements of our namespace, as `content/docs/feed.md` describes them. */
export function itemElements(told: ToldNotice): XmlElement[] {
  const { notice, changes } = told;
  const { revises, reason, objectionDeadline } = notice;
  const optional = (name: string, value: string | undefined) =>
    value === undefined ? [] : [element(name, {}, value)];
  return [
    element('register', {}, notice.register),
    element('edition', {}, notice.edition),
    element('hash', {}, notice.hash),
    element('class', {}, notice.class),
    element('direction', {}, joinDirections(effectsOf(notice).map(({ direction }) => direction))),
    ...notice.marks.map((mark) => element('mark', {}, mark)),
    element('announced', {}, notice.announcedOn),
    element('effective', {}, notice.effectiveOn),
    ...optional('objection-deadline', objectionDeadline),
    ...optional('objection-mailbox', objectionDeadline === undefined ? undefined : mailboxOf(told)),
    element('time-zone', {}, notice.timeZone),
    ...optional('notice-period', notice.noticePeriod),
    ...optional('objection-period', notice.objectionPeriod),
    ...(told.isSample ? [element('sample', {}, 'true')] : []),
    ...textElements('reason', reason),
    ...(revises ? revisesElements(told, revises) : []),
    ...(notice.effects ?? []).map((effect) => effectElement(told, effect)),
    ...changes.map((change) => subjectElement(told, change)),
  ];
}

function mailboxOf({ stateOf }: ToldNotice): string | undefined {
  const organisation = stateOf(ORGANISATION) as Organisation | undefined;
  return organisation?.objectionMailbox ?? organisation?.privacyContact;
}

function revisesElements(told: ToldNotice, revises: Revision): XmlElement[] {
  const { action } = revises;
  switch (action) {
    case 'withdraw': {
      const attributes = { edition: revises.edition, action, 'in-error': String(revises.inError) };
      return [element('revises', attributes, revisedElements(told))];
    }
    case 'postpone': {
      const { edition, from, to } = revises;
      return [element('revises', { edition, action, from, to }, revisedElements(told))];
    }
    case 'amend': {
      const mended = revises.amendments.flatMap(({ change, fields }) =>
        fields.map((field) => changeElement(field, { position: change })),
      );
      return [
        element('revises', { edition: revises.edition, action }, [...mended, ...revisedElements(told)]),
      ];
    }
    case 'redact':
      return revises.rows.map(({ edition, digest }) => element('revises', { edition, action, digest }));
  }
}

/** What the revised notice said, in its own words: its item may have left the feed by now. */
function revisedElements({ revised, revisedDay }: ToldNotice): XmlElement[] {
  if (!revised) return [];
  const { objectionDeadline } = revised.notice;
  return [
    ...(revisedDay === undefined ? [] : [element('effective', {}, revisedDay)]),
    ...(objectionDeadline === undefined ? [] : [element('objection-deadline', {}, objectionDeadline)]),
    ...revised.changes.map((change) => subjectElement(revised, change)),
  ];
}

function effectElement(
  { stateOf }: ToldNotice,
  { scope, types, direction, class: noticeClass }: Effect,
): XmlElement {
  const state = scope === null ? undefined : stateOf({ kind: 'scope', id: scope });
  const name = state && typeof state.name !== 'string' ? state.name : undefined;
  return element('effect', { scope: scope ?? undefined, direction, class: noticeClass }, [
    ...textElements('scope-name', name),
    ...types.map((type) => element('type', {}, type)),
  ]);
}

/** What a change is about, what that means, all facts after it (of what goes: before it), and what changes. */
function subjectElement(told: ToldNotice, toldChange: ToldChange): XmlElement {
  const { change, before, after } = toldChange;
  const { kind, id } = change.subject;
  const state = after ?? before;
  const effects = change.effects.map((effect) => effectElement(told, effect));
  const thirdParty = thirdPartyIn(state);
  const name = typeof state?.name === 'string' ? { und: state.name } : state?.name;
  return element(kind, kind === 'organisation' ? {} : { id }, [
    ...textElements('name', name),
    ...(thirdParty ? processingElements(told.context, thirdParty, toldChange) : []),
    ...effects,
    ...changesToTell(change, before === undefined).map((field) => changeElement(field)),
  ]);
}

/** Of what is new the facts say everything: before, nothing was stated. */
function changesToTell({ fields }: Change, isNew: boolean): readonly FieldChange[] {
  return isNew ? [] : fields;
}

function changeElement(change: FieldChange, attributes: Readonly<Record<string, number>> = {}): XmlElement {
  const json = (name: string, value: Json): XmlElement => element(name, {}, canonical(value));
  if (isSetChange(change))
    return element('change', { field: change.field, ...attributes }, [
      ...change.removed.map((member) => json('removed', member)),
      ...change.added.map((member) => json('added', member)),
    ]);
  return element(
    'change',
    { field: change.field, wording: change.wording ? 'true' : undefined, ...attributes },
    [
      change.before === null ? undefined : json('before', change.before),
      change.after === null ? undefined : json('after', change.after),
    ],
  );
}
