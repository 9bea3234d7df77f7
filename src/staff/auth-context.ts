import type { Context } from '../context.ts';

/** What sign-in needs of the context. */
export type AuthContext = Pick<Context, 'clock' | 'configuration' | 'database' | 'log'>;
