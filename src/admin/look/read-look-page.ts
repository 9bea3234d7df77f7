import type { FormOutcome } from '../../forms/form-outcome.ts';
import { idOf, type CheckView, type TextView } from '../../forms/field-view.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import { readColour } from '../../look/accent-colour.ts';
import { lookFiles } from '../../look/look-files.ts';
import { GROUNDS, type Ground, type Look } from '../../look/look.ts';
import { readLook } from '../../look/read-look.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { answering, answerOf, textField, typed, type Answer } from '../answer.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import type { Locals } from '../reader.ts';
import { accentSamples, type AccentSample } from './accent-sample.ts';
import { LONGEST_ALTERNATIVE, versionIn } from './look-handlers.ts';

/** The logo on one ground: what is there, and what takes its place. */
export interface LogoPart {
  readonly ground: Ground;
  readonly field: TextView;
  /** As it stands on that ground now; on dark ground that may be the one for light. */
  readonly shown: { readonly src: string; readonly alternative: string } | undefined;
  /** Absent where there is nothing to take away. */
  readonly remove: string | undefined;
}

/** The accent and the logo of the organisation. */
export interface LookPage {
  readonly frame: AdminFrame;
  readonly problems: { readonly title: string; readonly list: readonly FieldProblem[] };
  readonly version: string;
  readonly accent: {
    readonly title: string;
    readonly lead: string;
    readonly field: TextView;
    readonly button: string;
    readonly samples: readonly AccentSample[];
  };
  readonly logo: {
    readonly title: string;
    readonly lead: string;
    readonly parts: readonly LogoPart[];
    readonly saysName: CheckView;
    readonly alternative: TextView;
  };
  readonly button: string;
}

export async function readLookPage(locals: Locals, outcome: FormOutcome): Promise<LookPage> {
  const { t } = locals.words;
  const look = await readLook(locals.context.database.orm);
  const answer = answerOf(outcome);
  const asked = readColour(typed(answer, 'accent', look.accent));
  return {
    frame: answering(frameOf(locals), outcome),
    problems: { title: t('look.problems'), list: answer.problems },
    version: String(versionSeen(outcome, answer, look)),
    accent: {
      title: t('look.accent'),
      lead: t('look.accent.lead'),
      field: textField(answer, 'accent', t('look.accent.field'), {
        ...(look.accent !== undefined && { value: look.accent }),
        hint: t('look.accent.hint'),
        maxLength: 7,
      }),
      button: t('look.accent.preview'),
      samples: asked === undefined ? [] : accentSamples(locals, asked),
    },
    logo: {
      title: t('look.logo'),
      lead: t('look.logo.lead'),
      parts: GROUNDS.map((ground) => logoPart(locals, answer, look, ground)),
      saysName: saysName(locals, answer, look),
      alternative: alternative(locals, answer, look),
    },
    button: t('look.save'),
  };
}

function frameOf(locals: Locals): AdminFrame {
  const { words, addresses } = locals;
  const above = { text: words.t('settings.title'), href: adminAddresses(addresses).settings() };
  return adminFrame(locals, {
    title: words.t('look.title'),
    section: 'settings',
    crumbs: [above],
    lead: words.t('look.lead'),
  });
}

/** Who has been told that somebody else was first may go on from what is there now. */
function versionSeen(outcome: FormOutcome, { form }: Answer, look: Look): number {
  const isTold = outcome.kind === 'refused' && outcome.status === 409;
  return form && !isTold ? versionIn(form) : look.version;
}

function logoPart(locals: Locals, answer: Answer, look: Look, ground: Ground): LogoPart {
  const { t } = locals.words;
  const files = lookFiles(look);
  const file = files[ground] ?? files.light;
  return {
    ground,
    field: textField(answer, `logo-${ground}`, t(`look.logo.${ground}`), {
      type: 'file',
      accept: '.png,.svg,.webp',
      hint: t(`look.logo.${ground}-hint`),
    }),
    shown: file && { src: file.path, alternative: t(`look.logo.shown-${ground}`) },
    remove: files[ground] && t(`look.logo.remove-${ground}`),
  };
}

function saysName({ words: { t } }: Locals, { form }: Answer, look: Look): CheckView {
  return {
    id: idOf('says-name'),
    name: 'says-name',
    label: t('look.logo.says-name'),
    hint: t('look.logo.says-name-hint'),
    value: 'yes',
    checked: form ? form.value('says-name') === 'yes' : look.saysName,
  };
}

function alternative(locals: Locals, answer: Answer, look: Look): TextView {
  const { t } = locals.words;
  return textField(answer, 'alternative', t('look.logo.alternative'), {
    ...(look.alternative !== undefined && { value: look.alternative }),
    hint: t('look.logo.alternative-hint'),
    maxLength: LONGEST_ALTERNATIVE,
  });
}
