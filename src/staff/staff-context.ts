import type { WritingContext } from '../register/writing-context.ts';

/** What verbs about staff need of the context. */
export type StaffContext = Pick<WritingContext, 'clock' | 'database'>;
