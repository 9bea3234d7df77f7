import { subjectKey, type Subject } from '../../domain/subjects/subject.ts';
import type { DraftContent } from '../../drafts/draft-content.ts';
import { stateIn } from '../../drafts/state-in.ts';
import type { Locals } from '../reader.ts';

type States = ReturnType<typeof stateIn>;

const known = new WeakMap<DraftContent, Map<string, States>>();

/**
 * A subject before and after what a draft does to it alone. A page asks for the same one at every field: it is made
 * once, and without the other changes, of which an import makes hundreds.
 */
export function subjectStates({ context }: Locals, content: DraftContent, subject: Subject): States {
  let states = known.get(content);
  if (!states) known.set(content, (states = new Map<string, States>()));
  const key = subjectKey(subject);
  let found = states.get(key);
  if (!found) states.set(key, (found = stateIn(context, alone(content, key), subject)));
  return found;
}

function alone(content: DraftContent, key: string): DraftContent {
  if (content.kind !== 'changes') return content;
  return { ...content, changes: content.changes.filter((change) => subjectKey(change.subject) === key) };
}
