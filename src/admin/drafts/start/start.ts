import type { Day } from '../../../domain/days.ts';
import type { Subject } from '../../../domain/subjects/subject.ts';
import type { Wish } from './wish.ts';

/** What a member of staff sets out to do: what a draft begins with, and where one goes on. */
export interface Start {
  /** What the draft is called among staff until somebody calls it otherwise. */
  readonly title: string;
  readonly wishes: readonly Wish[];
  readonly effectiveOn?: Day;
  /** The subject whose form is filled in next; absent when nothing is left to fill in. */
  readonly lands?: Subject;
  /** Only opens the form of something that is there: nothing changes before that form is saved. */
  readonly opens?: true;
}
