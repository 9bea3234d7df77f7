export { GROUNDS } from '../../look/look.ts';

/**
 * The components that the page for maintainers shows, and where each one lives. A test holds it complete: what three
 * files use, or more, is shared, and stands here or below.
 */
export const SHOWN = {
  readers: {
    Brand: 'src/components/Brand.astro',
    PartyMark: 'src/components/PartyMark.astro',
    Icon: 'src/components/Icon.astro',
    KindSign: 'src/components/KindSign.astro',
    Tags: 'src/components/Tags.astro',
    Phrase: 'src/components/Phrase.astro',
    Links: 'src/components/Links.astro',
    AsOfBar: 'src/components/AsOfBar.astro',
    AskForm: 'src/components/AskForm.astro',
    PlannedChanges: 'src/components/PlannedChanges.astro',
    NoticeDates: 'src/components/NoticeDates.astro',
    Diff: 'src/components/Diff.astro',
    ChangeCard: 'src/components/ChangeCard.astro',
    Facts: 'src/components/Facts.astro',
    Pager: 'src/components/Pager.astro',
  },
  staff: {
    Button: 'src/components/admin/Button.astro',
    Buttons: 'src/components/desk/Buttons.astro',
    Callout: 'src/components/admin/Callout.astro',
    Empty: 'src/components/admin/Empty.astro',
    SummaryList: 'src/components/admin/SummaryList.astro',
    DataTable: 'src/components/admin/DataTable.astro',
    Steps: 'src/components/admin/Steps.astro',
    Confirm: 'src/components/admin/Confirm.astro',
  },
  forms: {
    ErrorSummary: 'src/components/admin/ErrorSummary.astro',
    TextField: 'src/components/admin/TextField.astro',
    SelectField: 'src/components/admin/SelectField.astro',
    CheckField: 'src/components/admin/CheckField.astro',
    Choices: 'src/components/admin/Choices.astro',
    FieldGroup: 'src/components/admin/FieldGroup.astro',
    FormSection: 'src/components/admin/FormSection.astro',
    FormHead: 'src/components/admin/FormHead.astro',
    ActionBar: 'src/components/admin/ActionBar.astro',
  },
} as const;

/** Shared ones that are seen within others only, and in which. */
export const SEEN_WITHIN = {
  'src/components/Beginning.astro': 'the pages of a register before its first edition',
  'src/components/CopyButtons.astro': 'the heads of a notice, a third party and a comparison',
  'src/components/FactGroups.astro': 'Diff and ChangeCard',
  'src/components/Hidden.astro': 'forms: nothing of it is seen',
  'src/components/admin/ButtonLink.astro': 'Buttons',
  'src/components/desk/LawNote.astro': 'lists of what is missing',
  'src/components/admin/Control.astro': 'all fields: it chooses among them',
  'src/components/admin/FieldNotes.astro': 'all fields',
  'src/components/Skip.astro': 'the head of every page',
  'src/components/Place.astro': 'the navigation of every page',
  'src/components/subject-form/SubjectForm.astro':
    'the pages on which a third party, a scope or the organisation is edited',
} as const satisfies Record<string, string>;

export type ShownName = { [Part in keyof typeof SHOWN]: keyof (typeof SHOWN)[Part] }[keyof typeof SHOWN];
