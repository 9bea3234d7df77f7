import { daysOf } from './conflicts.ts';
import { isSetChange } from './field-change.ts';
import type { Problem } from './problem.ts';
import type { LiveChange, Timeline } from './timeline.ts';

interface Engagement {
  readonly by: string;
  readonly edition: number;
}

/**
 * Third parties that on some day would be engaged by themselves, through others or not. The chain of processors (GDPR
 * article 28(4)) ends at the organisation, so it can have no circle.
 */
export function problemsOfEngagement(line: Timeline, ours: ReadonlySet<number>): Problem[] {
  const engagements = new Map<string, Engagement>();
  const telling = line.changes.filter((change) => engagedBy(change) !== undefined);
  return daysOf(telling).flatMap((day) => {
    for (const change of day) {
      const by = engagedBy(change);
      if (typeof by === 'string') engagements.set(change.subject.id, { by, edition: change.edition });
      else engagements.delete(change.subject.id);
    }
    return day.flatMap((change) => problemOf(change, engagements, ours));
  });
}

/** The one that engages it from then on, null when it is not told any more, undefined when nothing is said of it. */
function engagedBy({ fields }: LiveChange): unknown {
  const said = fields.find(({ field }) => field === 'engagedBy');
  return said && !isSetChange(said) ? said.after : undefined;
}

function problemOf(
  { subject, edition }: LiveChange,
  engagements: ReadonlyMap<string, Engagement>,
  ours: ReadonlySet<number>,
): Problem[] {
  const circle = circleFrom(subject.id, engagements);
  if (!circle) return [];
  const others = circle.map((one) => one.edition).filter((one) => !ours.has(one));
  return [
    {
      code: 'engaged-in-circle',
      at: `third-party/${subject.id}/engagedBy`,
      edition: others.length > 0 ? Math.max(...others) : edition,
      value: [subject.id, ...circle.map(({ by }) => by)].join(' < '),
    },
  ];
}

/** The engagements that lead from a third party back to itself. */
function circleFrom(id: string, engagements: ReadonlyMap<string, Engagement>): Engagement[] | undefined {
  const chain: Engagement[] = [];
  const seen = new Set<string>();
  for (let next = engagements.get(id); next && !seen.has(next.by); next = engagements.get(next.by)) {
    chain.push(next);
    seen.add(next.by);
    if (next.by === id) return chain;
  }
  return undefined;
}
