/** What can go wrong between the registry and its database, whatever is asked of it. */
export type DatabaseErrorCode =
  /** The address is none that a database can have. */
  | 'bad-address'
  /** Nothing answers there, or the file cannot be opened. */
  | 'unreachable'
  /** Other processes held the write lock for longer than one may wait. */
  | 'busy'
  /** A write inside a write: it would wait for itself. */
  | 'nested-write'
  /** A newer version of the registry has written here. */
  | 'newer-database'
  | 'closed';

/** An error of the database layer, with a message fit for the operator. Holds no token and no statement. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseError';
    this.code = code;
  }
}
