import type { Tag } from '../../register/views/tag.ts';
import type { SectionLink } from '../page-parts.ts';
import type { Form } from './form.ts';
import type { FormSection } from './form-part.ts';
import { organisationSections } from './organisation-sections.ts';
import { scopeSections } from './scope-sections.ts';
import type { Locals } from '../reader.ts';
import type { SubjectInDraft } from './subject-in-draft.ts';
import { thirdPartySections } from './third-party-sections.ts';
import { vendorNote } from './vendor-note.ts';

export function sectionsOf(
  locals: Locals,
  form: Form,
  { subject, before, after }: SubjectInDraft,
): FormSection[] {
  if (subject.kind === 'organisation') return organisationSections(form);
  if (subject.kind === 'scope') return scopeSections(form);
  const [who, ...others] = thirdPartySections(form);
  // What the catalog filled in is of a third party that is new; of any other staff know more by now.
  const note = before ? [] : vendorNote(locals, after);
  return who ? [{ ...who, parts: [...note, ...who.parts] }, ...others] : others;
}

/** The parts of the form with what is to be done in each. Only a third party's form is long enough to need it. */
export function sectionLinks(form: Form): SectionLink[] {
  const { words } = form;
  if (form.kind !== 'third-party') return [];
  return [...thirdPartyLinks(form), { href: '#preview', text: words.t('form.preview.title') }];
}

function thirdPartyLinks(form: Form): SectionLink[] {
  const { words } = form;
  return (['who', 'what', 'assurance', 'succession'] as const).map((id) => {
    const state = stateOfSection(form, id);
    return { href: `#${id}`, text: words.t(`form.section.${id}`), ...(state ? { state } : {}) };
  });
}

function stateOfSection({ words, errors, gaps }: Form, section: string): Tag | undefined {
  const wrong = [...errors.keys()].filter((name) => name !== '' && sectionAt(name) === section).length;
  if (wrong > 0) return { text: words.t('form.section.wrong', { count: wrong }), tone: 'bad' };
  const lacking = [...gaps.keys()].filter((path) => sectionAt(path.replaceAll('/', '.')) === section).length;
  return lacking > 0
    ? { text: words.t('form.section.lacking', { count: lacking }), tone: 'soon' }
    : undefined;
}

function sectionAt(name: string): string {
  const [first = ''] = name.split('.', 1);
  if (first === 'processings') return 'what';
  if (['links', 'certifications', 'securityMeasures', 'ai'].includes(first)) return 'assurance';
  return first === 'replaces' || first === 'continues' ? 'succession' : 'who';
}
