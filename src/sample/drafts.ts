import type { Sample, SampleStep } from '../content/samples.ts';
import type { SubjectChange } from '../domain/classify.ts';
import { diff } from '../domain/diff.ts';
import type { NoticeDraft } from '../domain/draft.ts';
import { isSetChange, type FieldChange } from '../domain/field-change.ts';
import type { Json } from '../domain/json.ts';
import { normalise, withValueAt } from '../domain/leaves.ts';
import type { Register } from '../domain/register.ts';
import { ORGANISATION } from '../domain/subjects/subject.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';

/** The first edition of a sample: who publishes it, its scopes, what was in use. */
export function baselineDraft(sample: Sample): NoticeDraft {
  const organisation = diff('organisation', undefined, normalise('organisation', sample.organisation));
  const scopes = Object.entries(sample.scopes).map(([id, scope]): SubjectChange => ({
    subject: { kind: 'scope', id },
    fields: diff('scope', undefined, normalise('scope', scope)),
  }));
  const thirdParties = Object.entries(sample.thirdParties).map(([id, state]) => change(id, undefined, state));
  return {
    changes: [{ subject: ORGANISATION, fields: organisation }, ...scopes, ...thirdParties],
    sample: sample.name,
  };
}

/** A later notice of a sample, as the changes that lead from the register to what the notice tells. */
export function stepDraft(step: SampleStep, register: Register): NoticeDraft {
  const now = (id: string): ThirdParty | undefined => register.thirdParties.get(id);
  const changes = [
    ...Object.entries(step.add).map(([id, state]) => change(id, now(id), state)),
    ...step.end.map((id) => change(id, now(id), without(now(id)))),
    ...Object.entries(step.set).map(([id, values]) => change(id, now(id), withValues(now(id), values))),
    ...Object.entries(step.wording).map(([id, texts]) =>
      asWording(change(id, now(id), withValues(now(id), texts))),
    ),
  ];
  return { changes, ...(step.reason ? { reason: step.reason } : {}) };
}

function change(id: string, before: ThirdParty | undefined, after: ThirdParty | undefined): SubjectChange {
  const state = after && normalise('third-party', after);
  return { subject: { kind: 'third-party', id }, fields: diff('third-party', before, state) };
}

/** Out of use: its processings are gone, its page stays. */
function without(state: ThirdParty | undefined): ThirdParty | undefined {
  return withValue(state, 'processings', undefined);
}

function withValues(
  state: ThirdParty | undefined,
  values: Readonly<Record<string, Json>>,
): ThirdParty | undefined {
  return Object.entries(values).reduce((now, [path, value]) => withValue(now, path, value), state);
}

/** Whether the value fits is judged where every notice is, when it is published. */
function withValue(
  state: ThirdParty | undefined,
  path: string,
  value: Json | undefined,
): ThirdParty | undefined {
  const tree = withValueAt(state as unknown as Json | undefined, path.split('/'), value);
  return tree as unknown as ThirdParty | undefined;
}

function asWording({ subject, fields }: SubjectChange): SubjectChange {
  const marked = fields.map((field): FieldChange =>
    isSetChange(field) ? field : { ...field, wording: true },
  );
  return { subject, fields: marked };
}
