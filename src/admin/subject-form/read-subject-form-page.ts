import type { FieldChange } from '../../domain/field-change.ts';
import { gapsOf, type Gap } from '../../domain/gaps.ts';
import type { SubjectState } from '../../domain/subjects/subject.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import type { ChangesContent } from '../../drafts/draft-content.ts';
import { fieldsTo } from '../../drafts/drafted-fields.ts';
import { planOf } from '../../drafts/plan.ts';
import { changeOf, withChange } from '../../drafts/subject-change.ts';
import { RegistryError } from '../../errors.ts';
import { treeOf } from '../../forms/form-tree.ts';
import type { FormValues } from '../../forms/form-values.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import { nameIn } from '../../language/telling.ts';
import type { Pair } from '../../register/views/pairs.ts';
import { scopeName } from '../../register/views/scope-name.ts';
import type { FormOutcome } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { answering } from '../answer.ts';
import { draftFrame } from '../drafts/draft-frame.ts';
import type { AdminFrame } from '../frame.ts';
import type { SectionLink } from '../page-parts.ts';
import { previewOf, type Preview } from '../preview/preview.ts';
import { collisionView, type CollisionView } from './collision-view.ts';
import { completenessOf, type Completeness } from './completeness.ts';
import { errorsIn, shownForm, type ShownForm } from './shown-form.ts';
import type { Form } from './form.ts';
import type { FormSection } from './form-part.ts';
import { marksOf, type Marks } from './marks.ts';
import { isRemoval, noticesAbove, type NoticeAbove } from './notices-above.ts';
import { wordingIn } from './read-form.ts';
import { sectionLinks, sectionsOf } from './sections.ts';
import type { Locals } from '../reader.ts';
import {
  choosableIn,
  subjectInDraft,
  type Choosable,
  type FormAddress,
  type SubjectInDraft,
} from './subject-in-draft.ts';

/** The form of a subject within a draft, ready to be placed. */
export interface SubjectFormPage {
  readonly frame: AdminFrame;
  readonly errors: { readonly title: string; readonly problems: readonly FieldProblem[] };
  readonly notices: readonly NoticeAbove[];
  readonly collision: CollisionView | undefined;
  readonly completeness: Completeness | undefined;
  readonly sections: readonly FormSection[];
  readonly links: readonly SectionLink[];
  /** What the form carries along. */
  readonly pairs: readonly Pair[];
  readonly mayEdit: boolean;
  readonly buttons: { readonly save: string; readonly preview: string; readonly note: string };
  readonly back: { readonly text: string; readonly href: string };
  readonly marks: Marks;
  readonly preview: Preview;
}

/** @throws RegistryError `not-found` when there is no such draft, or it is one that revises a notice */
export async function readSubjectFormPage(
  locals: Locals,
  address: FormAddress,
  outcome: FormOutcome,
): Promise<SubjectFormPage> {
  const found = await subjectInDraft(locals, address);
  if (!found) throw new RegistryError('not-found', []);
  const choosable = choosableIn(locals, found);
  const shown = await shownForm(locals, found, choosable, outcome);
  const form = formOf(locals, found, choosable, shown);
  const fields = shown.state ? markedFields(found, shown.values, shown.state) : [];
  return {
    frame: answering(frameOf(locals, found, shown.state), outcome),
    errors: { title: locals.words.t('form.errors'), problems: shown.problems },
    notices: noticesAbove(locals, found, shown.state),
    collision:
      shown.collisions &&
      collisionView(
        valueContext(locals, choosable),
        found.subject,
        shown.collisions,
        shown.values,
        form.errors,
      ),
    completeness: isRemoval(found, shown.state) ? undefined : completenessIn(locals, form, shown),
    sections: isPreviewAlone(outcome) ? [] : sectionsOf(locals, form, found),
    links: sectionLinks(form),
    pairs: pairsOf(found, shown),
    mayEdit: found.mayEdit,
    ...aroundForm(locals, found),
    marks: marksOf(locals.words, found.subject, found.before, fields, wordingOf(found, shown.values)),
    preview: await previewIn(locals, found, shown, fields),
  };
}

/** What follows the typing takes the preview and leaves the form as it is: many processings are much to lay out. */
function isPreviewAlone(outcome: FormOutcome): boolean {
  return outcome.kind === 'shown' && outcome.form.action === 'preview' && outcome.form.argument === 'alone';
}

function formOf(locals: Locals, found: SubjectInDraft, choosable: Choosable, shown: ShownForm): Form {
  const { words, context } = locals;
  const state = shown.state ?? found.after;
  const gaps =
    found.subject.kind === 'third-party' && shown.state
      ? gapsOf(shown.state as ThirdParty, context.content.eea)
      : [];
  return {
    kind: found.subject.kind,
    words,
    content: context.content,
    values: shown.values,
    tree: treeOf(shown.values).root,
    errors: errorsIn(locals, shown),
    gaps: new Map(gaps.map((gap): [string, Gap] => [gap.field, gap])),
    languages: languagesIn(locals, choosable),
    state,
    scopes: choosable.scopes,
    thirdParties: choosable.thirdParties,
  };
}

/** The publisher's language first: in it a text mostly is written before it is translated. */
function languagesIn({ context }: Locals, { register }: Choosable): string[] {
  const first = register.organisation?.defaultLanguage ?? 'en';
  return [...new Set([first, ...context.content.messages.keys()])];
}

function frameOf(
  locals: Locals,
  { subject, draft, before, after }: SubjectInDraft,
  state: SubjectState | undefined,
): AdminFrame {
  const { words } = locals;
  const name = words.plain(nameIn(state ?? after ?? before)) || subject.id;
  const title = words.t(`form.title.${subject.kind}`, { name });
  return draftFrame(locals, draft, { title, lead: words.t('form.lead') });
}

function completenessIn({ context }: Locals, form: Form, { state }: ShownForm): Completeness | undefined {
  return form.kind === 'third-party' && state
    ? completenessOf(form, state as ThirdParty, context.content.eea)
    : undefined;
}

function pairsOf({ draft, shown: now }: SubjectInDraft, { values }: ShownForm): Pair[] {
  return [
    { name: 'version', value: String(draft.version) },
    { name: 'edition', value: String(now.edition) },
    { name: 'effective-on', value: now.effectiveOn },
    { name: 'wording', value: '' },
    ...['', ...(values.get('outdated') ?? []).filter((path) => path !== '')].map((value) => ({
      name: 'outdated',
      value,
    })),
  ];
}

function aroundForm(
  { words, addresses }: Locals,
  { draft }: SubjectInDraft,
): Pick<SubjectFormPage, 'buttons' | 'back'> {
  return {
    buttons: {
      save: words.t('form.save'),
      preview: words.t('form.preview.show'),
      note: words.t('form.save.note'),
    },
    back: { text: words.t('form.back'), href: adminAddresses(addresses).draft(draft.id) },
  };
}

/** What the form changes of the subject on the eve of the draft's day, with the marks of mere wording. */
function markedFields(found: SubjectInDraft, values: FormValues, state: SubjectState): FieldChange[] {
  const wording = wordingOf(found, values);
  return fieldsTo(found.subject.kind, found.before, state).map((field) =>
    'added' in field || field.before === null || field.after === null || !wording.includes(field.field)
      ? field
      : { ...field, wording: true },
  );
}

/** Marks of mere wording: those of the form, or those that the draft has while the form was not sent. */
function wordingOf({ content, subject }: SubjectInDraft, values: FormValues): string[] {
  if (values.has('wording')) return wordingIn(subject.kind, values);
  const fields = changeOf(content, subject)?.fields ?? [];
  return fields.flatMap((field) => ('wording' in field && field.wording === true ? [field.field] : []));
}

async function previewIn(
  locals: Locals,
  { content, subject }: SubjectInDraft,
  { state, problems }: ShownForm,
  fields: readonly FieldChange[],
): Promise<Preview> {
  if (!state) return unreadable(locals, problems);
  const drafted: ChangesContent = withChange(content, { subject, fields: [...fields] });
  return previewOf(locals, await planOf(locals.context, drafted));
}

/** While something cannot be read, nothing can be shown of it; what is wrong stands in its place. */
function unreadable({ words }: Locals, problems: readonly FieldProblem[]): Preview {
  const sentences = problems.map(({ message }) => message);
  return {
    title: words.t('form.preview.title'),
    lead: words.t('form.preview.lead'),
    none: words.t('form.preview.unreadable'),
    obstacles: sentences.length === 0 ? undefined : { title: words.t('form.errors'), sentences },
    shown: undefined,
  };
}

function valueContext(locals: Locals, { register, thirdParties }: Choosable) {
  return {
    words: locals.words,
    scopeName: (id: string) => scopeName(locals, register.scopes.get(id), id).text,
    thirdPartyName: (id: string) => thirdParties.find((one) => one.id === id)?.name ?? id,
  };
}
