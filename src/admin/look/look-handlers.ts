import { refusal, type Handled, type Handler } from '../../forms/form-outcome.ts';
import type { FieldProblem, ReceivedForm } from '../../forms/received-form.ts';
import { readColour } from '../../look/accent-colour.ts';
import { LogoError } from '../../look/logo-error.ts';
import { GROUNDS, type Ground, type Logo } from '../../look/look.ts';
import { readLogo } from '../../look/read-logo.ts';
import { readLook } from '../../look/read-look.ts';
import { setLook, type LookChange } from '../../staff/set-look.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { actorOf, type Locals } from '../reader.ts';

/** In characters. */
export const LONGEST_ALTERNATIVE = 200;

/** What the buttons of the page about the look do. */
export function lookHandlers(locals: Locals): Readonly<Record<string, Handler>> {
  return {
    preview: () => Promise.resolve({ kind: 'shown' }),
    save: (form) => saveLook(locals, form),
    remove: (form) => removeLogo(locals, form),
  };
}

async function saveLook(locals: Locals, form: ReceivedForm): Promise<Handled> {
  const { change, problems } = changeIn(locals, form);
  const { logos } = await readLook(locals.context.database.orm);
  if (change.logos.dark && !change.logos.light && !logos.light)
    problems.push({ field: 'logo-light', message: locals.words.t('look.logo.light-first') });
  return problems.length > 0 ? refusal(problems) : save(locals, form, change, 'look-saved');
}

/** Takes a logo away; with that for light ground goes the other, which would stand for it nowhere. */
async function removeLogo(locals: Locals, form: ReceivedForm): Promise<Handled> {
  const { accent, alternative, saysName } = await readLook(locals.context.database.orm);
  const logos = form.argument === 'dark' ? { dark: null } : { light: null, dark: null };
  return save(locals, form, { accent, alternative, saysName, logos }, 'logo-removed');
}

async function save(
  locals: Locals,
  form: ReceivedForm,
  change: LookChange,
  done: 'look-saved' | 'logo-removed',
): Promise<string> {
  await setLook(locals.context, { actor: actorOf(locals), version: versionIn(form), change });
  return adminAddresses(locals.addresses).look({ done });
}

/** The version that the form was made from; what is no number is none there ever was. */
export function versionIn(form: ReceivedForm): number {
  return /^\d{1,9}$/.test(form.value('version')) ? Number(form.value('version')) : -1;
}

function changeIn(locals: Locals, form: ReceivedForm): { change: LookChange; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const accent = readColour(form.value('accent'));
  const alternative = form.value('alternative').trim();
  if (accent === undefined && form.value('accent').trim() !== '')
    problems.push({ field: 'accent', message: locals.words.t('look.accent.wrong') });
  if (alternative.length > LONGEST_ALTERNATIVE)
    problems.push({
      field: 'alternative',
      message: locals.words.t('gate.field.too-long', { most: LONGEST_ALTERNATIVE }),
    });
  const logos = Object.fromEntries(
    GROUNDS.flatMap((ground): [Ground, Logo][] => {
      const logo = logoIn(locals, form, ground, problems);
      return logo ? [[ground, logo]] : [];
    }),
  );
  const saysName = form.value('says-name') === 'yes';
  return { change: { accent, alternative: alternative || undefined, saysName, logos }, problems };
}

/** The logo that was sent for a ground, if one was; what is wrong with it is told. */
function logoIn(
  { words }: Locals,
  form: ReceivedForm,
  ground: Ground,
  problems: FieldProblem[],
): Logo | undefined {
  const file = form.file(`logo-${ground}`);
  try {
    return file && readLogo(file.bytes);
  } catch (error) {
    if (!(error instanceof LogoError)) throw error;
    const message = words.t(`look.logo.fault.${error.fault}`, { what: error.what });
    problems.push({ field: `logo-${ground}`, message });
    return undefined;
  }
}
