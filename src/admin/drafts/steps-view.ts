import type { DraftStep } from '../../drafts/draft-steps.ts';
import type { Step } from '../page-parts.ts';
import { instantInWords } from '../instant.ts';
import type { NameOf } from '../names-of-staff.ts';
import type { Locals } from '../reader.ts';

const TONES: Readonly<Partial<Record<DraftStep['step'], NonNullable<Step['tone']>>>> = {
  'sent-back': 'bad',
  'approval-voided': 'soon',
  approved: 'good',
  published: 'good',
  discarded: 'over',
};

/** What happened to a draft, the newest first. */
export function stepViews(locals: Locals, steps: readonly DraftStep[], nameOf: NameOf): Step[] {
  return steps.toReversed().map(({ step, version, actor, at, note }) => {
    const tone = TONES[step];
    return {
      title: locals.words.t(`draft.step.${step}`, { version }),
      who: nameOf(actor),
      when: { text: instantInWords(locals, at), datetime: at },
      ...(note === undefined ? {} : { note }),
      ...(tone === undefined ? {} : { tone }),
    };
  });
}
