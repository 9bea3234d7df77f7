import { RegistryError, type ErrorCode } from './errors.ts';

/** How each foreseen failure reads in HTTP: the one place that says so. */
const STATUS = {
  refused: 400,
  invalid: 400,
  'not-found': 404,
  conflict: 409,
  damaged: 500,
} as const satisfies Record<ErrorCode, number>;

/** The status for an error; 500 for whatever was not foreseen. */
export function statusOf(error: unknown): (typeof STATUS)[ErrorCode] {
  return error instanceof RegistryError ? STATUS[error.code] : 500;
}
