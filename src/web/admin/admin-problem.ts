/** Why a request to the admin form has no other answer; `gate.<fault>.title` and `.text` say it in words. */
const ADMIN_FAULTS = {
  /** Nothing is at the address, or it is gone. */
  'not-found': 404,
  /** A form came from nobody: the session has ended. */
  'signed-out': 401,
  /** Whoever is signed in may not read this. */
  'not-allowed': 403,
  /** Whoever is signed in may read this, but not do what the form asks. */
  'action-not-allowed': 403,
  /** The form was not sent by one of our own pages. */
  'foreign-form': 403,
  /** The form cannot be read, or asks for what its page does not do. */
  'broken-form': 400,
  'form-too-large': 413,
  'not-a-form': 415,
  /** The rules of the register forbid it. */
  refused: 400,
  /** Somebody else was first. */
  conflict: 409,
} as const;
export type AdminFault = keyof typeof ADMIN_FAULTS;

/** What the page about a request without another answer is told. */
export interface AdminProblem {
  readonly fault: AdminFault;
  readonly status: (typeof ADMIN_FAULTS)[AdminFault];
  /** In words, one by one; none where the fault says it all. */
  readonly reasons: readonly string[];
}

export function problemOf(fault: AdminFault, reasons: readonly string[] = []): AdminProblem {
  return { fault, status: ADMIN_FAULTS[fault], reasons };
}
