import { subjectKey, type Subject } from '../../domain/subjects/subject.ts';
import type { DraftContent } from '../../drafts/draft-content.ts';
import { draftVersions, type DraftVersion } from '../../drafts/draft-version.ts';
import type { SelectView } from '../../forms/field-view.ts';
import { groupOf, type DiffGroup } from '../../register/views/diff.ts';
import { valueDiff, type DiffField } from '../../register/views/field-diff.ts';
import type { Link } from '../../register/views/link.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { AdminFrame } from '../frame.ts';
import type { Column, Row } from '../page-parts.ts';
import { selectField } from '../answer.ts';
import { amendmentLines } from './amended-texts.ts';
import { detailsOf } from './details-form.ts';
import { namesOfStaff, type NameOf } from '../names-of-staff.ts';
import { backToDraft, draftFrame } from './draft-frame.ts';
import { requireDraft } from './require-draft.ts';
import type { Locals } from '../reader.ts';
import { subjectStates } from './subject-states.ts';
import { instantInWords } from '../instant.ts';
import { subjectName } from './subject-name.ts';
import { differenceGroups } from './values-in-words.ts';

/** The versions of a draft, and the difference between two of them, ready to be placed. */
export interface HistoryPage {
  readonly frame: AdminFrame;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly compare:
    { readonly title: string; readonly controls: readonly SelectView[]; readonly button: string } | undefined;
  readonly difference:
    | {
        readonly title: string;
        readonly none: string | undefined;
        readonly parts: readonly { readonly title: string; readonly groups: readonly DiffGroup[] }[];
      }
    | undefined;
  readonly back: Link;
}

/** @throws RegistryError `not-found` */
export async function readHistoryPage(locals: Locals, id: string): Promise<HistoryPage> {
  const { context, words, admin } = locals;
  const draft = await requireDraft(locals, id);
  const [versions, nameOf] = await Promise.all([draftVersions(context, id), namesOfStaff(locals)]);
  const asked = (name: 'from' | 'to', fallback: number): DraftVersion | undefined =>
    versions.find(({ version }) => version === Number(admin?.query[name] ?? fallback));
  const [before, after] = [asked('from', draft.version - 1), asked('to', draft.version)];
  return {
    frame: draftFrame(locals, draft, {
      title: words.t('draft.history.title'),
      lead: words.t('draft.history.lead'),
    }),
    columns: ['version', 'who', 'when', 'compare'].map((column) => ({
      label: words.t(`draft.history.${column as 'version' | 'who' | 'when' | 'compare'}`),
    })),
    rows: versions.toReversed().map((version) => rowOf(locals, version, nameOf)),
    compare: versions.length < 2 ? undefined : compareForm(locals, versions, before, after),
    difference: before && after ? difference(locals, before, after) : undefined,
    back: backToDraft(locals, draft),
  };
}

function rowOf(locals: Locals, { draft, version, title, actor, savedAt }: DraftVersion, nameOf: NameOf): Row {
  const { words, addresses } = locals;
  const query = { from: version - 1, to: version };
  return {
    cells: [
      { text: words.number(version), small: title },
      { text: nameOf(actor) },
      { text: instantInWords(locals, savedAt), datetime: savedAt },
      version === 1
        ? { text: words.t('draft.history.first'), quiet: true }
        : {
            text: words.t('draft.history.what-changed'),
            href: adminAddresses(addresses).draftHistory(draft, query),
          },
    ],
  };
}

function compareForm(
  { words }: Locals,
  versions: readonly DraftVersion[],
  before: DraftVersion | undefined,
  after: DraftVersion | undefined,
): HistoryPage['compare'] {
  const options = versions.map(({ version, title }) => ({
    value: String(version),
    label: words.t('draft.history.option', { version, title }),
  }));
  const none = { form: undefined, problems: [] };
  return {
    title: words.t('draft.history.compare-title'),
    controls: [
      selectField(none, 'from', words.t('draft.history.from'), {
        value: String(before?.version ?? 1),
        options,
      }),
      selectField(none, 'to', words.t('draft.history.to'), { value: String(after?.version ?? 1), options }),
    ],
    button: words.t('draft.history.compare'),
  };
}

function difference(locals: Locals, before: DraftVersion, after: DraftVersion): HistoryPage['difference'] {
  const { words } = locals;
  const parts = [
    ...detailsPart(locals, before, after),
    ...subjectParts(locals, before.content, after.content),
    ...revisionPart(locals, before.content, after.content),
  ];
  return {
    title: words.t('draft.history.difference', { from: before.version, to: after.version }),
    none: parts.length === 0 ? words.t('draft.history.same') : undefined,
    parts,
  };
}

function detailsPart(locals: Locals, before: DraftVersion, after: DraftVersion) {
  const { words } = locals;
  const [was, is] = [detailsOf(before.title, before.content), detailsOf(after.title, after.content)];
  const languages = [...new Set([...Object.keys(was.reason ?? {}), ...Object.keys(is.reason ?? {})])];
  const day = (value: string | undefined): string =>
    value === undefined ? words.t('draft.field.day.first') : words.day(value);
  const yes = (value: boolean): string => words.t(value ? 'general.yes' : 'general.no');
  const ids = [...new Set([...was.arguments.keys(), ...is.arguments.keys()])];
  const fields = [
    ...field(locals, words.t('draft.field.title'), was.title, is.title),
    ...field(locals, words.t('draft.field.day-choice'), day(was.effectiveOn), day(is.effectiveOn)),
    ...field(locals, words.t('draft.field.short-notice'), yes(was.shortNotice), yes(is.shortNotice)),
    ...languages.flatMap((language) =>
      field(
        locals,
        words.t('general.in-language', {
          text: words.t('draft.field.reason'),
          language: words.languageName(language),
        }),
        was.reason?.[language],
        is.reason?.[language],
      ),
    ),
    ...ids.flatMap((id) =>
      field(locals, words.t('draft.argument.title'), was.arguments.get(id), is.arguments.get(id)),
    ),
  ];
  return fields.length === 0 ? [] : [{ title: words.t('draft.details.title'), groups: [groupOf(fields)] }];
}

function field(
  { words }: Locals,
  label: string,
  before: string | undefined,
  after: string | undefined,
): DiffField[] {
  if (before === after) return [];
  const unstated = words.t('general.not-stated');
  return [valueDiff(words, label, before ?? unstated, after ?? unstated)];
}

/** What each version would make of each subject, on what the register says now. */
function subjectParts(locals: Locals, before: DraftContent, after: DraftContent) {
  const subjects = new Map<string, Subject>();
  for (const content of [before, after])
    if (content.kind === 'changes')
      for (const { subject } of content.changes) subjects.set(subjectKey(subject), subject);
  return [...subjects.values()].flatMap((subject) => {
    const was = subjectStates(locals, before, subject).after;
    const is = subjectStates(locals, after, subject).after;
    const groups = differenceGroups(locals, after, subject, was, is);
    return groups.length === 0 ? [] : [{ title: subjectName(locals, after, subject).text, groups }];
  });
}

function revisionPart(locals: Locals, before: DraftContent, after: DraftContent) {
  const { words } = locals;
  if (before.kind === 'postpone' && after.kind === 'postpone') {
    const day = (value: string | undefined) => (value === undefined ? undefined : words.day(value));
    const fields = field(locals, words.t('revision.postpone.day'), day(before.to), day(after.to));
    return fields.length === 0 ? [] : [{ title: words.t('draft.details.title'), groups: [groupOf(fields)] }];
  }
  if (before.kind !== 'amend' || after.kind !== 'amend') return [];
  const [was, is] = [amendmentLines(locals, before), amendmentLines(locals, after)];
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  const fields = keys.flatMap((key) =>
    field(locals, is.get(key)?.label ?? was.get(key)?.label ?? key, was.get(key)?.text, is.get(key)?.text),
  );
  return fields.length === 0 ? [] : [{ title: words.t('revision.amend.title'), groups: [groupOf(fields)] }];
}
