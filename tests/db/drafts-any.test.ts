import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diff } from '../../src/domain/diff.ts';
import { PROBLEM_CODES } from '../../src/domain/problem.ts';
import { SUBJECT_KINDS, type SubjectState } from '../../src/domain/subjects/subject.ts';
import { planOf } from '../../src/drafts/plan.ts';
import { publishDraft } from '../../src/drafts/publish-draft.ts';
import { saveSubject } from '../../src/drafts/save-subject.ts';
import { stateIn } from '../../src/drafts/state-in.ts';
import { submitDraft } from '../../src/drafts/submit-draft.ts';
import { RegistryError } from '../../src/errors.ts';
import { stateOfKind } from '../support/random-states.ts';
import { subject } from '../support/register.ts';
import { useBench } from './support/bench.ts';
import { approve, APPROVER, begun, changesOf, EDITOR } from './support/drafts.ts';
import { publishBaseline, startContext, type TestContext } from './support/register.ts';

const bench = useBench();

async function start(): Promise<TestContext> {
  const context = await startContext((await bench.place('a file')).url);
  bench.afterwards(() => context.close());
  await publishBaseline(context);
  return context;
}

const IDS = { organisation: 'organisation', scope: 'application', 'third-party': 'first-host' } as const;

describe.each(SUBJECT_KINDS)('a draft about any %s', (kind) => {
  const about = subject(kind, IDS[kind]);

  /** Some fields of any two states: half-filled, contradictory, of something that is not there. */
  const anyContent = fc
    .record({
      before: fc.option(stateOfKind(kind), { nil: undefined }),
      after: fc.option(stateOfKind(kind), { nil: undefined }),
      choices: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
      id: kind === 'organisation' ? fc.constant('organisation') : fc.constantFrom(IDS[kind], 'brand-new'),
    })
    .map(({ before, after, choices, id }) =>
      changesOf([
        {
          subject: subject(kind, id),
          fields: diff(kind, before, after).filter((_, index) => choices[index % choices.length]),
        },
      ]),
    );

  test('has a plan, however little sense it makes', async () => {
    const context = await start();
    await fc.assert(
      fc.asyncProperty(anyContent, async (content) => {
        const plan = await planOf(context, content);
        expect(plan.problems.every(({ code }) => PROBLEM_CODES.includes(code))).toBe(true);
        expect(plan.problems.length > 0 || plan.notice !== undefined).toBe(true);
        for (const { subject: one } of content.changes) stateIn(context, content, one);
        const draft = await begun(context, content);
        const submitting = submitDraft(context, { actor: EDITOR, draft: draft.id, version: 1 });
        if (plan.problems.length > 0) await expect(submitting).rejects.toBeInstanceOf(RegistryError);
        else await submitting;
      }),
      { numRuns: 60 },
    );
  });

  test('is published as it was planned, or refused with reasons', async () => {
    const context = await start();
    let published = 0;
    await fc.assert(
      fc.asyncProperty(stateOfKind(kind), async ({ outdated: _, ...any }) => {
        const state = any as SubjectState;
        const draft = await begun(context, changesOf([]));
        const form = { actor: EDITOR, draft: draft.id, version: 1, subject: about, state };
        const saved = await saveSubject(context, form);
        expect(stateIn(context, saved.content, about).after).toMatchObject(state);
        const plan = await planOf(context, saved.content);
        if (plan.problems.length > 0) return;
        const ready = await submitDraft(context, { actor: EDITOR, draft: draft.id, version: saved.version });
        const { id, version } = await approve(context, ready);
        const notice = await publishDraft(context, { actor: APPROVER, draft: id, version });
        const { salt: __, register: ___, hash: ____, row: _____, ...said } = notice;
        expect(plan.notice).toMatchObject(said satisfies Partial<typeof notice>);
        published += 1;
        context.clock.moveTo(
          context.clock
            .now()
            .add({ hours: 24 * 40 })
            .toString(),
        );
      }),
      { numRuns: 40 },
    );
    expect(published).toBeGreaterThanOrEqual(kind === 'third-party' ? 0 : 1);
  });
});

test('a state without a name is no state that a form could not show', async () => {
  const context = await start();
  const draft = await begun(context, changesOf([]));
  const half = { processings: { p2: { purpose: { en: 'Mail' } } } } as unknown as SubjectState;
  const about = subject('third-party', 'half');
  const saved = await saveSubject(context, {
    actor: EDITOR,
    draft: draft.id,
    version: 1,
    subject: about,
    state: half,
  });
  expect(stateIn(context, saved.content, about)).toEqual({ before: undefined, after: half });
  expect((await planOf(context, saved.content)).conflicts).toEqual([]);
});
