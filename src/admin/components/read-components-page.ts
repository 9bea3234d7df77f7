import type { FieldProblem } from '../../forms/received-form.ts';
import type { Ground } from '../../look/look.ts';
import { accentSheet } from '../../look/sheet.ts';
import type { Link } from '../../register/views/link.ts';
import { lookOf, type LogoView } from '../../register/views/look.ts';
import { organisationName } from '../../register/views/organisation-name.ts';
import { HUES, type PartyMark } from '../../register/views/party-mark.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import type { Locals } from '../reader.ts';
import { colourRows, type ColourRow } from './colour-rows.ts';
import { formSpecimens, type FormSpecimens } from './form-specimens.ts';
import { readerSpecimens, type ReaderSpecimens } from './reader-specimens.ts';
import { staffSpecimens, type StaffSpecimens } from './staff-specimens.ts';

/** The parts of the page, in their order. */
const PARTS = ['colours', 'scales', 'readers', 'staff', 'forms'] as const;
type Part = (typeof PARTS)[number];

/** Everything that pages are made of, for those who maintain them. */
export interface ComponentsPage {
  readonly frame: AdminFrame;
  readonly contents: { readonly label: string; readonly links: readonly Link[] };
  readonly titles: Readonly<Record<Part, string>>;
  readonly grounds: Readonly<Record<Ground, string>>;
  readonly colours: { readonly rows: readonly ColourRow[]; readonly contrast: string };
  readonly sentence: string;
  /** As a screen of either scheme shows it. */
  readonly logos: Readonly<Record<Ground, LogoView | undefined>>;
  readonly marks: readonly PartyMark[];
  readonly readers: ReaderSpecimens | undefined;
  /** What is said where there is nothing to show. */
  readonly none: string;
  readonly staff: StaffSpecimens;
  readonly problems: readonly FieldProblem[];
  readonly forms: Readonly<Record<Ground, FormSpecimens>>;
}

/** @param sheet the text of tokens.css */
export function readComponentsPage(locals: Locals, sheet: string): ComponentsPage {
  const { t } = locals.words;
  const { accent } = locals.context.look.current();
  const titles = Object.fromEntries(
    PARTS.map((part) => [part, t(`components.${part}`)]),
  ) as ComponentsPage['titles'];
  const { logo } = lookOf(locals, organisationName(locals));
  const sheets = [sheet, ...(accent === undefined ? [] : [accentSheet(accent)])];
  return {
    frame: adminFrame(locals, {
      title: t('components.title'),
      section: 'account',
      lead: t('components.lead'),
    }),
    contents: {
      label: t('admin.form.sections'),
      links: PARTS.map((part) => ({ text: titles[part], href: `#${part}` })),
    },
    titles,
    grounds: { light: t('look.sample.light'), dark: t('look.sample.dark') },
    colours: { rows: colourRows(locals, sheets), contrast: t('components.contrast') },
    sentence: t('components.sentence'),
    logos: {
      light: logo && { ...logo, dark: undefined },
      dark: logo && { ...logo, src: logo.dark ?? logo.src, dark: undefined },
    },
    marks: HUES.map((hue) => ({ text: `A${String(hue)}`, hue })),
    readers: readerSpecimens(locals),
    none: t('components.none'),
    staff: staffSpecimens(locals),
    problems: [{ field: 'light.wrong', message: t('look.accent.wrong') }],
    forms: formSpecimens(locals),
  };
}
